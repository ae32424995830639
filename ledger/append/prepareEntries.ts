import { assertNoNul, type EntryFacets, type FacetRegistry } from '../entryFacets.ts';
import { type EntryBody, type LedgerEntry, MAX_BODY_BYTES } from '../ledgerEntry.ts';
import { HASH_BYTES, LEAF_PREFIX, sha256Into } from '../merkle/hash.ts';
import { LENGTH_BYTES } from '../postgres/binaryArray.ts';

/** The entries of one request checked, encoded and hashed: done while the batch before theirs is under way. */
export interface PreparedEntries {
  /** Neither the caller's array, nor the caller's Buffers below: those may change. */
  readonly entries: readonly LedgerEntry[];
  readonly facets: readonly EntryFacets[];
  /** Each body behind its length, as an array of PostgreSQL's has them. */
  readonly bodies: Buffer;
  /** The hashes of their leaves, one after the other. */
  readonly leaves: Buffer;
}

/** Throws a TypeError for an entry that the database would refuse: its request must fail alone, not with the batch. */
export function prepareEntries(entries: readonly LedgerEntry[], registry: FacetRegistry): PreparedEntries {
  let bytes = 0;
  for (const { body } of entries) bytes += LENGTH_BYTES + checkedLength(body);
  const bodies = Buffer.allocUnsafe(bytes);
  const leaves = Buffer.allocUnsafe(entries.length * HASH_BYTES);
  const facetsOfEach: EntryFacets[] = [];
  let at = 0;
  for (const { body, time, indexes } of entries) {
    if (!Number.isFinite(time.getTime())) throw new TypeError('an entry needs a valid time');
    assertNoNul(indexes.requester);
    const start = at + LENGTH_BYTES;
    const end = write(body, bodies, start);
    // The leaf is hashed where it stands: where its length will end stands its prefix first.
    bodies[start - 1] = LEAF_PREFIX;
    sha256Into(bodies.subarray(start - 1, end), leaves, facetsOfEach.length * HASH_BYTES);
    bodies.writeInt32BE(end - start, at);
    facetsOfEach.push(registry.facetsOf(indexes));
    at = end;
  }
  return { entries: [...entries], facets: facetsOfEach, bodies, leaves };
}

function checkedLength(body: EntryBody): number {
  const bytes = bytesOf(body);
  if (bytes > 0 && bytes <= MAX_BODY_BYTES) return bytes;
  throw new TypeError(`an entry has 1 to ${MAX_BODY_BYTES} bytes, this one has ${bytes}`);
}

function bytesOf(body: EntryBody): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  if (Buffer.isBuffer(body)) return body.length;
  let bytes = 0;
  for (const piece of body) bytes += piece.length;
  return bytes;
}

/** Returns where it ends. */
function write(body: EntryBody, target: Buffer, at: number): number {
  if (typeof body === 'string') return at + target.write(body, at);
  if (Buffer.isBuffer(body)) return at + body.copy(target, at);
  let next = at;
  for (const piece of body) {
    target.set(piece, next);
    next += piece.length;
  }
  return next;
}
