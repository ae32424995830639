import { foldPeaks } from './compactRange.ts';
import type { LeafRange, SubtreeId } from './subtrees.ts';
import { splitPoint, subtreesOf } from './subtrees.ts';

/** Returns the root of a perfect subtree to a prover: `readNode` of a tile store, or a map in a test. */
export type ReadNode = (subtree: SubtreeId) => Promise<Buffer> | Buffer;

/**
 * Builds an inclusion proof: the siblings from the leaf up to the root's child. See RFC 6962 section 2.1.1, PATH(m,
 * D[n]).
 */
export async function inclusionProof(index: number, size: number, readNode: ReadNode): Promise<Buffer[]> {
  if (!isCount(size) || !isCount(index) || index >= size) {
    throw new RangeError(`no entry ${index} in a tree of ${size} entries`);
  }
  return hashRanges(inclusionRanges(index, size), readNode);
}

/**
 * Builds a consistency proof: the tree of `oldSize` leaves is a prefix of the one of `newSize`. See RFC 6962 section
 * 2.1.2, PROOF(m, D[n]).
 */
export async function consistencyProof(oldSize: number, newSize: number, readNode: ReadNode): Promise<Buffer[]> {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) {
    throw new RangeError(`no tree of ${oldSize} entries inside one of ${newSize}`);
  }
  if (oldSize === 0 || oldSize === newSize) return [];
  return hashRanges(consistencyRanges(oldSize, newSize), readNode);
}

function inclusionRanges(index: number, size: number): LeafRange[] {
  const siblings: LeafRange[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      siblings.push({ from: middle, to });
      to = middle;
    } else {
      siblings.push({ from, to: middle });
      from = middle;
    }
  }
  return siblings.reverse();
}

/** SUBPROOF(m, D[n], b) as a loop: `whole` is the RFC's b, true while the verifier knows the old tree's own root. */
function consistencyRanges(oldSize: number, newSize: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let from = 0;
  let to = newSize;
  let whole = true;
  while (oldSize < to) {
    const middle = from + splitPoint(to - from);
    if (oldSize <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
      whole = false;
    }
  }
  if (!whole) ranges.push({ from, to });
  return ranges.reverse();
}

/** Reads one range after another, because a database connection handles only one read at a time. */
async function hashRanges(ranges: readonly LeafRange[], readNode: ReadNode): Promise<Buffer[]> {
  const hashes: Buffer[] = [];
  for (const range of ranges) {
    const peaks: Buffer[] = [];
    for (const subtree of subtreesOf(range)) peaks.push(await readNode(subtree));
    const root = foldPeaks(peaks);
    if (root === undefined) throw new RangeError('an empty range has no place in a proof');
    hashes.push(root);
  }
  return hashes;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
