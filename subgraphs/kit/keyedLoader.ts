import DataLoader from 'dataloader';

/** No number of any system is longer; longer ones exist nowhere. */
const maxKeyLength = 200;

/**
 * Loads one record per key, for all keys asked for in the same turn with one call of `fetch`, that is one SQL statement
 * whatever their number. A key that no record has gives null. Cached for the loader's life: one request.
 */
export function createKeyedLoader<Row>(
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> {
  return new DataLoader<string, Row | null>(
    async (keys) => {
      const rows = await fetchPossible(keys, fetch);
      const byKey = new Map(rows.map((row) => [keyOf(row), row]));
      return keys.map((key) => byKey.get(key) ?? null);
    },
    { maxBatchSize: Number.POSITIVE_INFINITY },
  );
}

/** As above, for the records that share a key, in the order in which `fetch` gives them; none gives an empty list. */
export function createGroupedLoader<Row>(
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, readonly Row[]> {
  return new DataLoader<string, readonly Row[]>(
    async (keys) => {
      const groups = new Map<string, Row[]>(keys.map((key) => [key, []]));
      for (const row of await fetchPossible(keys, fetch)) groups.get(keyOf(row))?.push(row);
      return keys.map((key) => groups.get(key) ?? []);
    },
    { maxBatchSize: Number.POSITIVE_INFINITY },
  );
}

async function fetchPossible<Row>(
  keys: readonly string[],
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const possible = keys.filter(isPossibleKey);
  return possible.length === 0 ? [] : fetch(possible);
}

/** PostgreSQL refuses text with a NUL, and one such key must not fail the whole batch. */
export function isPossibleKey(key: string): boolean {
  return key.length > 0 && key.length <= maxKeyLength && !key.includes('\0');
}
