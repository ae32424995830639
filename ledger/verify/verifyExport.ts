import { HASH_BYTES, LEAF_PREFIX, sha256Into } from '../merkle/hash.ts';
import { openCheckpoint } from '../note/checkpoint.ts';
import { noteVerifier } from '../note/noteKey.ts';
import { decodeEntryBundle, LENGTH_BYTES } from '../tiles/entryBundle.ts';
import { TILE_WIDTH } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tilePath.ts';
import { findSurplusFile, readIfThere } from './exportFiles.ts';
import { knownHeads, parseKeptNotes } from './knownHeads.ts';
import { replayTree } from './treeReplay.ts';
import { failed, type Verification } from './verification.ts';

export type OnProgress = (verified: number, of: number) => void;

export interface VerifyOptions {
  /**
   * Earlier checkpoints from any source other than the party that made the export: without them, an old backup looks
   * complete.
   */
  readonly trustedNotes?: readonly string[];
  /** Bundles with entries before this index may be absent (archived); their hashes are then taken from the tiles. */
  readonly entriesFrom?: number;
  /**
   * Called with the entries in order, from index `first` on, each matching its leaf hash. They are proved to be in the
   * log only once the whole export is verified: discard results based on them if it is not. Archived entries are
   * skipped.
   */
  readonly onEntries?: (first: number, bodies: readonly Buffer[]) => void;
}

/** Verifies an export, entry by entry, against its signed checkpoint. Reads nothing but the directory. */
export async function verifyExport(
  directory: string,
  verifierKeys: readonly string[],
  onProgress?: OnProgress,
  options: VerifyOptions = {},
): Promise<Verification> {
  const keys = verifierKeys.map(noteVerifier);
  const note = await readIfThere(directory, 'checkpoint');
  if (!note) return failed('missing', 'the file checkpoint is missing');
  const opened = openCheckpoint(note.toString('utf8'), keys);
  if (!opened.ok) return failed('checkpoint', `the checkpoint: ${opened.problem}`);
  const { checkpoint } = opened;
  const { size } = checkpoint;
  const storedNotes = parseKeptNotes((await readIfThere(directory, 'checkpoints.jsonl'))?.toString('utf8') ?? '');
  if (!storedNotes) return failed('checkpoint', 'checkpoints.jsonl is malformed');
  const known = knownHeads(checkpoint, storedNotes, options.trustedNotes ?? [], keys);
  if (!known.ok) return known;

  const tree = replayTree(size, known.heads, ({ level, index, width }) =>
    readIfThere(directory, tilePath(level, index, width)),
  );
  const wrongWhenEmpty = await tree.add([]);
  if (wrongWhenEmpty) return wrongWhenEmpty;
  for await (const files of readBundles(directory, size)) {
    // Decoded before hashing, which overwrites the lengths.
    const bodies = options.onEntries && files.entries && decodeEntryBundle(files.entries).bodies;
    const leaves = bundleLeaves(files, options.entriesFrom ?? 0);
    if (!leaves.ok) return leaves;
    const wrong = await tree.add(leaves.hashes);
    if (wrong) return wrong;
    if (bodies) options.onEntries?.(files.first, bodies);
    onProgress?.(files.first + files.width, size);
  }
  const surplus = await findSurplusFile(directory, size);
  if (surplus) return failed('surplus', `${surplus} is no part of the log of ${size} entries`);
  return { ok: true, checkpoint, keptCheckpoints: known.kept };
}

interface BundleFiles {
  readonly first: number;
  readonly width: number;
  readonly tilePath: string;
  readonly tile: Buffer | undefined;
  readonly entriesPath: string;
  readonly entries: Buffer | undefined;
}

/** Bundles read ahead: reading a file takes several turns of the event loop, and hashing a bundle takes one. */
const BUNDLES_AHEAD = 8;

/** Reads the bundles in order; the disk works on the next ones while one is hashed. */
async function* readBundles(directory: string, size: number): AsyncGenerator<BundleFiles> {
  const reading: Promise<BundleFiles>[] = [];
  const bundles = Math.ceil(size / TILE_WIDTH);
  let next = 0;
  for (;;) {
    while (next < bundles && reading.length < BUNDLES_AHEAD) {
      const bundle = readBundle(directory, next, size);
      // Thrown where it is awaited; if the verifier has ended before that, it no longer matters.
      bundle.catch(() => undefined);
      reading.push(bundle);
      next += 1;
    }
    const first = reading.shift();
    if (first === undefined) return;
    yield await first;
  }
}

