import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFeedVerifier } from '../../feed/feedVerifier.ts';
import { type FollowedFeed, followFeed, type Outcome } from '../../feed/followFeed.ts';
import { createKeySet, type KeySet } from '../../keys/keySet.ts';
import { RegistryEvent } from '../../schema/publishing/registryFeed.ts';
import type { ServedSupergraph } from '../../schema/publishing/servedSupergraph.ts';
import type { Log } from '../kit/log.ts';

/** What agencies have published, as a system knows it. */
export interface PublishedSchema {
  /** Undefined before the registry has sent any: then what the product came with is in service. */
  current(): ServedSupergraph | undefined;
  /** Calls `changed` after every change, until the returned function is called. */
  onChange(changed: () => void): () => void;
  /** The registry's public keys; undefined while its address is not known. */
  keys(): Pick<KeySet, 'find'> | undefined;
  stop(): Promise<void>;
}

export interface FollowRegistryOptions {
  /** The registry's `/feed`; undefined while its address is not known yet. */
  readonly url: () => string | undefined;
  /** Name of the system that follows, for the log. */
  readonly system: string;
  readonly clock: () => Date;
  readonly log: Log;
}

const MAX_SILENCE_SECONDS = 15;
const LOOK_AGAIN_MS = 50;

/** Nothing is published but what the product comes with. */
export const nothingPublished: PublishedSchema = {
  current: () => undefined,
  onChange: () => () => undefined,
  keys: () => undefined,
  stop: () => Promise.resolve(),
};

/**
 * Follows the registry's feed. An event that the registry did not sign, that is malformed, or that goes back to an
 * earlier supergraph changes nothing, and while the registry is down everything stays as it was.
 */
export function followRegistry({ url, system, clock, log }: FollowRegistryOptions): PublishedSchema {
  const stopping = new AbortController();
  const listeners = new Set<() => void>();
  let served: ServedSupergraph | undefined;
  let feed: FollowedFeed | undefined;
  let keySet: KeySet | undefined;

  function accept(payload: unknown): Outcome {
    const event = RegistryEvent.parse(payload);
    const known = served?.number ?? 0;
    if (event.kind === 'heartbeat') return event.number > known ? 'behind' : 'current';
    const { supergraph, sha256 } = event;
    if (createHash('sha256').update(supergraph.sdl).digest('hex') !== sha256) {
      throw new Error(`supergraph ${supergraph.number} does not have the hash that the event names`);
    }
    if (supergraph.number <= known) return 'known';
    served = supergraph;
    for (const changed of listeners) changed();
    return 'current';
  }

  async function follow(): Promise<void> {
    let address = url();
    while (address === undefined) {
      await sleep(LOOK_AGAIN_MS, undefined, { signal: stopping.signal, ref: false });
      address = url();
    }
    const keys = createKeySet({
      ...{ url: new URL('/.well-known/jwks.json', address).href, algorithms: ['ES256'], clock },
    });
    keySet = keys;
    feed = followFeed({
      ...{ url: address, name: 'registry feed', authorization: () => undefined, maxAgeSeconds: MAX_SILENCE_SECONDS },
      verify: createFeedVerifier(keys),
      state: {
        get revision() {
          return served?.number ?? 0;
        },
        createCursor: () => undefined,
        accept,
        invalidate: () => undefined,
      },
      log: (message, { reason }) => log({ level: 'warn', system, event: `${message}: ${reason}` }),
    });
    await new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
    await feed.stop();
    await keys.stop();
  }
  // Rejects only if it is stopped before the address is known.
  const following = follow().catch(() => undefined);

  return {
    current: () => served,
    onChange(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    keys: () => keySet,
    async stop() {
      stopping.abort();
      await following;
    },
  };
}
