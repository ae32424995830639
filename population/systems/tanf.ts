import type { TanfChange, TanfClosureReason, TanfEventKind } from '../../schema/generated/enums/tanf.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { EventRow } from './eventRow.ts';

export interface TanfCaseRow {
  readonly caseNumber: string;
  readonly status: 'PENDING' | 'ACTIVE' | 'DENIED' | 'CANCELLED' | 'SUSPENDED';
  readonly payeeClientId: string;
  readonly childOnly: boolean;
  readonly approvalDate: string;
  readonly certificationEnd: string;
  readonly redeterminationDue: string;
  readonly unitSize: number;
  readonly office: string;
  /** Cents. */
  readonly grantAmount: number;
  readonly paymentLevel: number;
  readonly lastPaymentDate: string | null;
}

export interface TanfClientRow extends RecordedName {
  readonly clientId: string;
  readonly caseNumber: string;
  readonly monthsCounted: number;
  readonly sanctionLevel: number;
  readonly serviceActivities: readonly string[];
  readonly domesticViolenceExclusion: boolean;
}

export interface TanfEventRow extends EventRow {
  readonly clientId: string;
  /** The kinds that are not in the schema are never read for others. */
  readonly kind: TanfEventKind | 'DOMESTIC_VIOLENCE_EXCLUSION' | 'SANCTION';
  readonly change: TanfChange | null;
  readonly closureReason: TanfClosureReason | null;
}
