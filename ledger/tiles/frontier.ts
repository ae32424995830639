import { type CompactRange, EMPTY_RANGE, extendRange } from '../merkle/compactRange.ts';
import { HASH_BYTES } from '../merkle/hash.ts';
import { TILE_HEIGHT, TILE_WIDTH } from './tile.ts';

/** A full tile: 256 hashes of level `level`, and their common root, which is hash number `index` one level above. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
  readonly root: Buffer;
}

/** The state of a tree needed for appending: its right edge and the unfinished tile of each level. */
export interface Frontier {
  readonly range: CompactRange;
  /** Concatenated hashes: one Buffer per hash would retain thousands of bytes of a pool. */
  readonly unfinished: readonly Buffer[];
}

export const EMPTY_FRONTIER: Frontier = { range: EMPTY_RANGE, unfinished: [] };

const TILE_BYTES = TILE_WIDTH * HASH_BYTES;
const NO_HASHES = Buffer.alloc(0);

/**
 * Adds leaves, given as pieces of several hashes each. Does not modify the given frontier, so that an uncommitted batch
 * leaves no trace.
 */
export function extendFrontier(
  frontier: Frontier,
  pieces: readonly Buffer[],
): { readonly frontier: Frontier; readonly fullTiles: readonly FullTile[] } {
  const [waiting = NO_HASHES, ...higher] = frontier.unfinished;
  const lowest = Buffer.concat([waiting, ...pieces]);
  const unfinished = [lowest, ...higher];
  const fullTiles: FullTile[] = [];
  const range = extendRange(frontier.range, hashesIn(lowest, waiting.length), (height, index, root) => {
    if (height % TILE_HEIGHT !== 0) return;
    // A subtree of height 8k is complete: its 256 children are the oldest of their level, and it joins the next.
    const level = height / TILE_HEIGHT - 1;
    const hashes = unfinished[level] ?? NO_HASHES;
    fullTiles.push({ level, index, hashes: hashes.subarray(0, TILE_BYTES), root });
    unfinished[level] = hashes.subarray(TILE_BYTES);
    unfinished[level + 1] = Buffer.concat([unfinished[level + 1] ?? NO_HASHES, root]);
  });
  return { frontier: { range, unfinished }, fullTiles };
}

/** Builds the frontier of a stored tree from the hashes of its unfinished tiles, lowest level first. */
export function frontierFrom(size: number, levels: readonly (readonly Buffer[])[]): Frontier {
  const peaks: Buffer[] = [];
  for (const hashes of [...levels].reverse()) peaks.push(...extendRange(EMPTY_RANGE, hashes).peaks);
  return { range: { size, peaks }, unfinished: levels.map((hashes) => Buffer.concat(hashes)) };
}

function hashesIn(bytes: Buffer, from: number): Buffer[] {
  const hashes: Buffer[] = [];
  for (let at = from; at < bytes.length; at += HASH_BYTES) hashes.push(bytes.subarray(at, at + HASH_BYTES));
  return hashes;
}
