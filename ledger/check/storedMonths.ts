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
    `select m.month::text as month, m.first_index::text as first, exists (
       select from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'ledger.entry'::regclass and c.relname = 'entry_' || to_char(m.month, 'YYYY_MM')) as attached
     from ledger.tree_month m where m.tree_id = $1 order by m.first_index desc`,
    [treeId],
  );
  const monthAt = (index: number) => rows.find(({ first }) => Number(first) <= index);
  const newestAttached = rows.filter(({ attached }) => attached).at(-1);
  return {
    of: (index) => monthAt(index)?.month,
    isArchived: (index) => monthAt(index)?.attached === false,
    firstKept: Number(newestAttached?.first ?? 0),
  };
}
