import type { RecordedName } from '../clericalErrors.ts';

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
