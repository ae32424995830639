import type { SnapChange, SnapClosureReason, SnapEventKind } from '../../schema/generated/enums/snap.ts';
import type { RecordedName } from '../clericalErrors.ts';
import type { EventRow } from './eventRow.ts';

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

export interface SnapEventRow extends EventRow {
  readonly clientId: string;
  /** The kinds that are not in the schema are never read for others. */
  readonly kind: SnapEventKind | 'IMMIGRATION_CHECK' | 'DOMESTIC_VIOLENCE_EXCLUSION' | 'TAX_DATA_MATCH';
  readonly change: SnapChange | null;
  readonly closureReason: SnapClosureReason | null;
}
