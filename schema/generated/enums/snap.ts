/** Work requirement of able-bodied adults without dependents (7 CFR 273.24). */
export type AbawdStatus =
  | 'EXEMPT'
  | 'MET'
  | 'UNMET';

export type SnapCaseStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DENIED'
  | 'PENDING'
  | 'SUSPENDED';

/** What a household reported. */
export type SnapChange =
  /** Rent, utilities, and other deductible costs */
  | 'EXPENSES'
  /** A person joined or left the household */
  | 'HOUSEHOLD'
  /** Income of the household */
  | 'INCOME';

/** Why a case was closed. Does not say which requirement was not met. */
export type SnapClosureReason =
  | 'APPLICATION_DENIED'
  /** The certification period ended without a recertification */
  | 'NOT_RECERTIFIED'
  /** A requirement of the program was no longer met */
  | 'NO_LONGER_ELIGIBLE'
  /** The household asked for it */
  | 'REQUESTED';

export type SnapEventKind =
  | 'APPLICATION'
  /** First certification period after an application */
  | 'CERTIFICATION'
  /** Change that the household reported (7 CFR 273.12) */
  | 'CHANGE'
  /** Denial of the application, or end of the case */
  | 'CLOSURE'
  /** Certification period that follows another one */
  | 'RECERTIFICATION';

export type SnapIncomeSource =
  /** Reported by the client */
  | 'CLIENT'
  | 'EMPLOYER'
  /** State wage records from the Income and Eligibility Verification System */
  | 'IEVS'
  /** Federal tax information */
  | 'IRS'
  /** Interface with the Social Security Administration */
  | 'SSA';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
