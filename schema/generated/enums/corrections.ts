export type AdmissionType =
  | 'COURT'
  | 'NEW_SENTENCE_VIOLATOR'
  | 'TECHNICAL_VIOLATION';

export type CustodyEventKind =
  /** Stay in custody, from the admission to the release */
  | 'ADMISSION'
  /** Release, under supervision or at the end of the sentence */
  | 'RELEASE'
  /** Transfer to another facility */
  | 'TRANSFER';

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
