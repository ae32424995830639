import { z } from 'zod';

/**
 * The grant: what the gateway signs for every call to a subgraph (JWS, ES256), and what a subgraph on any language's
 * library checks before it answers anything. Times are seconds since 1970. Verify `iss`, `aud` and `exp` first, with
 * keys from the gateway's JWKS at `/.well-known/jwks.json`.
 */
export const GrantClaims = z.strictObject({
  iss: z.literal('person360-gateway'),
  /** The one subgraph that may accept this grant, by its name in the supergraph. */
  aud: z.string().min(1),
  iat: z.number().int(),
  exp: z.number().int(),
  /** Code of the agency that asks. */
  agency: z.string().min(1),
  /** Purpose of use, one of those of the agreement. */
  purpose: z.string().min(1),
  roles: z.array(z.string()),
  /** Datasets of this subgraph that were decided allow; a guarded field of any other dataset must not be answered. */
  datasets: z.array(z.string()),
  /**
   * By dataset, what must hold of the person before a field of it is answered: any one of the alternatives, each of which
   * asks for all of its facts (WARD, CASELOAD, HOUSEHOLD_OF_CASELOAD, CONSENT:<dataset>, EMERGENCY). A dataset that is not in it is
   * open for everybody. The widest terms of any field of the dataset: field by field the gateway decides. Facts are asked
   * for with the call's facts token (factsToken.ts): a grant is for the system that it names and is shown to no other.
   */
  conditions: z.record(z.string(), z.array(z.array(z.string().min(1)).min(1)).min(1)).optional(),
  /** Reference of the emergency that the requester has declared; only with it a condition names EMERGENCY. */
  emergency: z.string().min(1).optional(),
  /** Revision of the approvals by which it was decided. */
  revision: z.number().int().nonnegative(),
  /** The requester's subject. Only in grants for systems that record who acted (emou, audit), and where a condition asks
   * whose case or emergency it is: elsewhere it is absent, so that calls of different people with equal rights may share one request. */
  sub: z.string().optional(),
});

export type GrantClaims = z.infer<typeof GrantClaims>;

/** Systems that must know the person who asks, because what they do is recorded under that name. */
export const SYSTEMS_THAT_RECORD_THE_ACTOR: readonly string[] = ['emou', 'audit'];
