import type { EntryFacets, FacetRegistry } from '../entryFacets.ts';
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
  /** Facets that the database does not have yet. */
  readonly newFacets: readonly EntryFacets[];
  /** The array parameters of ledger.append, in its order. */
  readonly columns: readonly (Buffer | string)[];
}

/** For batches without new facets, which is most of them. */
const NO_FACETS = Array.from({ length: 5 }, () => EMPTY_ARRAY);
const NO_TILES = Array.from({ length: 4 }, () => EMPTY_ARRAY);

/**
 * Adds the entries of some requests to the tree, signs it and encodes them. Costs one hash per entry and one signature.
 */
export function stageBatch(
  frontier: Frontier,
  before: TreeHead,
  requests: readonly PreparedEntries[],
  registry: FacetRegistry,
  signer: NoteSigner,
): StagedBatch {
  const entries: LedgerEntry[] = [];
  const facetsOfEach: EntryFacets[] = [];
  for (const request of requests) {
    entries.push(...request.entries);
    facetsOfEach.push(...request.facets);
  }
  const extended = extendFrontier(
    frontier,
    requests.map(({ leaves }) => leaves),
  );
  const after = { size: before.size + entries.length, root: rangeRoot(extended.frontier.range) };
  const newFacets = [...new Set(facetsOfEach.filter((facets) => !registry.isStored(facets)))];
  return {
    before,
    after,
    frontier: extended.frontier,
    note: signCheckpoint(after, signer),
    newFacets,
    columns: [
      byteaArrayOf(
        entries.length,
        requests.map(({ bodies }) => bodies),
      ),
      timestampArray(entries.map(({ time }) => time.getTime())),
      byteaArray(entries.map(({ indexes }) => indexes.person)),
      textArray(entries.map(({ indexes }) => indexes.requester)),
      bigintArray(facetsOfEach.map(({ id }) => id)),
      ...facetColumns(newFacets),
      ...tileColumns(extended.fullTiles),
    ],
  };
}

function facetColumns(facets: readonly EntryFacets[]): readonly (Buffer | string)[] {
  if (facets.length === 0) return NO_FACETS;
  return [
    bigintArray(facets.map(({ id }) => id)),
    textArray(facets.map(({ kind }) => kind)),
    textArray(facets.map(({ agency }) => agency)),
    textArray(facets.map(({ dataset }) => dataset)),
    textArray(facets.map(({ approval }) => approval)),
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
