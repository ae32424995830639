import type { Queryable } from '../read/storedTree.ts';

/** Start of each month in a tree, and which months were archived. */
export interface StoredMonths {
  /** First day of the month that the entry is stored under, YYYY-MM-DD. */
  of(index: number): string | undefined;
  isArchived(index: number): boolean;
  /** Index of the first entry that is not archived. */
  readonly firstKept: number;
}

export async function readStoredMonths(reader: Queryable, treeId: number): Promise<StoredMonths> {
  const { rows } = await reader.query<{ month: string; first: string; attached: boolean }>(
    `SELECT m.month::text AS month, m.first_index::text AS first, EXISTS (
       SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
       WHERE i.inhparent = 'ledger.entry'::regclass AND c.relname = 'entry_' || to_char(m.month, 'YYYY_MM')) AS attached
     FROM ledger.tree_month m WHERE m.tree_id = $1 ORDER BY m.first_index DESC`,
    [treeId],
  );
  const monthAt = (index: number) => rows.find(({ first }) => Number(first) <= index);
  const kept = rows.filter(({ attached }) => attached).at(-1);
  return {
    of: (index) => monthAt(index)?.month,
    isArchived: (index) => monthAt(index)?.attached === false,
    firstKept: Number(kept?.first ?? 0),
  };
}