async function readBundle(directory: string, bundle: number, size: number): Promise<BundleFiles> {
  const first = bundle * TILE_WIDTH;
  const width = Math.min(TILE_WIDTH, size - first);
  const paths = { tilePath: tilePath(0, bundle, width), entriesPath: tilePath('entries', bundle, width) };
  const [tile, entries] = await Promise.all([
    readIfThere(directory, paths.tilePath),
    readIfThere(directory, paths.entriesPath),
  ]);
  return { first, width, ...paths, tile, entries };
}

type Leaves = { readonly ok: true; readonly hashes: readonly Buffer[] } | Extract<Verification, { ok: false }>;

/**
 * Hashes a bundle's entries and compares each with its stored leaf hash, which is what identifies a single bad entry.
 */
function bundleLeaves(files: BundleFiles, entriesFrom: number): Leaves {
  const { first, width, tile, entries } = files;
  const whole = { first, last: first + width - 1 };
  if (!tile) return failed('missing', `${files.tilePath} is missing`, whole);
  if (tile.length !== width * HASH_BYTES) {
    const held = `${files.tilePath} holds ${tile.length / HASH_BYTES} hashes instead of ${width}`;
    return failed('tile', tile.length < width * HASH_BYTES ? `${held}: some are missing` : held, whole);
  }
  const stored = Array.from({ length: width }, (_, at) => tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
  if (!entries) {
    if (first < entriesFrom) return { ok: true, hashes: stored };
    return failed('missing', `${files.entriesPath} is missing`, whole);
  }
  const hashed = hashEntries(entries, width);
  for (let at = 0; at < hashed.count; at += 1) {
    const range = { first: first + at, last: first + at };
    if (at === hashed.firstHole) return failed('missing', `entry ${range.first} is missing`, range);
    const [start, end] = [at * HASH_BYTES, (at + 1) * HASH_BYTES];
    if (tile.compare(hashed.hashes, start, end, start, end) === 0) continue;
    // If there are too few entries and this one belongs at the next position, the entry at this one was removed.
    const isNext = hashed.count < width && tile.compare(hashed.hashes, start, end, end, end + HASH_BYTES) === 0;
    return failed('entry', `entry ${range.first} is ${isNext ? 'missing' : 'not the one recorded'}`, range);
  }
  if (hashed.count < width) {
    const range = { first: first + hashed.count, last: whole.last };
    return failed('missing', `${files.entriesPath} ends before entry ${range.first}`, range);
  }
  if (hashed.rest) return failed('surplus', `${files.entriesPath} holds more than ${width} entries`);
  return { ok: true, hashes: stored };
}

interface HashedEntries {
  /** Concatenated leaf hashes. */
  readonly hashes: Buffer;
  readonly count: number;
  /** Index of the first entry without bytes: it was missing from the log when it was exported. */
  readonly firstHole: number | undefined;
  /** True if anything is left after the last requested entry, or after the last complete one. */
  readonly rest: boolean;
}

/** Hashes a bundle's entries, up to `width`. Overwrites parts of the bundle. */
function hashEntries(bundle: Buffer, width: number): HashedEntries {
  const hashes = Buffer.allocUnsafe(width * HASH_BYTES);
  let count = 0;
  let firstHole: number | undefined;
  let at = 0;
  while (count < width && at + LENGTH_BYTES <= bundle.length) {
    const start = at + LENGTH_BYTES;
    const end = start + bundle.readUInt16BE(at);
    if (end > bundle.length) break;
    if (end === start) firstHole ??= count;
    // The leaf prefix replaces the last byte of the length, so that the entry is hashed in place.
    bundle[start - 1] = LEAF_PREFIX;
    sha256Into(bundle.subarray(start - 1, end), hashes, count * HASH_BYTES);
    count += 1;
    at = end;
  }
  return { hashes, count, firstHole, rest: at < bundle.length };
}
