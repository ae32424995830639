import { type CompactRange, EMPTY_RANGE, extendRange, rangeRoot } from '../merkle/compactRange.ts';
import { HASH_BYTES } from '../merkle/hash.ts';
import type { Checkpoint } from '../note/checkpoint.ts';
import { hashesAt, TILE_HEIGHT, TILE_WIDTH, type TileId } from '../tiles/tile.ts';
import { tilePath } from '../tiles/tilePath.ts';
import { failed, type VerificationProblem } from './verification.ts';

type Failure = { readonly ok: false; readonly problem: VerificationProblem };

/** Rebuilds a tree from its leaves and compares it with the signed heads and the stored tiles as it grows. */
export interface TreeReplay {
  /** Adds the next leaves. Returns a failure as soon as it is found. */
  add(leaves: readonly Buffer[]): Promise<Failure | undefined>;
}

/** `heads`: ascending. `readTile`: reads tiles of level 1 and up, undefined if missing. */
export function replayTree(
  size: number,
  heads: readonly Checkpoint[],
  readTile: (tile: TileId) => Promise<Buffer | undefined>,
): TreeReplay {
  const pending = [...heads];
  const levels: { tile: number; hashes: Buffer | undefined }[] = [];
  let range: CompactRange = EMPTY_RANGE;
  let good = 0;

  const checkHeads = (): Failure | undefined => {
    while (pending[0]?.size === range.size) {
      const head = pending.shift();
      if (head && !rangeRoot(range).equals(head.root)) {
        return failed('entry', `entries ${good} to ${head.size - 1} are not those signed for the log of ${head.size}`, {
          first: Math.min(good, Math.max(head.size - 1, 0)),
          last: Math.max(head.size - 1, 0),
        });
      }
      good = range.size;
    }
    return undefined;
  };

  /** Compares each hash of level 1 and up with its tile, which is read once. */
  const checkHash = async (level: number, index: number, hash: Buffer): Promise<Failure | undefined> => {
    const tile = Math.floor(index / TILE_WIDTH);
    const width = Math.min(TILE_WIDTH, hashesAt(size, level) - tile * TILE_WIDTH);
    const path = tilePath(level, tile, width);
    const leaves = TILE_WIDTH ** level;
    const covered = { first: index * leaves, last: (index + 1) * leaves - 1 };
    let held = levels[level];
    if (held?.tile !== tile) {
      held = { tile, hashes: await readTile({ level, index: tile, width }) };
      levels[level] = held;
    }
    if (!held.hashes) return failed('missing', `${path} is missing`, covered);
    if (held.hashes.length !== width * HASH_BYTES)
      return failed('tile', `${path} is not ${width} hashes wide`, covered);
    const at = (index - tile * TILE_WIDTH) * HASH_BYTES;
    if (held.hashes.subarray(at, at + HASH_BYTES).equals(hash)) return undefined;
    return failed('tile', `hash ${index - tile * TILE_WIDTH} of ${path} is not that of its entries`, covered);
  };

  const grow = async (leaves: readonly Buffer[]): Promise<Failure | undefined> => {
    const completed: { level: number; index: number; root: Buffer }[] = [];
    range = extendRange(range, leaves, (height, index, root) => {
      if (height % TILE_HEIGHT === 0) completed.push({ level: height / TILE_HEIGHT, index, root });
    });
    // The signed heads are checked first, so that a stored hash that differs is known to be the one at fault.
    const unsigned = checkHeads();
    if (unsigned) return unsigned;
    for (const { level, index, root } of completed) {
      const wrong = await checkHash(level, index, root);
      if (wrong) return wrong;
    }
    return undefined;
  };

  return {
    add: async (leaves) => {
      let at = 0;
      do {
        const next = pending[0]?.size ?? Number.POSITIVE_INFINITY;
        const end = Math.min(leaves.length, at + next - range.size);
        const failure = await grow(leaves.slice(at, end));
        if (failure) return failure;
        at = end;
      } while (at < leaves.length);
      return undefined;
    },
  };
}
