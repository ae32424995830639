import { type CompactRange, EMPTY_RANGE, extendRange } from '../merkle/compactRange.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tile.ts';

/** A full tile: 256 hashes of level `level`, and the root over them, which is the hash number `index` a level above. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
  readonly root: Buffer;
}

/** All that appending needs to remember of a tree: its right edge, and the hashes of its unfinished tiles by level. */
export interface Frontier {
  readonly range: CompactRange;
  readonly unfinished: readonly (readonly Buffer[])[];
}

export const EMPTY_FRONTIER: Frontier = { range: EMPTY_RANGE, unfinished: [] };

/** Adds leaves. The given frontier is left as it is, so that a batch which is not committed leaves no trace. */
export function extendFrontier(
  frontier: Frontier,
  leaves: readonly Buffer[],
): { readonly frontier: Frontier; readonly fullTiles: readonly FullTile[] } {
  const unfinished = frontier.unfinished.map((hashes) => [...hashes]);
  const fullTiles: FullTile[] = [];
  const levelAt = (level: number): Buffer[] => {
    const hashes = unfinished[level] ?? [];
    unfinished[level] = hashes;
    return hashes;
  };
  levelAt(0).push(...leaves);
  const range = extendRange(frontier.range, leaves, (height, index, root) => {
    if (height % TILE_HEIGHT !== 0) return;
    // A subtree of height 8k is complete: its 256 children are the oldest of their level, and it joins the next.
    const level = height / TILE_HEIGHT - 1;
    const hashes = levelAt(level).splice(0, TILE_WIDTH);
    fullTiles.push({ level, index, hashes: Buffer.concat(hashes), root });
    levelAt(level + 1).push(root);
  });
  return { frontier: { range, unfinished }, fullTiles };
}

/** The frontier of a stored tree from the hashes of its unfinished tiles, lowest level first. */
export function frontierFrom(size: number, unfinished: readonly (readonly Buffer[])[]): Frontier {
  const peaks: Buffer[] = [];
  for (const hashes of [...unfinished].reverse()) peaks.push(...extendRange(EMPTY_RANGE, hashes).peaks);
  return { range: { size, peaks }, unfinished };
}
