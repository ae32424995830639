/** Status of coverage (FHIR financial resource status). */
export type MedicaidCoverageStatus =
  | 'ACTIVE'
  | 'CANCELLED'
  | 'DRAFT'
  | 'ENTERED_IN_ERROR';

export type MedicaidEligibilityGroup =
  | 'AABD'
  | 'ACA_ADULT'
  | 'ALL_KIDS_ASSIST'
  | 'ALL_KIDS_PREMIUM'
  | 'ALL_KIDS_SHARE'
  | 'FAMILY_CARE'
  | 'FORMER_FOSTER_CARE'
  | 'FOSTER_CARE'
  | 'HBWD'
  | 'MOMS_AND_BABIES';

export type MedicaidEventKind =
  /** Period of coverage; in YouthCare for wards of the state */
  | 'ENROLLMENT'
  /** Last day of coverage */
  | 'EXIT'
  /** Change of the managed care plan */
  | 'PLAN_CHANGE';

export type MedicaidMagiBasis =
  | 'MAGI'
  | 'NON_MAGI';

/** Plans of HealthChoice Illinois. YOUTHCARE serves wards of the state; COUNTYCARE serves Cook County only. */
export type MedicaidPlan =
  | 'AETNA'
  | 'BCBSIL'
  | 'COUNTYCARE'
  | 'FEE_FOR_SERVICE'
  | 'MERIDIAN'
  | 'MOLINA'
  | 'YOUTHCARE';

export type MedicaidSubscriberRelationship =
  | 'CHILD'
  | 'OTHER'
  | 'PARENT'
  | 'SELF'
  | 'SPOUSE';

export type MedicareDualStatus =
  | 'FULL'
  | 'NONE'
  | 'QMB'
  | 'SLMB';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
