/**
 * What the answer does with one field of the client's operation, fixed when the operation is prepared.
 * `deny`: the field was removed before planning; the answer holds `null` in its place and no value is ever read for it.
 */
export type FieldAccess =
  | { readonly kind: 'show' }
  | { readonly kind: 'deny' }
  /** Depends on the person whose field it is, or is masked: the first rule that applies counts. */
  | { readonly kind: 'rules'; readonly rules: readonly FieldRule[] };

export interface FieldRule {
  /** Facts about the person: any one of the alternatives is enough, and an empty alternative always holds. */
  readonly anyOf: readonly (readonly string[])[];
  /** Makes the lesser form of a leaf's JSON value; undefined: as it is. */
  readonly transform: ((value: unknown) => unknown) | undefined;
}
