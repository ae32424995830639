import { z } from 'zod';

/** Condition that a person must meet before an approval opens their data. */
export const Condition = z.enum([
  /** The person is in an active case assigned to the requester. */
  'CASELOAD',
  /** The state is legally responsible for the person. */
  'WARD',
  /** A consent for this recipient, dataset and purpose is on file (42 CFR 2.31), not expired, not revoked. */
  'CONSENT',
  /** A member of the person's household is in an active case assigned to the requester. */
  'HOUSEHOLD_OF_CASELOAD',
  /** The requester has declared an emergency for the person's household; only where the dataset's owner allows it. */
  'EMERGENCY',
]);
export type Condition = z.infer<typeof Condition>;

/** Agencies whose data a condition is based on. CONSENT and EMERGENCY are based on what the requester itself knows. */
const OWNER_OF_FACT: Readonly<Partial<Record<Condition, string>>> = {
  WARD: 'DCFS',
  CASELOAD: 'DCFS',
  HOUSEHOLD_OF_CASELOAD: 'DCFS',
};

/**
 * Returns the agency whose data a condition would reveal without its consent, or undefined. A requester who is shown a
 * field under a condition learns whether it holds: "SNAP of wards" reveals who is a ward. So the owner of the fact must
 * be a party: the requester, or the owner of the dataset.
 */
export function ownerOfRevealedFact(condition: Condition, requester: string, datasetOwner: string): string | undefined {
  const owner = OWNER_OF_FACT[condition];
  return owner === requester || owner === datasetOwner ? undefined : owner;
}

/** Masks. Dates: the first three; text: LAST4 and ZIP3; an address: COUNTY; any value: REDACT. */
export const Transform = z.enum(['MONTH', 'YEAR_ONLY', 'AGE_BAND', 'LAST4', 'ZIP3', 'COUNTY', 'REDACT']);
export type Transform = z.infer<typeof Transform>;

export const FIELD_NAME = /^[A-Za-z_]\w*\.[A-Za-z_]\w*$/;

/** One field that an approval opens, with its mask and conditions. */
export const FieldTerm = z.strictObject({
  /** Type.field */
  field: z.string().regex(FIELD_NAME, 'a field is written Type.field'),
  /** Absent: unmasked. */
  transform: Transform.optional(),
  /** Any one of the alternatives opens the field; each requires all of its conditions. Absent: for everyone. */
  conditions: z.array(z.array(Condition).min(1)).min(1).optional(),
});
export type FieldTerm = z.infer<typeof FieldTerm>;
