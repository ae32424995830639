/** Why an emergency may be declared: codes of HL7 v3 ActReason (override), with what they stand for. */
export const emergencyReasons = {
  OVRER: 'emergency treatment',
  OVRPJ: 'professional judgment',
  OVRPS: 'public safety',
  OVRTPS: 'safety of a third party',
} as const;
export type EmergencyReason = keyof typeof emergencyReasons;

export function isEmergencyReason(text: string): text is EmergencyReason {
  return Object.hasOwn(emergencyReasons, text);
}

/** How long a declared emergency lasts. */
export const EMERGENCY_MINUTES = 60;

/** Characters that the declarer's own words must and may have. */
export const emergencyWords = { fewest: 10, most: 500 } as const;
