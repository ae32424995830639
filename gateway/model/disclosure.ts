/**
 * What the answer can show of one person at one place of the operation: every field below that place down to the next
 * person. The root, and whatever is below no person, is a scope of its own.
 */
export interface DisclosureScope {
  readonly kind: 'person' | 'root';
  /** Type.field of every field whose value is shown here; `DisclosedObject.bits` has their bits. */
  readonly coordinates: readonly string[];
}

/** One object that was written: of a person, or the root. */
export interface DisclosedObject {
  /** Index into the operation's `scopes`. */
  readonly scope: number;
  /** The state-wide id. Undefined for the root, and for a person whose id could not be had. */
  readonly personId: string | undefined;
  /**
   * Two words for every 32 coordinates of the scope, bit i % 32 for coordinate i. The first word has those with a non-null
   * value. The second has those that came back empty: null or an empty list, and not because the field is denied, closed
   * for this person, or lost to a failure. A coordinate at several places may have both bits, and so does an empty list.
   */
  readonly bits: readonly number[];
}
