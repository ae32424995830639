import { areEqual, type Bytes, concat, sha256 } from './bytes.ts';

export const HASH_BYTES = 32;

/** A tree's size and root, as a checkpoint states them. */
export interface TreeHead {
  readonly size: number;
  readonly root: Bytes;
}

/** `SHA-256(0x00 || entry)`. See RFC 6962 section 2.1. */
export function leafHash(entry: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(0), entry));
}

function nodeHash(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(1), left, right));
}

/** True if the proof leads from the leaf at `index` to the root of the head. See RFC 9162 section 2.1.3.2. */
export async function isIncluded(
  leaf: Bytes,
  index: number,
  { size, root }: TreeHead,
  proof: readonly Bytes[],
): Promise<boolean> {
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = await nodeHash(hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && areEqual(hash, root);
}

/** True if the proof shows that the newer log begins with the older one. See RFC 9162 section 2.1.4.2. */
export async function isConsistent(older: TreeHead, newer: TreeHead, proof: readonly Bytes[]): Promise<boolean> {
  if (!isCount(older.size) || !isCount(newer.size) || older.size < 1 || older.size > newer.size) return false;
  if (!areHashes([older.root, newer.root, ...proof])) return false;
  if (older.size === newer.size) return proof.length === 0 && areEqual(older.root, newer.root);
  let node = older.size - 1;
  let last = newer.size - 1;
  while (node % 2 === 1) {
    node = (node - 1) / 2;
    last = Math.floor(last / 2);
  }
  // For a perfect subtree, the proof has no seed: its root is the old root itself.
  const [seed, ...steps] = node === 0 ? [older.root, ...proof] : proof;
  if (seed === undefined) return false;
  let oldHash = seed;
  let newHash = seed;
  for (const step of steps) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = await nodeHash(step, oldHash);
      newHash = await nodeHash(step, newHash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newHash = await nodeHash(newHash, step);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && areEqual(oldHash, older.root) && areEqual(newHash, newer.root);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(hashes: readonly Bytes[]): boolean {
  return hashes.every((hash) => hash.length === HASH_BYTES);
}
