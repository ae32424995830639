import type { LedgerEntry } from '../ledgerEntry.ts';
import { rangeRoot } from '../merkle/compactRange.ts';
import { sha256 } from '../merkle/hash.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import type { NoteSigner } from '../note/noteKey.ts';
import { byteaArray, textArray, timestampArray, writeByteaArray } from '../postgres/binaryArray.ts';
import { extendFrontier, type Frontier } from './frontier.ts';

/** A batch ready to be sent: the head it starts from, the head it leads to, and its columns. */
export interface StagedBatch {
  readonly before: TreeHead;
  readonly after: TreeHead;
  readonly frontier: Frontier;
  readonly note: string;
  /** The array parameters of ledger.append, in its order. */
  readonly columns: readonly (Buffer | string)[];
}

/** Hashes, signs and encodes a batch. Costs two hashes and one copy an entry, and one signature a batch. */
export function stageBatch(
  frontier: Frontier,
  before: TreeHead,
  entries: readonly LedgerEntry[],
  signer: NoteSigner,
): StagedBatch {
  const { bodies, leaves } = encodeBodies(entries);
  const extended = extendFrontier(frontier, leaves);
  const after = { size: before.size + entries.length, root: rangeRoot(extended.frontier.range) };
  const tiles = extended.fullTiles;
  return {
    before,
    after,
    frontier: extended.frontier,
    note: signCheckpoint(after, signer),
    columns: [
      bodies,
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

/** Writes the bodies into one parameter and hashes each where it lies: the byte before it is lent to the leaf prefix. */
function encodeBodies(entries: readonly LedgerEntry[]): { readonly bodies: Buffer; readonly leaves: Buffer[] } {
  let bytes = 0;
  for (const { body } of entries) bytes += typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  const leaves: Buffer[] = [];
  const bodies = writeByteaArray(entries, bytes, ({ body }, array, at) => {
    const written = typeof body === 'string' ? array.write(body, at) : body.copy(array, at);
    array[at - 1] = 0x00; // overwritten with the element's length once this returns
    leaves.push(sha256(array.subarray(at - 1, at + written)));
    return written;
  });
  return { bodies, leaves };
}
