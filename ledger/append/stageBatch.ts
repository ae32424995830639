import type { PreparedEntry } from '../ledgerEntry.ts';
import { rangeRoot } from '../merkle/compactRange.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import type { NoteSigner } from '../note/noteKey.ts';
import { byteaArray, textArray, timestampArray } from '../postgres/binaryArray.ts';
import { extendFrontier, type Frontier } from '../tiles/frontier.ts';

/** A batch ready to be sent: the head it starts from, the head it leads to, and its columns. */
export interface StagedBatch {
  readonly before: TreeHead;
  readonly after: TreeHead;
  readonly frontier: Frontier;
  readonly note: string;
  /** The array parameters of ledger.append, in its order. */
  readonly columns: readonly (Buffer | string)[];
}

/** Adds a batch to the tree, signs it and encodes it. Costs a hash and a copy an entry, and a signature a batch. */
export function stageBatch(
  frontier: Frontier,
  before: TreeHead,
  entries: readonly PreparedEntry[],
  signer: NoteSigner,
): StagedBatch {
  const extended = extendFrontier(
    frontier,
    entries.map(({ leaf }) => leaf),
  );
  const after = { size: before.size + entries.length, root: rangeRoot(extended.frontier.range) };
  const tiles = extended.fullTiles;
  return {
    before,
    after,
    frontier: extended.frontier,
    note: signCheckpoint(after, signer),
    columns: [
      byteaArray(entries.map(({ body }) => body)),
      timestampArray(entries.map(({ time }) => time)),
      textArray(entries.map(({ indexes }) => indexes.kind)),
      byteaArray(entries.map(({ indexes }) => indexes.person)),
      textArray(entries.map(({ indexes }) => indexes.requester)),
      textArray(entries.map(({ indexes }) => indexes.agency)),
      textArray(entries.map(({ indexes }) => indexes.dataset)),
      textArray(entries.map(({ indexes }) => indexes.approval)),
      `{${tiles.map(({ level }) => level).join(',')}}`,
      `{${tiles.map(({ index }) => index).join(',')}}`,
      byteaArray(tiles.map(({ hashes }) => hashes)),
      byteaArray(tiles.map(({ root }) => root)),
    ],
  };
}
