import { type PersonListClaims, UNMASKING_DATASET, UNMASKING_QUERY } from '../../schema/persons/personList.ts';
import type { GrantClaims } from '../../schema/tokens/grant.ts';

/**
 * The claims of the person list token for a call under this grant. Undefined unless the call asks audit for the persons of
 * an unmasking, for somebody to whom that is open. It ends with the grant.
 */
export function personListClaims(grant: GrantClaims, body: string): PersonListClaims | undefined {
  const { iss, aud, iat, exp, agency, purpose, sub = '', datasets } = grant;
  if (aud !== 'audit' || sub === '' || !datasets.includes(UNMASKING_DATASET)) return undefined;
  if (!body.includes(UNMASKING_QUERY)) return undefined;
  return { iss, aud: 'person-list', iat, exp, system: aud, agency, purpose, sub };
}
