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
