import DataLoader from 'dataloader';
import type { RowsByKey } from './coalescedReads.ts';

/** Longest possible key. No number in any system is longer. */
const MAX_KEY_LENGTH = 200;

type ReadRows<Row> = (keys: readonly string[]) => Promise<RowsByKey<Row>>;

/**
 * Loads one record per key. All keys requested in the same turn share one call of `read`, which is at most one SQL
 * statement. A key without a record gives null. Cached for the loader's life, which is one request.
 */
export function createKeyedLoader<Row>(read: ReadRows<Row>): DataLoader<string, Row | null> {
  return createLoader(read, (rows) => rows?.[0] ?? null);
}

const NONE: readonly never[] = [];

/** Loads all records that share a key, in the order `read` returns them, or an empty list. */
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

/** Rejects keys that PostgreSQL would: text with a NUL, for one, would fail the whole batch. */
export function isPossibleKey(key: string): boolean {
  return key.length > 0 && key.length <= MAX_KEY_LENGTH && !key.includes('\0');
}
