export type CaseDutyKind =
  /** Review of the case plan, every 6 months from removal (42 USC 675(5)(B)) */
  | 'CASE_PLAN_REVIEW'
  /** Hearing on the date that the court has set */
  | 'COURT_HEARING'
  /** Finding of an investigation, within 60 days of the report (325 ILCS 5/7.12) */
  | 'INVESTIGATION_FINDING'
  /** Visit with a child in foster care, once every calendar month (42 USC 624(f)); the date is the month's last day */
  | 'MONTHLY_VISIT'
  /**
   * Permanency hearing: 12 months after temporary custody was taken, then every 6 months (42 USC 675(5)(C); 705 ILCS
   * 405/2-28(2))
   */
  | 'PERMANENCY_HEARING';

export type ChildLegalStatus =
  | 'GUARDIANSHIP'
  | 'INTACT'
  | 'NONE'
  | 'PROTECTIVE_SUPERVISION'
  | 'TEMPORARY_CUSTODY';

export type ChildWelfareEventKind =
  /** End of the case */
  | 'CLOSURE'
  /** Court hearing that took place */
  | 'HEARING'
  /** Period in one placement */
  | 'PLACEMENT'
  /** Removal from home */
  | 'REMOVAL'
  /** Visit of the caseworker to the child */
  | 'VISIT';

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
