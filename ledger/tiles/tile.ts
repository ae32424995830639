/** Width of a tile: 256 hashes, so it covers a subtree of height 8. See https://c2sp.org/tlog-tiles. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;

/** A tile, full or not, of a tree of a given size. */
export interface TileId {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** Number of hashes on level `level` in a tree of `size` leaves: one per full tile of the level below. */
export function hashesAt(size: number, level: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Number of hashes in the unfinished tile of a level. */
export function unfinishedWidth(size: number, level: number): number {
  return hashesAt(size, level) % TILE_WIDTH;
}

/** Lists the tiles of one level from left to right; only the last can be unfinished. */
export function* tilesAt(size: number, level: number): Generator<TileId> {
  const hashes = hashesAt(size, level);
  for (let index = 0; index * TILE_WIDTH < hashes; index += 1) {
    yield { level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) };
  }
}

/** Number of levels that have any hash. */
export function levelCount(size: number): number {
  let levels = 0;
  while (hashesAt(size, levels) > 0) levels += 1;
  return levels;
}
