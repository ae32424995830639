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
  /** Stated by the client */
  | 'CLIENT'
  | 'EMPLOYER'
  /** Income and Eligibility Verification System, state wage records */
  | 'IEVS'
  /** Federal tax information */
  | 'IRS'
  /** Social Security Administration interface */
  | 'SSA';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
