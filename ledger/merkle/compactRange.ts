import { EMPTY_ROOT, nodeHash } from './hash.ts';

/**
 * The right edge of a Merkle tree: the roots of its perfect subtrees, largest first, one per 1-bit of `size`. It is
 * enough for appending and for computing the root: O(log n) space, and on average one node hash per leaf.
 */
export interface CompactRange {
  readonly size: number;
  readonly peaks: readonly Buffer[];
}

export const EMPTY_RANGE: CompactRange = { size: 0, peaks: [] };

/** A perfect subtree completed by a leaf: `2 ** height` leaves, the `index`-th of its height from the left. */
export type OnSubtree = (height: number, index: number, root: Buffer) => void;

/** Adds leaves on the right. Reports each perfect subtree (height >= 1) in the order in which it is completed. */
export function extendRange(range: CompactRange, leaves: readonly Buffer[], onSubtree?: OnSubtree): CompactRange {
  const peaks = [...range.peaks];
  let size = range.size;
  for (const leaf of leaves) {
    let root = leaf;
    let height = 0;
    // Arithmetic instead of bit shifts, because sizes may exceed 2**32.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = peaks.pop();
      if (left === undefined) throw new RangeError('the peaks do not fit the size');
      root = nodeHash(left, root);
      height += 1;
      onSubtree?.(height, (rest - 1) / 2, root);
    }
    peaks.push(root);
    size += 1;
  }
  return { size, peaks };
}

/** Computes the Merkle tree hash of all leaves of the range. See RFC 6962 section 2.1. */
export function rangeRoot(range: CompactRange): Buffer {
  return foldPeaks(range.peaks) ?? EMPTY_ROOT;
}

/** Joins perfect subtrees of decreasing height into their common root; undefined for none. */
export function foldPeaks(peaks: readonly Buffer[]): Buffer | undefined {
  return peaks.reduceRight<Buffer | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined);
}
