import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientBase } from 'pg';
import { HASH_BYTES, leafHash } from '../merkle/hash.ts';
import { readTile } from '../read/readTile.ts';
import { readKeptNotes, readPlaces, readStoredTree, type StoredTree } from '../read/storedTree.ts';
import { encodeEntryBundle } from '../tiles/entryBundle.ts';
import { levelCount, TILE_WIDTH, type TileId, tilesAt } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tilePath.ts';

export interface ExportOptions {
  /** A dedicated connection, logged in as a reader. */
  readonly reader: ClientBase;
  readonly origin: string;
  /** New or empty directory. */
  readonly directory: string;
  /** Exports the kept checkpoint of this size instead of the newest. */
  readonly size?: number;
  /** Omits bundles with entries before this index (archived elsewhere); hashes are exported anyway. */
  readonly entriesFrom?: number;
  readonly onProgress?: (exported: number, of: number) => void;
}

/** Bundles per read: 64 bundles, about 10 MB. */
const BUNDLES_A_READ = 64;

/**
 * Writes a tree as files. The same checkpoint always gives the same bytes. Data is exported as stored, right or wrong;
 * the verifier judges it. A missing entry is replaced by an empty one, so that the verifier can name it. See
 * https://c2sp.org/tlog-tiles.
 */
export async function exportLedger(options: ExportOptions): Promise<StoredTree> {
  const { reader, directory } = options;
  await mkdir(directory, { recursive: true });
  if ((await readdir(directory)).length > 0) throw new Error(`${directory} is not empty`);
  // Uses one snapshot, so entries that arrive meanwhile are not seen.
  await reader.query('begin isolation level repeatable read read only');
  try {
    const tree = await readStoredTree(reader, options.origin, options.size);
    await writeEntries(options, tree);
    for (let level = 0; level < levelCount(tree.size); level += 1) {
      for (const tile of tilesAt(tree.size, level)) {
        const path = tilePath(level, tile.index, tile.width);
        await writeInto(directory, path, await exportedTile(reader, tree, tile));
      }
    }
    const notes = await readKeptNotes(reader, tree.treeId, tree.size);
    await writeInto(directory, 'checkpoints.jsonl', notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
    // Written last, so that an interrupted export does not look complete.
    await writeInto(directory, 'checkpoint', tree.note);
    return tree;
  } finally {
    await reader.query('rollback');
  }
}

async function writeEntries({ reader, directory, entriesFrom, onProgress }: ExportOptions, tree: StoredTree) {
  const firstBundle = Math.ceil((entriesFrom ?? 0) / TILE_WIDTH);
  for (let bundle = firstBundle; bundle * TILE_WIDTH < tree.size; bundle += BUNDLES_A_READ) {
    const from = bundle * TILE_WIDTH;
    const to = Math.min(from + BUNDLES_A_READ * TILE_WIDTH, tree.size);
    const bodies = await readPlaces(reader, tree.treeId, from, to);
    for (let start = 0; start < to - from; start += TILE_WIDTH) {
      const width = Math.min(TILE_WIDTH, to - from - start);
      const path = tilePath('entries', (from + start) / TILE_WIDTH, width);
      await writeInto(directory, path, encodeEntryBundle(bodies.slice(start, start + width)));
    }
    onProgress?.(to, tree.size);
  }
}

/** Reads a tile like readTile, but a missing entry leaves a hash of zeros and does not shift those after it. */
async function exportedTile(reader: ClientBase, tree: StoredTree, tile: TileId): Promise<Buffer> {
  if (tile.level > 0 || tile.width === TILE_WIDTH) return readTile(reader, tree, tile);
  const first = tile.index * TILE_WIDTH;
  const bodies = await readPlaces(reader, tree.treeId, first, first + tile.width);
  return Buffer.concat(bodies.map((body) => (body.length === 0 ? Buffer.alloc(HASH_BYTES) : leafHash(body))));
}

async function writeInto(directory: string, path: string, bytes: Buffer | string): Promise<void> {
  const file = join(directory, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
