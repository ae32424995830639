import { randomUUID } from 'node:crypto';
import { LedgerUnfit } from '../ledgerErrors.ts';
import { rangeRoot } from '../merkle/compactRange.ts';
import { leafHash } from '../merkle/hash.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import { type Frontier, frontierFrom } from '../tiles/frontier.ts';
import { levelCount, TILE_WIDTH, unfinishedWidth } from '../tiles/tile.ts';
import type { LedgerConnection } from './ledgerConnection.ts';
import type { Lease } from './treeSession.ts';

export interface ClaimedTree {
  readonly lease: Lease;
  readonly head: TreeHead;
  readonly note: string | undefined;
}

/** Leases the tree of this origin. Rejects with SQLSTATE LE003 while another holder's lease is valid. */
export async function claimTree(
  connection: LedgerConnection,
  claim: { readonly origin: string; readonly holder: string; readonly leaseTtlMs: number },
): Promise<ClaimedTree> {
  const token = randomUUID();
  const [row] = await connection.query<{ tree_id: number; size: string; root: Buffer; note: string | null }>({
    text: `select * from ledger.claim($1, $2, $3, $4 * interval '1 millisecond')`,
    values: [claim.origin, claim.holder, token, claim.leaseTtlMs],
  });
  if (!row) throw new LedgerUnfit([`the database did not hand out the tree ${claim.origin}`]);
  const head = { size: Number(row.size), root: row.root };
  return { lease: { treeId: row.tree_id, token }, head, note: row.note ?? undefined };
}

/** Rebuilds the tree's right edge from stored data. Throws LedgerUnfit if it does not produce the stored root. */
export async function loadFrontier(connection: LedgerConnection, { lease, head }: ClaimedTree): Promise<Frontier> {
  const entries = await connection.query<{ leaf_index: string; body: Buffer }>({
    text: 'select leaf_index, body from ledger.tail_entries($1)',
    values: [lease.treeId],
  });
  const tiles = await connection.query<{ level: number; tile_index: string; root: Buffer }>({
    text: 'select level, tile_index, root from ledger.tail_tiles($1)',
    values: [lease.treeId],
  });
  const unfinished: Buffer[][] = [entries.map(({ body }) => leafHash(body))];
  for (const { level, root } of tiles) {
    const hashes = unfinished[level + 1] ?? [];
    unfinished[level + 1] = hashes;
    hashes.push(root);
  }
  const levelsThere = Math.max(levelCount(head.size), unfinished.length);
  const levels = Array.from({ length: levelsThere }, (_, level) => unfinished[level] ?? []);

  const first = head.size - (entries.length % TILE_WIDTH);
  const gap = entries.findIndex(({ leaf_index }, at) => Number(leaf_index) !== first + at);
  if (gap >= 0) throw new LedgerUnfit([`entry ${first + gap} is missing from the end of the tree`]);
  const short = levels.findIndex((hashes, level) => hashes.length !== unfinishedWidth(head.size, level));
  if (short >= 0) {
    throw new LedgerUnfit([`the end of the tree of ${head.size} entries is not all there (tile level ${short})`]);
  }
  const frontier = frontierFrom(head.size, levels);
  if (!rangeRoot(frontier.range).equals(head.root)) {
    throw new LedgerUnfit([`the stored root does not fit the last entries of the tree of ${head.size}`]);
  }
  return frontier;
}
