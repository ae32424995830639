import { consistencyProof, inclusionProof } from '../merkle/proofs.ts';
import { formatReceipt } from '../verify/receiptText.ts';
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
