export type DirectCertificationSource =
  | 'FOSTER'
  | 'HOMELESS'
  | 'MEDICAID'
  | 'SNAP'
  | 'TANF';

export type EducationEventKind =
  /** Enrollment in a school, for a school year or the part of it until a transfer or an exit */
  | 'ENROLLMENT'
  /** Last day at a public school */
  | 'EXIT'
  /** Registration for the next school year */
  | 'REGISTRATION'
  /** Transfer to another school during the school year; the period is the rest of that year */
  | 'TRANSFER';

export type EnrollmentStatus =
  | 'ENROLLED'
  | 'EXITED'
  | 'PRE_ENROLLED';

/** Why an enrollment ended, as recorded in the state's Student Information System. */
export type ExitType =
  | 'AGED_OUT'
  | 'GRADUATED'
  | 'HOME_SCHOOL'
  | 'MOVED'
  | 'PROMOTION'
  | 'TRANSFER_IN_DISTRICT'
  | 'TRANSFER_PRIVATE';

/** Grade level (CEDS Entry Grade Level). */
export type GradeLevel =
  | 'GRADE_01'
  | 'GRADE_02'
  | 'GRADE_03'
  | 'GRADE_04'
  | 'GRADE_05'
  | 'GRADE_06'
  | 'GRADE_07'
  | 'GRADE_08'
  | 'GRADE_09'
  | 'GRADE_10'
  | 'GRADE_11'
  | 'GRADE_12'
  | 'KG'
  | 'PK';

/** Disability categories of IDEA (34 CFR 300.8). */
export type IdeaDisability =
  | 'AUTISM'
  | 'DEVELOPMENTAL_DELAY'
  | 'EMOTIONAL_DISABILITY'
  | 'HEARING_IMPAIRMENT'
  | 'INTELLECTUAL_DISABILITY'
  | 'ORTHOPEDIC_IMPAIRMENT'
  | 'OTHER_HEALTH_IMPAIRMENT'
  | 'SPECIFIC_LEARNING_DISABILITY'
  | 'SPEECH_OR_LANGUAGE_IMPAIRMENT'
  | 'VISUAL_IMPAIRMENT';

export type MealStatus =
  | 'FREE'
  | 'PAID'
  | 'REDUCED';

export type Link__Purpose =
  | 'EXECUTION'
  | 'SECURITY';
