import { LRUCache } from 'lru-cache';

/** Every cache of the gateway, as its metrics name it: a closed set, and nothing of what a cache holds. */
export type CacheName =
  | 'documents'
  | 'prepared operations'
  | 'plans'
  | 'query plans'
  | 'answer writers'
  | 'decision tables'
  | 'tokens'
  | 'grants'
  | 'facts tokens'
  | 'case facts'
  | 'consent facts'
  | 'consent requesters'
  | 'emergencies'
  | 'person references'
  | 'written grounds'
  | 'calls of the stock engine'
  | 'readers of the schema';

/** How a cache, or all caches of one name together, are used. */
export interface CacheUse {
  readonly entries: number;
  readonly hits: number;
  readonly misses: number;
}

/** Makes the bounded caches of one gateway, so that their use can be read off in one place. */
export interface Caches {
  lru<Key extends {}, Value extends {}>(
    name: CacheName,
    options: LRUCache.Options<Key, Value, unknown>,
  ): LRUCache<Key, Value>;
  use(): ReadonlyMap<CacheName, CacheUse>;
}

interface Counts {
  hits: number;
  misses: number;
  /** Weak: some caches belong to one operation or one requester and go with them. */
  readonly caches: Set<WeakRef<{ readonly size: number }>>;
}

export function createCaches(): Caches {
  const byName = new Map<CacheName, Counts>();
  return {
    lru(name, options) {
      const counts = byName.get(name) ?? { hits: 0, misses: 0, caches: new Set() };
      byName.set(name, counts);
      const cache = new CountingCache(options, counts);
      counts.caches.add(new WeakRef(cache));
      return cache;
    },
    use() {
      return new Map(
        Array.from(byName, ([name, { hits, misses, caches }]) => [name, { hits, misses, entries: entriesOf(caches) }]),
      );
    },
  };
}

/** What it adds to a look-up is one addition. */
class CountingCache<Key extends {}, Value extends {}> extends LRUCache<Key, Value> {
  readonly #counts: Counts;

  constructor(options: LRUCache.Options<Key, Value, unknown>, counts: Counts) {
    super(options);
    this.#counts = counts;
  }

  override get(key: Key, options?: LRUCache.GetOptions<Key, Value, unknown>): Value | undefined {
    const value = super.get(key, options);
    if (value === undefined) this.#counts.misses++;
    else this.#counts.hits++;
    return value;
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
