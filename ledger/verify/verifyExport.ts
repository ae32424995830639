import { HASH_BYTES, leafHash } from '../merkle/hash.ts';
import { openCheckpoint } from '../note/checkpoint.ts';
import { noteVerifier } from '../note/noteKey.ts';
import { decodeEntryBundle } from '../tiles/entryBundle.ts';
import { TILE_WIDTH } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tilePath.ts';
import { findSurplusFile, readIfThere } from './exportFiles.ts';
import { knownHeads, parseKeptNotes } from './knownHeads.ts';
import { replayTree } from './treeReplay.ts';
import { failed, type Verification } from './verification.ts';

export type OnProgress = (verified: number, of: number) => void;

export interface VerifyOptions {
  /** Checkpoints seen before, from anywhere but the party that made the export: without them an old backup looks whole. */
  readonly trustedNotes?: readonly string[];
  /** Bundles with entries before this index may be absent (archived); their hashes are then taken from the tiles. */
  readonly entriesFrom?: number;
}

/** Checks an export, entry by entry, against its signed checkpoint. Reads nothing but the directory. */
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
  const kept = parseKeptNotes((await readIfThere(directory, 'checkpoints.jsonl'))?.toString('utf8') ?? '');
  if (!kept) return failed('checkpoint', 'checkpoints.jsonl is malformed');
  const known = knownHeads(checkpoint, kept, options.trustedNotes ?? [], keys);
  if (!known.ok) return known;

  const tree = replayTree(size, known.heads, ({ level, index, width }) =>
    readIfThere(directory, tilePath(level, index, width)),
  );
  const read = (bundle: number) => readBundle(directory, bundle, size);
  const wrongWhenEmpty = await tree.add([]);
  if (wrongWhenEmpty) return wrongWhenEmpty;
  let reading = read(0);
  for (let bundle = 0; bundle * TILE_WIDTH < size; bundle += 1) {
    const files = await reading;
    // The disk works on the next bundle while this one is hashed.
    if ((bundle + 1) * TILE_WIDTH < size) reading = read(bundle + 1);
    const leaves = bundleLeaves(files, options.entriesFrom ?? 0);
    if (!leaves.ok) return leaves;
    const wrong = await tree.add(leaves.hashes);
    if (wrong) return wrong;
    onProgress?.(Math.min((bundle + 1) * TILE_WIDTH, size), size);
  }
  const surplus = await findSurplusFile(directory, size);
  if (surplus) return failed('surplus', `${surplus} is no part of the log of ${size} entries`);
  return { ok: true, checkpoint };
}

interface BundleFiles {
  readonly first: number;
  readonly width: number;
  readonly tilePath: string;
  readonly tile: Buffer | undefined;
  readonly entriesPath: string;
  readonly entries: Buffer | undefined;
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

/** The leaf hashes of a bundle's entries, each held against the stored one: that is what names a single entry. */
function bundleLeaves(files: BundleFiles, entriesFrom: number): Leaves {
  const { first, width, tile, entries } = files;
  const whole = { first, last: first + width - 1 };
  if (!tile) return failed('missing', `${files.tilePath} is missing`, whole);
  if (tile.length !== width * HASH_BYTES) return failed('tile', `${files.tilePath} is not ${width} hashes wide`, whole);
  const stored = Array.from({ length: width }, (_, at) => tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
  if (!entries) {
    if (first < entriesFrom) return { ok: true, hashes: stored };
    return failed('missing', `${files.entriesPath} is missing`, whole);
  }
  const { bodies, rest } = decodeEntryBundle(entries);
  const hashes = bodies.slice(0, width).map(leafHash);
  for (const [at, hash] of hashes.entries()) {
    if (stored[at]?.equals(hash)) continue;
    return failed('entry', `entry ${first + at} is not the one recorded`, { first: first + at, last: first + at });
  }
  if (bodies.length < width) {
    const range = { first: first + bodies.length, last: whole.last };
    return failed('missing', `${files.entriesPath} ends before entry ${range.first}`, range);
  }
  if (bodies.length > width || rest) return failed('surplus', `${files.entriesPath} holds more than ${width} entries`);
  return { ok: true, hashes };
}
