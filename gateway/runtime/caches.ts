import { getHeapStatistics } from 'node:v8';
import { LRUCache } from 'lru-cache';
import { type CacheAccount, type CacheBudget, createCacheBudget, type Evictable } from './cacheBudget.ts';

/** Names of the gateway's caches in its metrics: a closed set that says nothing about their content. */
export type CacheName =
  | 'documents'
  | 'validated documents'
  | 'prepared operations'
  | 'plans'
  | 'query plans'
  | 'answer writers'
  | 'record templates'
  | 'decision tables'
  | 'tokens'
  | 'caller allowances'
  | 'grants'
  | 'facts tokens'
  | 'case facts'
  | 'consent facts'
  | 'consent requesters'
  | 'emergencies'
  | 'pseudonyms'
  | 'written manifests'
  | 'calls of the stock engine'
  | 'readers of the schema';

/** How a cache, or all caches of one name together, are used. */
export interface CacheUse {
  readonly entries: number;
  readonly hits: number;
  readonly misses: number;
  /** Estimated. */
  readonly bytes: number;
}

export interface CacheOptions<Key, Value> {
  readonly max: number;
  /** Estimated heap of one entry with all that only it refers to. Called once, when the entry is stored. */
  readonly bytesOf: (value: Value, key: Key) => number;
}

export interface Cache<Key extends {}, Value extends {}> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  set(key: Key, value: Value): unknown;
  delete(key: Key): unknown;
  values(): Iterable<Value>;
  /** Corrects the size of an entry that was not known when it was stored; no effect if it has been replaced. */
  resize(key: Key, value: Value, bytes: number): void;
}

/** Creates the caches of one gateway. Each is limited by entries, and all of them together by a budget of bytes. */
export interface Caches {
  lru<Key extends {}, Value extends {}>(name: CacheName, options: CacheOptions<Key, Value>): Cache<Key, Value>;
  /** Opens an account for a cache of another kind than LRU. The owner is referenced weakly. */
  account(name: CacheName, owner: Evictable): CacheAccount;
  /** Caches within the same limits and figures that are released together. */
  scope(): ScopedCaches;
  use(): ReadonlyMap<CacheName, CacheUse>;
}

export interface ScopedCaches extends Caches {
  /** Nothing uses these caches any more: their bytes are free at once, before they are collected. */
  release(): void;
}

interface Counts {
  hits: number;
  misses: number;
  /** Weak: some caches belong to one operation or one requester and go with them. */
  readonly caches: Set<WeakRef<{ readonly size: number }>>;
}

/** Key, list pointers and hash table of an entry. */
const ENTRY_BYTES = 150;

/**
 * A quarter of the heap that V8 may use. The rest is for requests in progress, for the schema, and for estimates that
 * are too low.
 */
export function defaultCacheBytes(): number {
  return Math.floor(getHeapStatistics().heap_size_limit / 4);
}

/** @param maxBytes estimated size of all caches together */
export function createCaches(maxBytes: number = defaultCacheBytes()): Caches {
  const budget = createCacheBudget<CacheName>(maxBytes);
  return cachesWithin(budget, new Map(), undefined);
}

function cachesWithin(
  budget: CacheBudget<CacheName>,
  byName: Map<CacheName, Counts>,
  group: object | undefined,
): Caches {
  return {
    lru(name, options) {
      const counts = byName.get(name) ?? { hits: 0, misses: 0, caches: new Set() };
      byName.set(name, counts);
      const cache = new CountingCache(options, counts, (owner) => budget.open(name, owner, group), budget);
      counts.caches.add(new WeakRef(cache));
      return cache;
    },
    account(name, owner) {
      if (!byName.has(name)) byName.set(name, { hits: 0, misses: 0, caches: new Set() });
      return budget.open(name, owner, group);
    },
    scope() {
      const own = {};
      return { ...cachesWithin(budget, byName, own), release: () => budget.closeGroup(own) };
    },
    use() {
      return new Map(
        Array.from(byName, ([name, { hits, misses, caches }]) => [
          name,
          { hits, misses, entries: entriesOf(caches), bytes: budget.bytesOf(name) },
        ]),
      );
    },
  };
}

/** An LRU cache that counts its look-ups: one addition each. */
class CountingCache<Key extends {}, Value extends {}> extends LRUCache<Key, Value> implements Evictable {
  readonly #max: number;
  readonly #counts: Counts;
  readonly #account: CacheAccount;
  #accounted = 0;

  constructor(
    { max, bytesOf }: CacheOptions<Key, Value>,
    counts: Counts,
    open: (owner: Evictable) => CacheAccount,
    { maxBytes }: CacheBudget<CacheName>,
  ) {
    // Not as the library's `max`, for which it allocates the whole table at once: there can be thousands of small
    // caches.
    super({
      maxSize: Math.max(1, maxBytes),
      sizeCalculation: (value, key) => ENTRY_BYTES + Math.ceil(bytesOf(value, key)),
    });
    this.#max = max;
    this.#counts = counts;
    this.#account = open(this);
  }

  override get(key: Key, options?: LRUCache.GetOptions<Key, Value, unknown>): Value | undefined {
    const value = super.get(key, options);
    if (value === undefined) this.#counts.misses++;
    else this.#counts.hits++;
    return value;
  }

  override set(key: Key, value: Value | undefined, options?: LRUCache.SetOptions<Key, Value, unknown>): this {
    if (this.size >= this.#max && !this.has(key)) this.pop();
    super.set(key, value, options);
    this.#settle();
    return this;
  }

  override delete(key: Key): boolean {
    const deleted = super.delete(key);
    this.#settle();
    return deleted;
  }

  resize(key: Key, value: Value, bytes: number): void {
    if (this.peek(key) !== value) return;
    this.delete(key);
    this.set(key, value, { size: ENTRY_BYTES + Math.ceil(bytes) });
  }

  evict(): void {
    this.pop();
    this.#settle();
  }

  #settle(): void {
    const change = this.calculatedSize - this.#accounted;
    if (change === 0) return;
    this.#accounted = this.calculatedSize;
    this.#account.add(change);
  }
}

function entriesOf(caches: Counts['caches']): number {
  let entries = 0;
  for (const reference of caches) {
    const cache = reference.deref();
    if (cache === undefined) caches.delete(reference);
    else entries += cache.size;
  }
  return entries;
}
