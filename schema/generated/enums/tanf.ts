export type TanfCaseStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DENIED'
  | 'PENDING'
  | 'SUSPENDED';

export type TanfServiceActivity =
  | 'BASIC_EDUCATION'
  | 'EMPLOYMENT'
  | 'JOB_SEARCH'
  | 'PARENTING'
  | 'VOCATIONAL_TRAINING'
  | 'WORK_EXPERIENCE';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
