import { assertNoNul, type EntryFacets, type FacetRegistry } from '../entryFacets.ts';
import { type EntryBody, type LedgerEntry, MAX_BODY_BYTES } from '../ledgerEntry.ts';
import { HASH_BYTES, LEAF_PREFIX, sha256Into } from '../merkle/hash.ts';
import { LENGTH_BYTES } from '../postgres/binaryArray.ts';

/** The entries of one request, checked, encoded and hashed while the previous batch is in flight. */
export interface PreparedEntries {
  /** Copies, as are the Buffers below, because the caller may change its own. */
  readonly entries: readonly LedgerEntry[];
  readonly facets: readonly EntryFacets[];
  /** Each body with a length prefix, as in PostgreSQL's arrays. */
  readonly bodies: Buffer;
  /** Concatenated leaf hashes. */
  readonly leaves: Buffer;
}

/**
 * Throws a TypeError for an entry that the database would reject, so that its request fails alone and not with the
 * batch.
 */
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
    // Hashes the leaf in place: its prefix temporarily occupies the last byte of the length.
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

/** Writes the body and returns its end offset. */
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
