import { assertNoNul, type EntrySort, type EntrySorts, type SortParts } from './entrySorts.ts';
import { LEAF_PREFIX, sha256 } from './merkle/hash.ts';

/** tlog-tiles writes an entry's length as a uint16. */
export const MAX_BODY_BYTES = 65_535;

/** Columns by which entries are found later. They are not under the tree: whoever must be sure reads the body. */
export interface EntryIndexes extends SortParts {
  /** A keyed hash of the person, never an identifier that others use; or the hash of what else entries refer to. */
  readonly person?: Buffer | undefined;
  readonly requester?: string | undefined;
}

/** A text, bytes, or pieces that are put together. */
export type EntryBody = string | Buffer | readonly Buffer[];

/** One line of the log. `body` is what is proved: canonical JSON (see canonicalJson), 1 to 65,535 bytes in UTF-8. */
export interface LedgerEntry {
  readonly body: EntryBody;
  readonly time: Date;
  readonly indexes: EntryIndexes;
}

/** An entry checked, encoded and hashed: done while the batch before it is under way. */
export interface PreparedEntry {
  readonly body: Buffer;
  readonly leaf: Buffer;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly person: Buffer | undefined;
  readonly requester: string | undefined;
  readonly sort: EntrySort;
}

/** Throws a TypeError for an entry that the database would refuse: it must fail alone, not with its batch. */
export function prepareEntry({ body, time, indexes }: LedgerEntry, sorts: EntrySorts): PreparedEntry {
  const bytes = bytesOf(body);
  if (bytes === 0 || bytes > MAX_BODY_BYTES) {
    throw new TypeError(`an entry has 1 to ${MAX_BODY_BYTES} bytes, this one has ${bytes}`);
  }
  const ms = time.getTime();
  if (!Number.isFinite(ms)) throw new TypeError('an entry needs a valid time');
  const { person, requester } = indexes;
  assertNoNul(requester);
  const sort = sorts.sortOf(indexes);
  // The leaf prefix and the body side by side, as they are hashed. A copy: the caller's Buffer may change.
  const prefixed = Buffer.allocUnsafe(bytes + 1);
  prefixed[0] = LEAF_PREFIX;
  write(body, prefixed, 1);
  return { body: prefixed.subarray(1), leaf: sha256(prefixed), time: ms, person, requester, sort };
}

function bytesOf(body: EntryBody): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  if (Buffer.isBuffer(body)) return body.length;
  let bytes = 0;
  for (const piece of body) bytes += piece.length;
  return bytes;
}

function write(body: EntryBody, target: Buffer, at: number): void {
  if (typeof body === 'string') target.write(body, at);
  else if (Buffer.isBuffer(body)) target.set(body, at);
  else {
    let next = at;
    for (const piece of body) {
      target.set(piece, next);
      next += piece.length;
    }
  }
}
