export type ChildLegalStatus =
  | 'GUARDIANSHIP'
  | 'INTACT'
  | 'NONE'
  | 'PROTECTIVE_SUPERVISION'
  | 'TEMPORARY_CUSTODY';

export type ChildWelfareStatus =
  | 'CLOSED'
  | 'OPEN';

export type InvestigationFinding =
  | 'INDICATED'
  | 'UNFOUNDED';

export type InvestigationStatus =
  | 'CLOSED'
  | 'PENDING';

export type MedicalConsentAuthority =
  | 'COURT'
  | 'GUARDIANSHIP_ADMINISTRATOR'
  | 'PARENT';

export type PermanencyGoal =
  | 'ADOPTION'
  | 'GUARDIANSHIP'
  | 'NONE'
  | 'PLANNED_PERMANENT_LIVING_ARRANGEMENT'
  | 'RELATIVES'
  | 'REUNIFY';

export type PlacementType =
  | 'CHILD_CARE_INSTITUTION'
  | 'DETENTION'
  | 'FOSTER_HOME'
  | 'GROUP_HOME'
  | 'HOME'
  | 'PRE_ADOPTIVE_HOME'
  | 'PSYCHIATRIC_HOSPITAL'
  | 'QRTP'
  | 'RELATIVE_FOSTER_HOME'
  | 'RUNAWAY'
  | 'SHELTER'
  | 'SUPERVISED_INDEPENDENT_LIVING'
  | 'THERAPEUTIC_FOSTER_HOME';

/** Circumstances of the child and family at removal (AFCARS). */
export type RemovalReason =
  | 'CARETAKER_INABILITY'
  | 'CHILD_DRUG_ABUSE'
  | 'INADEQUATE_HOUSING'
  | 'NEGLECT'
  | 'PARENT_DEATH'
  | 'PARENT_DRUG_ABUSE'
  | 'PARENT_INCARCERATION'
  | 'PHYSICAL_ABUSE'
  | 'RELINQUISHMENT'
  | 'SEXUAL_ABUSE';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
