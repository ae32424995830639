import type { CustodyEventKind } from '../../schema/generated/enums/corrections.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { EventRow } from './eventRow.ts';

export type CustodyStatus = 'IN_CUSTODY' | 'MSR' | 'PAROLE' | 'DISCHARGED' | 'ESCAPE' | 'OUT_TO_COURT';

export interface CustodyRow extends RecordedName {
  readonly idocNumber: string;
  readonly status: CustodyStatus;
  readonly parentInstitution: string | null;
  readonly admissionDate: string;
  readonly admissionType: 'COURT' | 'TECHNICAL_VIOLATION' | 'NEW_SENTENCE_VIOLATOR';
  readonly projectedMsrDate: string | null;
  readonly projectedDischargeDate: string | null;
  readonly lastParoledDate: string | null;
  readonly violentOffenderRegistration: boolean;
  readonly msrConditions: readonly string[];
  readonly paroleAgent: string | null;
  readonly supervisionLevel: 'MAXIMUM' | 'MEDIUM' | 'MINIMUM' | null;
  readonly visitsAllowed: boolean;
  readonly noContactOrders: readonly string[];
  readonly programs: readonly string[];
  readonly highSchoolEquivalency: boolean;
  readonly disciplinaryRecord: readonly string[];
  readonly gangAffiliation: string | null;
  readonly grievances: readonly string[];
  readonly mentalHealthTreatment: string | null;
}

export interface SentenceRow {
  readonly idocNumber: string;
  readonly mittimus: string;
  readonly class: 'M' | 'X' | 'CLASS_1' | 'CLASS_2' | 'CLASS_3' | 'CLASS_4';
  readonly counts: number;
  readonly offense: string;
  readonly custodyDate: string;
  readonly sentenceYears: number;
  readonly sentenceMonths: number;
  readonly county: string;
}

export interface CustodyEventRow extends EventRow {
  readonly idocNumber: string;
  /** The kinds that are not in the schema are never read for others. */
  readonly kind: CustodyEventKind | 'DISCIPLINE' | 'TREATMENT_TRANSFER';
  readonly facility: string | null;
}
