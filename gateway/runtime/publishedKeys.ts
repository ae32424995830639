import { createKeySet, type KeySet, type KeySetOptions } from '../../keys/keySet.ts';

export interface PublishedKeysOptions extends Pick<KeySetOptions, 'url' | 'algorithms' | 'clock'> {
  /** Names the publisher in the log. */
  readonly publisher: string;
  readonly maxKeyAgeMs: number;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/** The public keys of another party. Logs each change between success and failure of their refresh. */
export function createPublishedKeys({
  publisher,
  url,
  algorithms,
  maxKeyAgeMs,
  clock,
  log,
}: PublishedKeysOptions): KeySet {
  return createKeySet({
    url,
    algorithms,
    maxAgeMs: maxKeyAgeMs,
    clock,
    onRefresh: (failure) =>
      log(failure === undefined ? 'signing keys refreshed' : 'signing keys not refreshed', { publisher, failure }),
  });
}
