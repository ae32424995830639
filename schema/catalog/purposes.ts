/** Purposes of use in the agreement; HL7 v3 PurposeOfUse has no codes for human services. */
export const PURPOSES = [
  'CHILD_PROTECTION',
  'FOSTER_CARE_CASE',
  'BENEFIT_ELIGIBILITY',
  'BENEFIT_VERIFICATION',
  'CARE_COORDINATION',
  'REENTRY_PLANNING',
  'EDUCATION_SUPPORT',
  'ENERGY_ASSISTANCE',
  'PROGRAM_INTEGRITY',
  'AUDIT',
  'RESEARCH_DEIDENTIFIED',
  'SUBJECT_REQUEST',
  'EMERGENCY',
  'DATA_GOVERNANCE',
] as const;

export type Purpose = (typeof PURPOSES)[number];

export function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text);
}
