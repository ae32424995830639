import { EMPTY_RANGE, extendRange, rangeRoot } from '../merkle/compactRange.ts';
import { HASH_BYTES, leafHash } from '../merkle/hash.ts';
import type { ReadNode } from '../merkle/proofs.ts';
import { hashesAt, TILE_HEIGHT, TILE_WIDTH, type TileId } from '../tiles/tile.ts';
import { type Queryable, readBodies, type StoredTree } from './storedTree.ts';

/** Reads a tile's concatenated hashes: as stored if full, otherwise from the entries or the tiles below. */
export async function readTile(reader: Queryable, { treeId }: StoredTree, tile: TileId): Promise<Buffer> {
  const first = tile.index * TILE_WIDTH;
  if (tile.width === TILE_WIDTH) {
    const { rows } = await reader.query<{ hashes: Buffer }>(
      'select hashes from ledger.tile where tree_id = $1 and level = $2 and tile_index = $3',
      [treeId, tile.level, tile.index],
    );
    return rows[0]?.hashes ?? Buffer.alloc(0);
  }
  if (tile.level === 0) {
    return Buffer.concat((await readBodies(reader, treeId, first, first + tile.width)).map(leafHash));
  }
  const { rows } = await reader.query<{ root: Buffer }>(
    `select root from ledger.tile where tree_id = $1 and level = $2 and tile_index >= $3 and tile_index < $4
     order by tile_index`,
    [treeId, tile.level - 1, first, first + tile.width],
  );
  return Buffer.concat(rows.map(({ root }) => root));
}

/** Reads the perfect subtrees of a stored tree: O(log n) tiles per proof, each read once. */
export function nodeReader(reader: Queryable, tree: StoredTree): ReadNode {
  const tiles = new Map<string, Promise<Buffer>>();
  return async ({ height, index }) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = index * count;
    const tile = Math.floor(first / TILE_WIDTH);
    const width = Math.min(TILE_WIDTH, hashesAt(tree.size, level) - tile * TILE_WIDTH);
    const key = `${level}/${tile}`;
    const hashes = await (tiles.get(key) ??
      remember(tiles, key, readTile(reader, tree, { level, index: tile, width })));
    if (hashes.length !== width * HASH_BYTES) throw new Error(`tile ${key} of ${tree.origin} is not all there`);
    const start = first - tile * TILE_WIDTH;
    const leaves = Array.from({ length: count }, (_, at) =>
      hashes.subarray((start + at) * HASH_BYTES, (start + at + 1) * HASH_BYTES),
    );
    return rangeRoot(extendRange(EMPTY_RANGE, leaves));
  };
}

function remember(tiles: Map<string, Promise<Buffer>>, key: string, tile: Promise<Buffer>): Promise<Buffer> {
  tiles.set(key, tile);
  return tile;
}
