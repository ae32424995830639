export type TanfCaseStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DENIED'
  | 'PENDING'
  | 'SUSPENDED';

/** What a household reported. */
export type TanfChange =
  /** A person joined or left the household */
  | 'HOUSEHOLD'
  /** Income of the household */
  | 'INCOME';

/** Why a case was closed. Does not say which requirement was not met. */
export type TanfClosureReason =
  | 'APPLICATION_DENIED'
  /** The certification period ended without a recertification */
  | 'NOT_RECERTIFIED'
  /** A requirement of the program was no longer met */
  | 'NO_LONGER_ELIGIBLE'
  /** The household asked for it */
  | 'REQUESTED';

export type TanfEventKind =
  | 'APPLICATION'
  /** First certification period after an application */
  | 'CERTIFICATION'
  /** Change that the household reported */
  | 'CHANGE'
  /** Denial of the application, or end of the case */
  | 'CLOSURE'
  /** Certification period that follows another one */
  | 'RECERTIFICATION';

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
