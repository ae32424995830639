import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Header that carries the facts token, in addition to the grant. */
export const FACTS_HEADER = 'facts-authorization';

/** Facts that emou needs about persons named by a caller: whether the person exists, and whose case it is. */
export const FACTS_OF_NAMED_PERSONS = ['KNOWN', 'CASELOAD', 'HOUSEHOLD_OF_CASELOAD'] as const;

/**
 * Facts that audit needs about a person whose accounting a resident wants to read. PARENT: the requester is the mother,
 * father, or legal guardian of this person, who is under 18. WARD: the state has custody or guardianship, so that a parent does not act
 * for the child.
 */
export const FACTS_OF_PERSONAL_REPRESENTATIVES = ['PARENT', 'WARD'] as const;

/** Maximum persons of one call, and so of one request for facts. */
export const MOST_PERSONS_OF_A_CALL = 2_000;
/** Maximum people in one household: the child welfare system is asked about all of them. */
export const MOST_OF_A_HOUSEHOLD = 40;

/**
 * The facts token, which the gateway signs (JWS, ES256) for one call under a grant with conditions, and for a caller's
 * call to emou that names persons. Sent in the header `facts-authorization`. The system sends it as a bearer token to
 * the facts endpoints (personFacts.ts), and never its grant: a facts token opens no system's data, since its audience
 * is `facts` and it names no datasets. It names the persons of its call, so a system cannot request facts about others.
 * Times are seconds since 1970.
 */
export const FactsClaims = z.strictObject({
  iss: z.literal('person360-gateway'),
  aud: z.literal('facts'),
  iat: z.number().int(),
  exp: z.number().int(),
  /** The system that was called. The person index is queried by its numbers. */
  system: z.string().min(1),
  agency: z.string().min(1),
  purpose: z.string().min(1),
  /** The requester's subject, if a fact depends on it. */
  sub: z.string().optional(),
  /** Reference of the declared emergency. */
  emergency: z.string().min(1).optional(),
  /** The facts that may be requested, as named by the grant's conditions. */
  facts: z.array(z.string().min(1)).min(1),
  /**
   * The persons of the call. Absent in tokens for the person index alone: it finds persons by itself, and since it maps
   * numbers to persons, it decides whom a fact is about anyway.
   */
  persons: z
    .strictObject({ count: z.number().int().positive().max(MOST_PERSONS_OF_A_CALL), sha256: z.string().length(43) })
    .optional(),
});
export type FactsClaims = z.infer<typeof FactsClaims>;

/** @param keys sorted, without duplicates */
export function personsClaim(keys: readonly string[]): NonNullable<FactsClaims['persons']> {
  return { count: keys.length, sha256: createHash('sha256').update(JSON.stringify(keys)).digest('base64url') };
}

/** True if a request by the system itself, with its own numbers, is about exactly the persons of the call. */
export function isAboutItsPersons({ persons }: Pick<FactsClaims, 'persons'>, keys: readonly string[]): boolean {
  return persons !== undefined && personsClaim([...new Set(keys)].sort()).sha256 === persons.sha256;
}
