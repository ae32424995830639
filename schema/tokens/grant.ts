import { z } from 'zod';

/**
 * The grant, which the gateway signs for every call to a subgraph (JWS, ES256), and which a subgraph in any language
 * verifies before it responds. Times are seconds since 1970. Verify `iss`, `aud` and `exp` first, with keys from the
 * gateway's JWKS at `/.well-known/jwks.json`.
 */
export const GrantClaims = z.strictObject({
  iss: z.literal('person360-gateway'),
  /** The one subgraph that may accept this grant, by its name in the supergraph. */
  aud: z.string().min(1),
  iat: z.number().int(),
  exp: z.number().int(),
  /** Code of the requesting agency. */
  agency: z.string().min(1),
  /** Purpose of use, as listed in the agreement. */
  purpose: z.string().min(1),
  roles: z.array(z.string()),
  /** Datasets of this subgraph that the gateway allowed. A guarded field of any other dataset must not be returned. */
  datasets: z.array(z.string()),
  /**
   * By dataset, conditions on the person for returning its fields: at least one alternative must hold, each of which
   * requires all of its facts (WARD, CASELOAD, HOUSEHOLD_OF_CASELOAD, CONSENT:<dataset>, EMERGENCY). A dataset that is
   * absent here is open for everyone. These are the widest terms of any field in the dataset; the gateway decides field
   * by field. Request facts with the call's facts token (factsToken.ts): the grant is for the system that it names and
   * must not be sent to any other.
   */
  conditions: z.record(z.string(), z.array(z.array(z.string().min(1)).min(1)).min(1)).optional(),
  /** Reference of the requester's declared emergency. Without it, no condition names EMERGENCY. */
  emergency: z.string().min(1).optional(),
  /** Revision of the approvals that the decision was based on. */
  revision: z.number().int().nonnegative(),
  /**
   * The requester's subject. Present only in grants for systems that record the actor (emou, audit, registry), if a
   * condition depends on whose case or emergency it is, and if the operation selects a root field that depends on who
   * asks (`@tag(name: "names-requester")`). Otherwise absent, so that calls of different people with equal rights may
   * share one request.
   */
  sub: z.string().optional(),
});

export type GrantClaims = z.infer<typeof GrantClaims>;

/** Systems that must know the requester, because they record actions under that name. */
export const SYSTEMS_THAT_RECORD_THE_ACTOR: readonly string[] = ['emou', 'audit', 'registry'];
