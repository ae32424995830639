import type { Condition, Transform } from '../../schema/approvals/approvalTerms.ts';

/** A fact about one person that a rule may require: a condition, and for a consent the dataset it must be for. */
export type FactName = Exclude<Condition, 'CONSENT'> | `CONSENT:${string}`;

/** One rule by which approvals open a field: for whom, and in what form. */
export interface AccessRule {
  readonly approvalIds: readonly string[];
  /** Any one of the alternatives is enough; an empty alternative always holds. */
  readonly anyOf: readonly (readonly FactName[])[];
  /** Null: as it is. */
  readonly transform: Transform | null;
}
