import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { levelCount, TILE_WIDTH, tilesAt } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tilePath.ts';

/** Larger than any file of an export: a full bundle is 16 MiB, a kept checkpoint about 300 bytes. */
const LARGEST_FILE = 1_073_741_824;

/**
 * Reads a plain file, or returns undefined if there is none: a device, pipe, directory or file of an impossible size is
 * not the file that the log wrote. Throws on other failures (no permission, broken disk).
 */
export async function readIfThere(directory: string, path: string): Promise<Buffer | undefined> {
  const file = join(directory, path);
  try {
    const found = await stat(file);
    return found.isFile() && found.size <= LARGEST_FILE ? await readFile(file) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Finds the first file under tile/ that a tree of this size does not have, so that no hidden entries are included. */
export async function findSurplusFile(directory: string, size: number): Promise<string | undefined> {
  const expected = new Set<string>();
  for (let level = 0; level < levelCount(size); level += 1) {
    for (const { index, width } of tilesAt(size, level)) expected.add(tilePath(level, index, width));
  }
  for (let bundle = 0; bundle * TILE_WIDTH < size; bundle += 1) {
    expected.add(tilePath('entries', bundle, Math.min(TILE_WIDTH, size - bundle * TILE_WIDTH)));
  }
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = found.filter((file) => !file.isDirectory()).map((file) => join(file.parentPath, file.name));
  const relative = paths.map((path) => path.slice(join(directory, '/').length).replaceAll('\\', '/'));
  return relative.sort().find((path) => path !== 'checkpoint' && path !== 'checkpoints.jsonl' && !expected.has(path));
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
