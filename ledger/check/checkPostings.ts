import type { Queryable } from '../read/storedTree.ts';
import type { IndexProblem } from './checkEntries.ts';

/** Entries per block. See migrations/009-postings.sql. */
export const BLOCK_ENTRIES = 4_096;

/** SQL that derives postings from the entries' columns, with the same grouping as ledger.post_block. */
const DIFFERING_BLOCKS = `with expected as (
    select coalesce('requester:' || requester, 'sort:' || sort) as key, month, leaf_index >> 12 as block,
      min(recorded_at) as first_at, max(recorded_at) as last_at,
      array_agg((leaf_index & 4095)::smallint order by leaf_index) as places
    from ledger.entry
    where tree_id = $1 and leaf_index >= $2::bigint << 12 and leaf_index < $3::bigint << 12 and leaf_index >= $4::bigint
      -- Whoever looks up reads the entries of later blocks themselves.
      and leaf_index >> 12 <= (select coalesce(max(block), -1) from ledger.posted where tree_id = $1)
    group by grouping sets ((leaf_index >> 12, month, requester), (leaf_index >> 12, month, sort))
    having requester is not null or sort is not null
  ), stored as (
    select key, month, block, first_at, last_at, array(select p from unnest(places) as p order by p) as places
    from ledger.posting where tree_id = $1 and block >= $2 and block < $3
      -- Postings of archived months stay and lead nowhere.
      and month >= (select coalesce(max(month), '-infinity') from ledger.tree_month
                    where tree_id = $1 and first_index <= $4::bigint)
  )
  select distinct block::text from (
    (select * from expected except all select * from stored) union all
    (select * from stored except all select * from expected)) as d order by block`;

/**
 * Compares the postings of the blocks in [from, to) with the columns of their entries. checkEntries compares those
 * columns.
 */
export async function checkPostings(
  reader: Queryable,
  treeId: number,
  from: number,
  to: number,
  firstEntry: number,
): Promise<readonly IndexProblem[]> {
  if (to <= from) return [];
  const { rows } = await reader.query<{ block: string }>(DIFFERING_BLOCKS, [treeId, from, to, firstEntry]);
  return rows.map(({ block }) => ({
    first: Number(block) * BLOCK_ENTRIES,
    last: (Number(block) + 1) * BLOCK_ENTRIES - 1,
    what: 'the postings of this block do not lead to its entries',
  }));
}

const STRAY_ROWS = `select what from (values
  ('entries are stored beyond the end of the tree', exists (
    select from ledger.tree t, lateral (select from ledger.entry e where e.tree_id = t.tree_id
      and (e.leaf_index >= t.size or e.leaf_index < 0) limit 1) as e where t.tree_id = $1)),
  ('blocks count as posted that are not full, or lack a row', exists (
    select from ledger.tree t, lateral (select count(*) as blocks, coalesce(max(block), -1) as last from ledger.posted p
      where p.tree_id = t.tree_id) as p where t.tree_id = $1 and (p.last >= t.size >> 12 or p.blocks <> p.last + 1))),
  ('postings are stored for blocks that have none', exists (
    select from ledger.posting p where p.tree_id = $1 and not exists (
      select from ledger.posted d where d.tree_id = p.tree_id and d.block = p.block))),
  ('postings are stored for a tree that does not exist', exists (
    select from ledger.posting p where not exists (select from ledger.tree t where t.tree_id = p.tree_id))),
  ('entries are stored for a tree that does not exist', exists (
    select from (select tree_id as low, lead(tree_id) over (order by tree_id) as high from (
      select tree_id from ledger.tree union all select -2147483648) as t) as gap,
      lateral (select from ledger.entry e where e.tree_id > gap.low and e.tree_id < coalesce(gap.high, 2147483647)
        limit 1) as e))
  ) as checks(what, found) where found`;

/** Finds rows that belong to no entry of the tree, or to no tree: they could displace real entries in a result. */
export async function checkStrayRows(
  reader: Queryable,
  { treeId, size }: { readonly treeId: number; readonly size: number },
): Promise<readonly IndexProblem[]> {
  const { rows } = await reader.query<{ what: string }>(STRAY_ROWS, [treeId]);
  return rows.map(({ what }) => ({ first: 0, last: Math.max(size - 1, 0), what }));
}
