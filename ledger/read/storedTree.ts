import type { QueryResult, QueryResultRow } from 'pg';
import type { TreeHead } from '../merkle/verifyProof.ts';

/** A client or a pool of `pg`, logged in as a reader. */
export interface Queryable {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<QueryResult<Row>>;
}

/** A tree with a signed head, as stored. */
export interface StoredTree extends TreeHead {
  readonly treeId: number;
  readonly origin: string;
  readonly note: string;
}

interface TreeRow {
  readonly tree_id: number;
  readonly size: string;
  readonly root: Buffer;
  readonly note: string | null;
}

/** Reads the tree of this origin at its newest checkpoint, or at the kept checkpoint of `size` entries. */
export async function readStoredTree(reader: Queryable, origin: string, size?: number): Promise<StoredTree> {
  const newest = await reader.query<TreeRow>(
    'select tree_id, size, root, note from ledger.tree where origin = $1 and ($2::bigint is null or size = $2)',
    [origin, size],
  );
  const storedSizes = async () =>
    reader.query<TreeRow>(
      `select c.tree_id, c.size, c.root, c.note from ledger.checkpoint c join ledger.tree t using (tree_id)
       where t.origin = $1 and c.size = $2`,
      [origin, size],
    );
  const row = newest.rows[0] ?? (await storedSizes()).rows[0];
  if (!row?.note) throw new Error(`there is no checkpoint of ${size ?? 'any'} entries of ${origin}`);
  return { treeId: row.tree_id, origin, size: Number(row.size), root: row.root, note: row.note };
}

/** Reads the kept checkpoints of a tree up to `size` entries, oldest first. */
export async function readKeptNotes(reader: Queryable, treeId: number, size: number): Promise<readonly string[]> {
  const { rows } = await reader.query<{ note: string }>(
    'select note from ledger.checkpoint where tree_id = $1 and size <= $2 order by size',
    [treeId, size],
  );
  return rows.map(({ note }) => note);
}

/** Reads the entries `from` to `to` (excluded) in order; missing ones are skipped. */
export async function readBodies(reader: Queryable, treeId: number, from: number, to: number): Promise<Buffer[]> {
  return (await readPlaces(reader, treeId, from, to)).filter((body) => body.length > 0);
}

/**
 * Reads one body per index from `from` to `to` (excluded). A missing entry has no bytes, which a real one never has.
 */
export async function readPlaces(reader: Queryable, treeId: number, from: number, to: number): Promise<Buffer[]> {
  const { rows } = await reader.query<{ leaf_index: string; body: Buffer }>(
    `select leaf_index, body from ledger.entry where tree_id = $1 and leaf_index >= $2 and leaf_index < $3`,
    [treeId, from, to],
  );
  const places: Buffer[] = Array.from({ length: to - from }, () => Buffer.alloc(0));
  for (const { leaf_index, body } of rows) places[Number(leaf_index) - from] = body;
  return places;
}
