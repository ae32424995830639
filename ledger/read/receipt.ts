import { consistencyProof, inclusionProof } from '../merkle/proofs.ts';
import { formatProof, formatReceipt } from '../verify/receiptText.ts';
import { nodeReader } from './readTile.ts';
import { type Queryable, readBodies, readStoredTree } from './storedTree.ts';

/**
 * Builds a file that proves to anyone with the log's public key that entry `index` is in the log. See
 * c2sp.org/tlog-proof.
 */
export async function readReceipt(reader: Queryable, origin: string, index: number): Promise<string> {
  const tree = await readStoredTree(reader, origin);
  const proof = await inclusionProof(index, tree.size, nodeReader(reader, tree));
  const [body] = await readBodies(reader, tree.treeId, index, index + 1);
  if (!body) throw new Error(`entry ${index} of ${origin} is not in this database; it may be in the archive`);
  return formatReceipt({ index, body, proof, note: tree.note });
}

/** The newest checkpoint, and the proof that the log of `oldSize` entries is a prefix of it. */
export interface ConsistencyEvidence {
  readonly newNote: string;
  readonly proof: readonly Buffer[];
}

/**
 * Proves that the log of `to` entries begins with the log of `from` entries; undefined if this log never had that many.
 * Hashes only: the verifier has checkpoints of both sizes.
 */
export async function readConsistencyProof(
  reader: Queryable,
  origin: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly string[] | undefined> {
  if (!(await hasLog(reader, origin))) return undefined;
  const tree = await readStoredTree(reader, origin);
  if (from < 1 || from > to || to > tree.size) return undefined;
  return formatProof(await consistencyProof(from, to, nodeReader(reader, tree)));
}

async function hasLog(reader: Queryable, origin: string): Promise<boolean> {
  const { rows } = await reader.query('select 1 from ledger.tree where origin = $1 and note is not null', [origin]);
  return rows.length > 0;
}

/**
 * Proves consistency with any checkpoint of `oldSize` entries that was ever signed, whether or not it is stored here.
 */
export async function readConsistency(
  reader: Queryable,
  origin: string,
  oldSize: number,
): Promise<ConsistencyEvidence> {
  const tree = await readStoredTree(reader, origin);
  const proof = await consistencyProof(oldSize, tree.size, nodeReader(reader, tree));
  return { newNote: tree.note, proof };
}
