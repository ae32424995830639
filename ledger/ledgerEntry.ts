import type { Facets } from './entryFacets.ts';

/** tlog-tiles writes an entry's length as a uint16. */
export const MAX_BODY_BYTES = 65_535;

/** Columns by which entries are found later. They are not under the tree: whoever must be sure reads the body. */
export interface EntryIndexes extends Facets {
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
