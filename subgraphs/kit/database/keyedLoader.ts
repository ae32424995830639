import DataLoader from 'dataloader';
import type { RowsByKey } from './coalescedReads.ts';

/** No number of any system is longer; longer ones exist nowhere. */
const MAX_KEY_LENGTH = 200;

type ReadRows<Row> = (keys: readonly string[]) => Promise<RowsByKey<Row>>;

/**
 * Loads one record per key, for all keys asked for in the same turn with one call of `read`, that is at most one SQL
 * statement whatever their number. A key that no record has gives null. Cached for the loader's life: one request.
 */
export function createKeyedLoader<Row>(read: ReadRows<Row>): DataLoader<string, Row | null> {
  return createLoader(read, (rows) => rows?.[0] ?? null);
}

const NONE: readonly never[] = [];

/** As above, for the records that share a key, in the order in which `read` gives them; none gives an empty list. */
export function createGroupedLoader<Row>(read: ReadRows<Row>): DataLoader<string, readonly Row[]> {
  return createLoader(read, (rows) => rows ?? NONE);
}

function createLoader<Row, Loaded>(
  read: ReadRows<Row>,
  loaded: (rows: readonly Row[] | undefined) => Loaded,
): DataLoader<string, Loaded> {
  return new DataLoader<string, Loaded>(
    async (keys) => {
      const possible = keys.filter(isPossibleKey);
      const rows = possible.length === 0 ? undefined : await read(possible);
      return keys.map((key) => loaded(rows?.get(key)));
    },
    { maxBatchSize: Number.POSITIVE_INFINITY },
  );
}

/** PostgreSQL refuses text with a NUL, and one such key must not fail the whole batch. */
export function isPossibleKey(key: string): boolean {
  return key.length > 0 && key.length <= MAX_KEY_LENGTH && !key.includes('\0');
}
