import type { Transform } from '../../../../schema/approvals/approvalTerms.ts';
import type { DenialReason } from './denialCatalogue.ts';

export interface DatasetField {
  /** Hard bar that keeps the field closed for everyone, for example FTI-1; null if there is none. */
  readonly hardBar: string | null;
  /** Transforms that the field's type supports in addition to REDACT, which every field supports. */
  readonly transforms: readonly Transform[];
}

/** The procedure's view of a dataset. */
export interface DatasetEntry {
  readonly id: string;
  readonly owner: string;
  /** Tags of the governing law, for example SNAP or HIPAA. They determine which denial codes apply. */
  readonly regimes: readonly string[];
  /**
   * Federal agency whose approval is also required, for example "Centers for Medicare & Medicaid Services"; null if
   * none.
   */
  readonly federalApprovalBy: string | null;
  readonly requestable: boolean;
  /** True if access may be granted for declared emergencies. */
  readonly emergency: boolean;
  /** By coordinate, Type.field. */
  readonly fields: ReadonlyMap<string, DatasetField>;
}

export interface Catalogues {
  readonly signatories: ReadonlySet<string>;
  readonly datasets: ReadonlyMap<string, DatasetEntry>;
  readonly denialReasons: ReadonlyMap<string, DenialReason>;
}
