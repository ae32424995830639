import { decodeEntryBundle } from '../tiles/entryBundle.ts';
import { TILE_WIDTH } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tilePath.ts';
import { readIfThere } from './exportFiles.ts';

/**
 * Reads one of the last 256 entries of an export, to learn what kind of log it is before it is verified. Checks
 * nothing. Undefined if the log is empty or the files contain no such entry.
 */
export async function readRecentEntry(directory: string): Promise<Buffer | undefined> {
  const note = (await readIfThere(directory, 'checkpoint'))?.toString('utf8') ?? '';
  const size = Number(note.split('\n')[1]);
  if (!Number.isSafeInteger(size) || size < 1) return undefined;
  const bundle = Math.floor((size - 1) / TILE_WIDTH);
  const width = size - bundle * TILE_WIDTH;
  const entries = await readIfThere(directory, tilePath('entries', bundle, width));
  return entries && decodeEntryBundle(entries).bodies[0];
}
