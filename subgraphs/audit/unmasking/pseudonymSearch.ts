import { LRUCache } from 'lru-cache';
import { type PseudonymKey, personPseudonym } from '../../../schema/ledger/personPseudonym.ts';
import { PERSONS_A_PAGE } from '../../../schema/persons/personList.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { listPersonIds } from './listPersonIds.ts';
import type { Unmasking } from './unmasking.ts';

export interface PseudonymSearch {
  /**
   * Returns Person.id by pseudonym; pseudonyms that belong to nobody are absent. Rejects with UNMASKING_IN_PROGRESS if
   * the person index has not been searched completely; the next call continues from there. Rejects with
   * FACTS_UNAVAILABLE if the person index cannot be reached.
   *
   * @param authorization the header with this call's person list token
   */
  find(
    unmasking: Pick<Unmasking, 'id' | 'pseudonyms'>,
    authorization: string | undefined,
  ): Promise<ReadonlyMap<string, string>>;
}

export interface PseudonymSearchOptions {
  /** Keys of every epoch: an old entry names a person by an old key. */
  readonly pseudonymKeys: readonly PseudonymKey[];
  /** URL of the person index's `/person-list`. */
  readonly url: () => string | undefined;
  /** How long one call searches. Must be less than the gateway's timeout. */
  readonly stepMs?: number;
}

interface Progress {
  readonly found: Map<string, string>;
  searched: number;
  after: string | undefined;
}

const STEP_MS = 2_500;
const PAGE_TIMEOUT_MS = 2_000;
/** Time after which a search that no call continues is dropped. */
const FORGET_AFTER_MS = 60_000;

/**
 * Resolves pseudonyms by computing them in memory for everyone in the person index: a stored table from pseudonym to
 * person would undo the pseudonyms of the whole log. Runs one search at a time, because each uses a whole processor.
 * Searches about 100,000 persons per second per key.
 */
export function createPseudonymSearch({
  pseudonymKeys,
  url,
  stepMs = STEP_MS,
}: PseudonymSearchOptions): PseudonymSearch {
  const unfinished = new LRUCache<string, Progress>({ max: 20, ttl: FORGET_AFTER_MS, ttlAutopurge: true });
  let isBusy = false;

  async function step(
    { id, pseudonyms }: Pick<Unmasking, 'id' | 'pseudonyms'>,
    nextPage: (after: string | undefined) => Promise<readonly string[]>,
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set(pseudonyms);
    const progress = unfinished.get(id) ?? { found: new Map(), searched: 0, after: undefined };
    const { found } = progress;
    const end = performance.now() + stepMs;
    while (found.size < wanted.size) {
      const ids = await nextPage(progress.after);
      for (const personId of ids) {
        for (const key of pseudonymKeys) {
          const pseudonym = personPseudonym(key, personId).toString('base64url');
          if (wanted.has(pseudonym)) found.set(pseudonym, personId);
        }
      }
      progress.searched += ids.length;
      progress.after = ids.at(-1);
      if (ids.length < PERSONS_A_PAGE) break;
      if (performance.now() < end) continue;
      unfinished.set(id, progress);
      throw new PublicError(
        'UNMASKING_IN_PROGRESS',
        `${progress.searched} persons of the person index have been searched so far. Send the query again to continue.`,
      );
    }
    unfinished.delete(id);
    return found;
  }

  return {
    async find(unmasking, authorization) {
      const list = url();
      if (list === undefined || authorization === undefined) throw unavailable();
      if (isBusy) {
        throw new PublicError('UNMASKING_IN_PROGRESS', 'Another unmasking is being searched. Try again in a moment.');
      }
      isBusy = true;
      try {
        const address = { url: list, authorization, timeoutMs: PAGE_TIMEOUT_MS };
        return await step(unmasking, (after) =>
          listPersonIds(address, after).catch(() => {
            throw unavailable();
          }),
        );
      } finally {
        isBusy = false;
      }
    },
  };
}

function unavailable(): PublicError {
  return new PublicError('FACTS_UNAVAILABLE', 'The person index is unavailable at the moment. Try again.');
}
