/** The leaves `from` (included) to `to` (excluded). */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** A perfect, aligned subtree: the leaves `index * 2**height` to `(index + 1) * 2**height`. */
export interface SubtreeId {
  readonly height: number;
  readonly index: number;
}

/**
 * The largest power of two smaller than `count` (count >= 2), which is where a tree splits. See RFC 6962 section 2.1.
 */
export function splitPoint(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** Lists the perfect subtrees of a range that starts at a split point of its tree, largest first. */
export function subtreesOf(range: LeafRange): SubtreeId[] {
  const subtrees: SubtreeId[] = [];
  let from = range.from;
  while (from < range.to) {
    let height = 0;
    let width = 1;
    while (from % (width * 2) === 0 && from + width * 2 <= range.to) {
      width *= 2;
      height += 1;
    }
    subtrees.push({ height, index: from / width });
    from += width;
  }
  return subtrees;
}
