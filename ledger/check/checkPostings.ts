import type { Queryable } from '../read/storedTree.ts';
import type { IndexProblem } from './checkEntries.ts';

/** Entries per block. See migrations/009-postings.sql. */
export const BLOCK_ENTRIES = 4_096;

/** SQL that derives postings from the entries' columns, with the same grouping as ledger.post_block. */
const DIFFERING_BLOCKS = `WITH expected AS (
    SELECT coalesce('requester:' || requester, 'sort:' || sort) AS key, month, leaf_index >> 12 AS block,
      min(recorded_at) AS first_at, max(recorded_at) AS last_at,
      array_agg((leaf_index & 4095)::smallint ORDER BY leaf_index) AS places
    FROM ledger.entry
    WHERE tree_id = $1 AND leaf_index >= $2::bigint << 12 AND leaf_index < $3::bigint << 12 AND leaf_index >= $4::bigint
      -- Whoever looks up reads the entries of later blocks themselves.
      AND leaf_index >> 12 <= (SELECT coalesce(max(block), -1) FROM ledger.posted WHERE tree_id = $1)
    GROUP BY GROUPING SETS ((leaf_index >> 12, month, requester), (leaf_index >> 12, month, sort))
    HAVING requester IS NOT NULL OR sort IS NOT NULL
  ), stored AS (
    SELECT key, month, block, first_at, last_at, ARRAY(SELECT p FROM unnest(places) AS p ORDER BY p) AS places
    FROM ledger.posting WHERE tree_id = $1 AND block >= $2 AND block < $3
      -- Postings of archived months stay and lead nowhere.
      AND month >= (SELECT coalesce(max(month), '-infinity') FROM ledger.tree_month
                    WHERE tree_id = $1 AND first_index <= $4::bigint)
  )
  SELECT DISTINCT block::text FROM (
    (SELECT * FROM expected EXCEPT ALL SELECT * FROM stored) UNION ALL
    (SELECT * FROM stored EXCEPT ALL SELECT * FROM expected)) AS d ORDER BY block`;

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

const STRAY_ROWS = `SELECT what FROM (VALUES
  ('entries are stored beyond the end of the tree', EXISTS (
    SELECT FROM ledger.tree t, LATERAL (SELECT FROM ledger.entry e WHERE e.tree_id = t.tree_id
      AND (e.leaf_index >= t.size OR e.leaf_index < 0) LIMIT 1) AS e WHERE t.tree_id = $1)),
  ('blocks count as posted that are not full, or lack a row', EXISTS (
    SELECT FROM ledger.tree t, LATERAL (SELECT count(*) AS blocks, coalesce(max(block), -1) AS last FROM ledger.posted p
      WHERE p.tree_id = t.tree_id) AS p WHERE t.tree_id = $1 AND (p.last >= t.size >> 12 OR p.blocks <> p.last + 1))),
  ('postings are stored for blocks that have none', EXISTS (
    SELECT FROM ledger.posting p WHERE p.tree_id = $1 AND NOT EXISTS (
      SELECT FROM ledger.posted d WHERE d.tree_id = p.tree_id AND d.block = p.block))),
  ('postings are stored for a tree that does not exist', EXISTS (
    SELECT FROM ledger.posting p WHERE NOT EXISTS (SELECT FROM ledger.tree t WHERE t.tree_id = p.tree_id))),
  ('entries are stored for a tree that does not exist', EXISTS (
    SELECT FROM (SELECT tree_id AS low, lead(tree_id) OVER (ORDER BY tree_id) AS high FROM (
      SELECT tree_id FROM ledger.tree UNION ALL SELECT -2147483648) AS t) AS gap,
      LATERAL (SELECT FROM ledger.entry e WHERE e.tree_id > gap.low AND e.tree_id < coalesce(gap.high, 2147483647)
        LIMIT 1) AS e))
  ) AS checks(what, found) WHERE found`;

/** Finds rows that belong to no entry of the tree, or to no tree: they could displace real entries in a result. */
export async function checkStrayRows(
  reader: Queryable,
  { treeId, size }: { readonly treeId: number; readonly size: number },
): Promise<readonly IndexProblem[]> {
  const { rows } = await reader.query<{ what: string }>(STRAY_ROWS, [treeId]);
  return rows.map(({ what }) => ({ first: 0, last: Math.max(size - 1, 0), what }));
}
