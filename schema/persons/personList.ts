import { z } from 'zod';

/**
 * Dataset that guards the persons behind the disclosure log's pseudonyms, and the query by which an auditor reads it.
 */
export const UNMASKING_DATASET = 'audit.unmasking';
export const UNMASKING_QUERY = 'unmaskedPersons';

/** Header of a call to audit that carries the person list token, in addition to the grant. */
export const PERSON_LIST_HEADER = 'person-list-authorization';

/**
 * The person list token, which the gateway signs (JWS, ES256) for an auditor's call to audit that reads an unmasking,
 * and for no other call. Audit sends it as a bearer token to the person index, `POST /person-list`. It opens nothing
 * else: its audience is `person-list`, which is the audience of no system's data. Times are seconds since 1970.
 */
export const PersonListClaims = z.strictObject({
  iss: z.literal('person360-gateway'),
  aud: z.literal('person-list'),
  iat: z.number().int(),
  exp: z.number().int(),
  system: z.literal('audit'),
  agency: z.string().min(1),
  purpose: z.string().min(1),
  /** The auditor's subject. */
  sub: z.string().min(1),
});
export type PersonListClaims = z.infer<typeof PersonListClaims>;

/** Ids per page. A page with fewer is the last one. */
export const PERSONS_A_PAGE = 10_000;

/** `after`: the last id of the previous page; absent for the first one. */
export const PersonListQuestion = z.strictObject({ after: z.guid().optional() });
/** Every Person.id, sorted. */
export const PersonListPage = z.object({ ids: z.array(z.guid()).max(PERSONS_A_PAGE) });

/** Returns the URL of the person index's list, `/person-list`, which is next to its facts endpoint. */
export function personListUrl(factsUrl: string | undefined): string | undefined {
  return factsUrl === undefined ? undefined : new URL('person-list', factsUrl).href;
}
