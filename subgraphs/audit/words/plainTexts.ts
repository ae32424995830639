import type { AgencyCode } from '../../../schema/catalog/agencies.ts';
import type { Purpose } from '../../../schema/catalog/purposes.ts';
import type { Role } from '../../../schema/catalog/roles.ts';
import type { DisclosureKind } from '../../../schema/generated/audit.ts';
import type { datasetNames } from './datasetNames.ts';

/** Every dataset of the agencies. A test compares the list with schema/datasets. */
export type DescribedDataset = keyof typeof datasetNames;

/** Reasons of refusals, as records name them. */
export type RefusalReason =
  | 'NO_APPROVAL'
  | 'NOT_IN_FORCE'
  | 'ROLE_NOT_COVERED'
  | 'FIELD_NOT_COVERED'
  | 'CONDITION_NOT_MET'
  | 'OWNER_ONLY'
  | 'HARD_BAR'
  | 'APPROVALS_UNAVAILABLE'
  | 'PERSON_UNKNOWN'
  | 'UNKNOWN_DATASET'
  | 'FORBIDDEN'
  | 'OPERATION_TOO_COSTLY';

/**
 * What residents read about entries of the log, in one language, at US grade 8 or below. A text that is missing in a
 * language does not compile.
 */
export interface PlainTexts {
  /** For dates and times. */
  readonly locale: string;
  readonly kinds: Readonly<Record<DisclosureKind, string>>;
  readonly reasons: Readonly<Record<RefusalReason, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly agencies: Readonly<Record<AgencyCode | 'GOV', string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly datasets: Readonly<Record<DescribedDataset, string>>;
  /** In place of the agency of a resident. */
  readonly resident: string;
  /** In place of a reason that has no text. */
  readonly otherReason: string;
  readonly labels: Readonly<
    Record<
      | 'when'
      | 'centralTime'
      | 'who'
      | 'why'
      | 'case'
      | 'shown'
      | 'openToEveryone'
      | 'empty'
      | 'refused'
      | 'heldBy'
      | 'law'
      | 'searched'
      | 'ticket',
      string
    >
  >;
}
