import { LEAF_PREFIX, sha256 } from './merkle/hash.ts';

/** tlog-tiles writes an entry's length as a uint16. */
export const MAX_BODY_BYTES = 65_535;

/** Columns by which entries are found later. They are not under the tree: whoever must be sure reads the body. */
export interface EntryIndexes {
  readonly kind?: string | undefined;
  /** A keyed hash of the person, never an identifier that others use; or the hash of what else entries refer to. */
  readonly person?: Buffer | undefined;
  readonly requester?: string | undefined;
  readonly agency?: string | undefined;
  readonly dataset?: string | undefined;
  readonly approval?: string | undefined;
}

/** One line of the log. `body` is what is proved: canonical JSON (see canonicalJson), 1 to 65,535 bytes in UTF-8. */
export interface LedgerEntry {
  readonly body: string | Buffer;
  readonly time: Date;
  readonly indexes: EntryIndexes;
}

/** PostgreSQL's text cannot hold it, and one such value would fail everybody's batch. */
const NUL = '\0';

/** An entry checked, encoded and hashed: done while the batch before it is under way. */
export interface PreparedEntry {
  readonly body: Buffer;
  readonly leaf: Buffer;
  readonly time: Date;
  readonly indexes: EntryIndexes;
}

/** Throws a TypeError for an entry that the database would refuse: it must fail alone, not with its batch. */
export function prepareEntry({ body, time, indexes }: LedgerEntry): PreparedEntry {
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  if (bytes === 0 || bytes > MAX_BODY_BYTES) {
    throw new TypeError(`an entry has 1 to ${MAX_BODY_BYTES} bytes, this one has ${bytes}`);
  }
  if (!Number.isFinite(time.getTime())) throw new TypeError('an entry needs a valid time');
  for (const text of [indexes.kind, indexes.requester, indexes.agency, indexes.dataset, indexes.approval]) {
    if (text?.includes(NUL)) throw new TypeError('an index column cannot hold a NUL character');
  }
  // The leaf prefix and the body side by side, as they are hashed. A copy: the caller's Buffer may change.
  const prefixed = Buffer.allocUnsafe(bytes + 1);
  prefixed[0] = LEAF_PREFIX;
  if (typeof body === 'string') prefixed.write(body, 1);
  else body.copy(prefixed, 1);
  return { body: prefixed.subarray(1), leaf: sha256(prefixed), time: new Date(time), indexes };
}
