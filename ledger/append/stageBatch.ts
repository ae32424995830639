import type { EntrySort, EntrySorts } from '../entrySorts.ts';
import type { LedgerEntry } from '../ledgerEntry.ts';
import { rangeRoot } from '../merkle/compactRange.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import type { NoteSigner } from '../note/noteKey.ts';
import {
  bigintArray,
  byteaArray,
  byteaArrayOf,
  EMPTY_ARRAY,
  textArray,
  timestampArray,
} from '../postgres/binaryArray.ts';
import { extendFrontier, type Frontier, type FullTile } from '../tiles/frontier.ts';
import type { PreparedEntries } from './prepareEntries.ts';

/** A batch ready to be sent: the head it starts from, the head it leads to, and its columns. */
export interface StagedBatch {
  readonly before: TreeHead;
  readonly after: TreeHead;
  readonly frontier: Frontier;
  readonly note: string;
  /** Not in the database before. */
  readonly newSorts: readonly EntrySort[];
  /** The array parameters of ledger.append, in its order. */
  readonly columns: readonly (Buffer | string)[];
}

/** Most batches bring neither. */
const NO_SORTS = Array.from({ length: 5 }, () => EMPTY_ARRAY);
const NO_TILES = Array.from({ length: 4 }, () => EMPTY_ARRAY);

/** Adds the entries of some requests to the tree, signs it and encodes them: a hash an entry, and a signature. */
export function stageBatch(
  frontier: Frontier,
  before: TreeHead,
  requests: readonly PreparedEntries[],
  sorts: EntrySorts,
  signer: NoteSigner,
): StagedBatch {
  const entries: LedgerEntry[] = [];
  const sortOfEach: EntrySort[] = [];
  for (const request of requests) {
    entries.push(...request.entries);
    sortOfEach.push(...request.sorts);
  }
  const extended = extendFrontier(
    frontier,
    requests.map(({ leaves }) => leaves),
  );
  const after = { size: before.size + entries.length, root: rangeRoot(extended.frontier.range) };
  const newSorts = [...new Set(sortOfEach.filter((sort) => !sorts.isStored(sort)))];
  return {
    before,
    after,
    frontier: extended.frontier,
    note: signCheckpoint(after, signer),
    newSorts,
    columns: [
      byteaArrayOf(
        entries.length,
        requests.map(({ bodies }) => bodies),
      ),
      timestampArray(entries.map(({ time }) => time.getTime())),
      byteaArray(entries.map(({ indexes }) => indexes.person)),
      textArray(entries.map(({ indexes }) => indexes.requester)),
      bigintArray(sortOfEach.map(({ id }) => id)),
      ...sortColumns(newSorts),
      ...tileColumns(extended.fullTiles),
    ],
  };
}

function sortColumns(sorts: readonly EntrySort[]): readonly (Buffer | string)[] {
  if (sorts.length === 0) return NO_SORTS;
  return [
    bigintArray(sorts.map(({ id }) => id)),
    textArray(sorts.map(({ kind }) => kind)),
    textArray(sorts.map(({ agency }) => agency)),
    textArray(sorts.map(({ dataset }) => dataset)),
    textArray(sorts.map(({ approval }) => approval)),
  ];
}

function tileColumns(tiles: readonly FullTile[]): readonly (Buffer | string)[] {
  if (tiles.length === 0) return NO_TILES;
  return [
    `{${tiles.map(({ level }) => level).join(',')}}`,
    `{${tiles.map(({ index }) => index).join(',')}}`,
    byteaArray(tiles.map(({ hashes }) => hashes)),
    byteaArray(tiles.map(({ root }) => root)),
  ];
}
