import type { Transform } from '../../../../schema/approvalTerms.ts';
import type { DenialReason } from './denialCatalogue.ts';

export interface DatasetField {
  /** The bar that keeps the field shut for everybody, for example FTI-1; null when there is none. */
  readonly hardBar: string | null;
  /** Transforms that the field's type can take besides REDACT, which every field takes. */
  readonly transforms: readonly Transform[];
}

/** What the procedure must know of a dataset. */
export interface DatasetEntry {
  readonly id: string;
  readonly owner: string;
  /** Governing-law tags, for example SNAP or HIPAA: they decide which denial codes fit. */
  readonly regimes: readonly string[];
  /** Federal agency that must approve too, for example "Centers for Medicare & Medicaid Services"; null when none. */
  readonly federalApprovalBy: string | null;
  readonly requestable: boolean;
  /** Whether access may be given for declared emergencies. */
  readonly emergency: boolean;
  /** By coordinate, Type.field. */
  readonly fields: ReadonlyMap<string, DatasetField>;
}

export interface Catalogues {
  readonly signatories: ReadonlySet<string>;
  readonly datasets: ReadonlyMap<string, DatasetEntry>;
  readonly denialReasons: ReadonlyMap<string, DenialReason>;
}
