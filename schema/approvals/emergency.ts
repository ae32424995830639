/** Reasons for declaring an emergency: codes of HL7 v3 ActReason (override), with their meaning. */
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

/** Duration of a declared emergency. */
export const EMERGENCY_MINUTES = 60;

/** Minimum and maximum length of the requester's description, in characters. */
export const emergencyWords = { fewest: 10, most: 500 } as const;
