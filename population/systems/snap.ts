import type { RecordedName } from '../clericalErrors.ts';

export interface SnapCaseRow {
  readonly caseNumber: string;
  readonly status: 'PENDING' | 'ACTIVE' | 'DENIED' | 'CANCELLED' | 'SUSPENDED';
  readonly headClientId: string;
  readonly certificationStart: string;
  readonly certificationEnd: string;
  readonly redeterminationDue: string;
  readonly midPointReportDue: string | null;
  readonly expeditedService: boolean;
  readonly office: string;
  /** Cents, as all amounts here. */
  readonly monthlyAllotment: number;
  readonly grossIncome: number;
  readonly grossIncomeSource: 'CLIENT' | 'EMPLOYER' | 'IEVS' | 'SSA' | 'IRS';
  readonly netIncome: number;
  readonly netIncomeSource: 'CLIENT' | 'EMPLOYER' | 'IEVS' | 'SSA' | 'IRS';
  readonly shelterDeduction: number;
  readonly categoricallyEligible: boolean;
}

export interface SnapClientRow extends RecordedName {
  readonly clientId: string;
  readonly caseNumber: string;
  readonly countable: boolean;
  readonly abawdStatus: 'EXEMPT' | 'MET' | 'UNMET';
  readonly abawdCountableMonths: number;
  readonly intentionalProgramViolation: boolean;
  readonly immigrationStatus: string | null;
  readonly domesticViolenceExclusion: boolean;
}
