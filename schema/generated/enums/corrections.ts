export type AdmissionType =
  | 'COURT'
  | 'NEW_SENTENCE_VIOLATOR'
  | 'TECHNICAL_VIOLATION';

export type CustodyStatus =
  | 'DISCHARGED'
  | 'ESCAPE'
  | 'IN_CUSTODY'
  /** Mandatory supervised release */
  | 'MSR'
  | 'OUT_TO_COURT'
  | 'PAROLE';

export type FelonyClass =
  | 'CLASS_1'
  | 'CLASS_2'
  | 'CLASS_3'
  | 'CLASS_4'
  | 'M'
  | 'X';

export type SupervisionLevel =
  | 'MAXIMUM'
  | 'MEDIUM'
  | 'MINIMUM';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
