import { readConsistencyProof, readReceipt } from '../../../ledger/index.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { EntryPlace, EntryRow } from './entry.ts';
import { queryable } from './ledgerQueries.ts';

export interface StoredCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  readonly note: string;
  readonly keptAt: Date;
}

const checkpoints = statement<Omit<StoredCheckpoint, 'size'> & { readonly size: string }>(
  'audit.checkpoints',
  `select t.origin, c.size::text as size, encode(c.root, 'base64') as root, c.note, c.kept_at as "keptAt"
   from ledger.checkpoint c join ledger.tree t using (tree_id)
   where $1::text is null or t.origin = $1 order by c.kept_at desc, c.size desc limit $2`,
);

export async function readCheckpoints(
  database: Queries,
  origin: string | null,
  first: number,
): Promise<readonly StoredCheckpoint[]> {
  const rows = await database.rows(checkpoints, [origin, first]);
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

const oneEntry = statement<EntryRow & { readonly origin: string }>(
  'audit.entry',
  `select e.tree_id as "treeId", e.leaf_index::text as "leafIndex", e.recorded_at as "recordedAt",
     e.month::text as month, e.body, t.origin
   from ledger.entry e join ledger.tree t using (tree_id) where e.tree_id = $1 and e.leaf_index = $2`,
);

export async function readOneEntry(database: Queries, { treeId, leafIndex }: EntryPlace) {
  return (await database.rows(oneEntry, [treeId, leafIndex]))[0];
}

const manifestPlace = statement<Pick<EntryRow, 'treeId' | 'leafIndex'>>(
  'audit.manifestPlace',
  `select e.tree_id as "treeId", e.leaf_index::text as "leafIndex"
   from ledger.entry e join ledger.tree t using (tree_id) where e.person = $1 and t.origin = $2 limit 1`,
);

/** Finds an entry of the same tree by its leaf hash, which is how records reference their manifests. */
export async function placeOfManifest(
  database: Queries,
  origin: string,
  name: string,
): Promise<EntryPlace | undefined> {
  const [row] = await database.rows(manifestPlace, [Buffer.from(name, 'base64url'), origin]);
  return row === undefined ? undefined : { treeId: row.treeId, leafIndex: Number(row.leafIndex) };
}

/** Builds the receipt of an entry against the newest checkpoint. */
export function receiptOf(database: Queries, origin: string, { leafIndex }: EntryPlace): Promise<string> {
  return readReceipt(queryable(database), origin, leafIndex);
}

/** Hashes that prove that a log of `to` entries begins with that of `from`; undefined if the log is not that long. */
export function consistencyOf(
  database: Queries,
  origin: string,
  sizes: { readonly from: number; readonly to: number },
): Promise<readonly string[] | undefined> {
  return readConsistencyProof(queryable(database), origin, sizes);
}
