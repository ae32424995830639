import type { Facets } from './entryFacets.ts';

/** Maximum body size: tlog-tiles writes an entry's length as a uint16. */
export const MAX_BODY_BYTES = 65_535;

/** Columns for looking up entries. The tree does not cover them, so read the body to be sure. */
export interface EntryIndexes extends Facets {
  /**
   * A keyed hash of the person, never an identifier that others use; or the hash of something else that entries refer
   * to.
   */
  readonly person?: Buffer | undefined;
  readonly requester?: string | undefined;
}

/** A text, bytes, or pieces to be concatenated. */
export type EntryBody = string | Buffer | readonly Buffer[];

/**
 * One entry of the log. `body` is what the tree proves: canonical JSON (see canonicalJson), 1 to 65,535 bytes in UTF-8.
 */
export interface LedgerEntry {
  readonly body: EntryBody;
  readonly time: Date;
  readonly indexes: EntryIndexes;
}
