import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fetchText } from './fetchText.ts';
import { type KeyAlgorithm, NO_KEY_ID, readKeys } from './readKeys.ts';

/**
 * `unknown`: the publisher does not have this key (respond with 401). `unavailable`: it is not known whether it does
 * (respond with 503 and Retry-After, because a valid token must not be rejected as bad).
 */
export type KeyLookup =
  | { readonly kind: 'found'; readonly key: KeyObject }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** The public keys of one publisher: an identity provider, the gateway, or emou. */
export interface KeySet {
  /**
   * Finds a key by the `kid` of a token; a token without one gets the only key of a set that has just one. A cached key
   * is returned at once. Any other lookup waits, at most `MAX_WAIT_MS`, for a fetch that started after the lookup did,
   * so that the first token after a rotation is accepted. All such lookups share one fetch. Never rejects.
   */
  find(keyId: string | undefined): KeyLookup | Promise<KeyLookup>;
  /**
   * Reason why tokens cannot be verified now, without addresses, or undefined if they can be. Fetches the set if there
   * is none.
   */
  problem(): Promise<string | undefined>;
  /** Warning for the operator while tokens are still verified: the last refresh failed. */
  readonly alarm: string | undefined;
  /** Stops the timer and any fetch in flight. */
  stop(): Promise<void>;
}

export interface KeySetOptions {
  readonly url: string;
  readonly algorithms: readonly KeyAlgorithm[];
  /**
   * How long keys are used after the last successful fetch, in milliseconds. Until then callers do not notice that the
   * publisher is down, but a key withdrawn while it could not be reached is accepted for as long.
   */
  readonly maxAgeMs?: number | undefined;
  readonly clock: () => Date;
  /** Called when refreshing starts to fail, when the reason changes, and with undefined when it recovers. */
  readonly onRefresh?: ((failure: string | undefined) => void) | undefined;
}

export const DEFAULT_MAX_KEY_AGE_MS = 24 * 3_600_000;
/** Maximum that may be configured: one week. */
export const MOST_KEY_AGE_SECONDS = 7 * 86_400;
/** Refresh interval, which is how long a withdrawn key is still accepted. */
const REFRESH_MS = 10 * 60_000;
const RETRY_MS = 30_000;
/** Minimum time between the starts of two fetches, however many unknown keys are looked up. */
const COOLDOWN_MS = 2_000;
/** Shorter than callers wait: a lookup during a fetch that stalls still gets the result of the next one. */
const FETCH_TIMEOUT_MS = 3_000;
const MAX_WAIT_MS = 4_500;
/**
 * Maximum number of lookups waiting at once; further ones are rejected with a request to retry. Lookups happen before authentication, so
 * anyone can cause them.
 */
const MAX_WAITING = 5_000;
const MAX_BYTES = 256 * 1024;
const MAX_KEY_ID_LENGTH = 200;

const unknown: KeyLookup = { kind: 'unknown' };
const unavailable: KeyLookup = { kind: 'unavailable', retryAfterSeconds: Math.ceil(COOLDOWN_MS / 1_000) };

interface Fetch {
  readonly startedAt: number;
  /** Never rejects. */
  readonly ended: Promise<void>;
}

/**
 * Reads a key set over HTTP. It is fetched as a whole on first use, then on a timer, and at most once per cooldown when
 * unknown keys are looked up: tokens with random key ids cost the publisher one fetch per cooldown and delay nobody.
 */
export function createKeySet(options: KeySetOptions): KeySet {
  const { url, algorithms, clock, maxAgeMs = DEFAULT_MAX_KEY_AGE_MS } = options;
  const stopping = new AbortController();
  let cached: { readonly keys: ReadonlyMap<string, KeyObject>; readonly fetchedAt: number } | undefined;
  let failure: string | undefined;
  let latest: Fetch | undefined;
  let isFetching = false;
  let next: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let waiting = 0;

  function currentKeys(): ReadonlyMap<string, KeyObject> | undefined {
    return cached !== undefined && clock().getTime() - cached.fetchedAt <= maxAgeMs ? cached.keys : undefined;
  }

  function cachedKey(keyId: string | undefined): KeyLookup | undefined {
    const keys = currentKeys();
    const onlyKey = keyId === undefined && keys?.size === 1 ? keys.values().next().value : undefined;
    const key = onlyKey ?? keys?.get(keyId ?? NO_KEY_ID);
    return key === undefined ? undefined : { kind: 'found', key };
  }

  function start(): Fetch {
    const fetchedAt = clock().getTime();
    isFetching = true;
    const ended = fetchText({ url, timeoutMs: FETCH_TIMEOUT_MS, maxBytes: MAX_BYTES, signal: stopping.signal })
      .then((text) => {
        const keys = readKeys(text, algorithms);
        // The publisher decides, even if it withdraws every key.
        cached = { keys, fetchedAt };
        return keys.size === 0 ? `the key set holds no key for ${algorithms.join(' or ')}` : undefined;
      })
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
      .then((reason) => {
        isFetching = false;
        if (stopping.signal.aborted) return;
        if (reason !== failure) options.onRefresh?.(reason);
        failure = reason;
        clearTimeout(timer);
        timer = setTimeout(() => void fetchNext(), reason === undefined ? REFRESH_MS : RETRY_MS).unref();
      });
    return { startedAt: performance.now(), ended };
  }

  /** Resolves when the next fetch to start has ended. */
  function fetchNext(): Promise<void> {
    next ??= (async () => {
      await latest?.ended;
      const cooldown = latest === undefined ? 0 : latest.startedAt + COOLDOWN_MS - performance.now();
      if (cooldown > 0)
        await sleep(cooldown, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
      next = undefined;
      latest = start();
      await latest.ended;
    })();
    return next;
  }

  async function findFresh(keyId: string | undefined): Promise<KeyLookup> {
    const deadline = performance.now() + MAX_WAIT_MS;
    const fresh = fetchNext();
    // The fetch in flight started before this lookup, so it can prove that the key exists but not that it does not.
    if (isFetching && latest !== undefined) await within(latest.ended, deadline);
    const early = cachedKey(keyId);
    if (early !== undefined) return early;
    const isDecided = await within(fresh, deadline);
    const late = cachedKey(keyId);
    if (late !== undefined) return late;
    return isDecided && failure === undefined && currentKeys() !== undefined ? unknown : unavailable;
  }

  function find(keyId: string | undefined): KeyLookup | Promise<KeyLookup> {
    const hit = cachedKey(keyId);
    if (hit !== undefined) return hit;
    if (keyId !== undefined && keyId.length > MAX_KEY_ID_LENGTH) return unknown;
    if (stopping.signal.aborted || waiting >= MAX_WAITING) return unavailable;
    waiting++;
    return findFresh(keyId).finally(() => {
      waiting--;
    });
  }

  return {
    find,
    async problem() {
      if (currentKeys() === undefined && !stopping.signal.aborted)
        await within(fetchNext(), performance.now() + COOLDOWN_MS);
      const keys = currentKeys();
      if (keys === undefined) return 'unavailable';
      return keys.size === 0 ? 'the key set is empty' : undefined;
    },
    get alarm() {
      return failure === undefined ? undefined : 'the last refresh failed';
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await next;
      await latest?.ended;
      clearTimeout(timer);
    },
  };
}

/** Resolves to true once the work is done, or to false at the deadline (in `performance.now` time). */
function within(work: Promise<void>, deadline: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), deadline - performance.now()).unref();
    work.then(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
