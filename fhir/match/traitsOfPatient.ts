import { z } from 'zod';
import type { MatchTraits } from '../graph/documents.ts';

const Text = z.string().trim().min(1).max(200);
const MANY = 20;

/** The elements of a Patient that are compared. Others are allowed, and ignored. */
export const MatchPatient = z.object({
  resourceType: z.literal('Patient'),
  name: z
    .array(
      z.object({
        use: z.string().optional(),
        family: Text.optional(),
        given: z.array(Text).max(MANY).optional(),
        suffix: z.array(Text).max(MANY).optional(),
      }),
    )
    .max(MANY)
    .optional(),
  /** FHIR date: a day. A year or a month alone is no birth date to compare. */
  birthDate: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be a date such as 1984-03-07')
    .optional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  identifier: z
    .array(z.object({ system: z.string().max(500).optional(), value: Text.optional() }))
    .max(MANY)
    .optional(),
  address: z
    .array(
      z.object({
        use: z.string().optional(),
        line: z.array(Text).max(MANY).optional(),
        city: Text.optional(),
        state: Text.optional(),
        postalCode: Text.optional(),
      }),
    )
    .max(MANY)
    .optional(),
  telecom: z
    .array(z.object({ system: z.string().optional(), value: Text.optional() }))
    .max(MANY)
    .optional(),
});
export type MatchPatient = z.infer<typeof MatchPatient>;

/** http://hl7.org/fhir/R4/identifier-registry.html */
const SOCIAL_SECURITY = 'http://hl7.org/fhir/sid/us-ssn';

/** The traits of a Patient that the graph compares: its official or first name, and its home or first address. */
export function traitsOfPatient(patient: MatchPatient): MatchTraits {
  const name = preferred(patient.name, 'official') ?? {};
  const address = preferred(patient.address, 'home') ?? {};
  const [given, ...middle] = name.given ?? [];
  const { birthDate, gender } = patient;
  const traits: Readonly<Record<string, string | undefined>> = {
    given,
    middle: joined(middle, ' '),
    family: name.family,
    suffix: joined(name.suffix ?? [], ' '),
    birthDate: birthDate?.length === 10 ? birthDate : undefined,
    gender: gender === 'male' || gender === 'female' ? gender.toUpperCase() : undefined,
    ssn: patient.identifier?.find(({ system }) => system === SOCIAL_SECURITY)?.value,
    street: joined(address.line ?? [], ', '),
    city: address.city,
    state: address.state,
    zip: address.postalCode,
    phone: patient.telecom?.find(({ system }) => system === 'phone')?.value,
  };
  return Object.fromEntries(
    Object.entries(traits).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function preferred<Each extends { use?: string | undefined }>(
  all: readonly Each[] | undefined,
  use: string,
): Each | undefined {
  return all?.find((each) => each.use === use) ?? all?.find((each) => each.use !== 'old') ?? undefined;
}

function joined(parts: readonly string[], separator: string): string | undefined {
  return parts.length === 0 ? undefined : parts.join(separator);
}
