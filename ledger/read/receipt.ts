import { consistencyProof, inclusionProof } from '../merkle/proofs.ts';
import { formatReceipt } from '../verify/receiptText.ts';
import { nodeReader } from './readTile.ts';
import { type Queryable, readBodies, readStoredTree } from './storedTree.ts';

/** A file that proves to anyone with the log's public key that entry `index` is in the log (c2sp.org/tlog-proof). */
export async function readReceipt(reader: Queryable, origin: string, index: number): Promise<string> {
  const tree = await readStoredTree(reader, origin);
  const proof = await inclusionProof(index, tree.size, nodeReader(reader, tree));
  const [body] = await readBodies(reader, tree.treeId, index, index + 1);
  if (!body) throw new Error(`entry ${index} of ${origin} is not in this database; it may be in the archive`);
  return formatReceipt({ index, body, proof, note: tree.note });
}

/** Two checkpoints and the proof that the older is a prefix of the newer, as verifyConsistency takes them. */
export interface ConsistencyEvidence {
  readonly oldNote: string;
  readonly newNote: string;
  readonly proof: readonly Buffer[];
}

/** Proves the kept checkpoint of `oldSize` entries against the newest. */
export async function readConsistency(
  reader: Queryable,
  origin: string,
  oldSize: number,
): Promise<ConsistencyEvidence> {
  const tree = await readStoredTree(reader, origin);
  const older = await readStoredTree(reader, origin, oldSize);
  const proof = await consistencyProof(older.size, tree.size, nodeReader(reader, tree));
  return { oldNote: older.note, newNote: tree.note, proof };
}
