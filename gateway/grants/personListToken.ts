import { type PersonListClaims, UNMASKING_DATASET, UNMASKING_QUERY } from '../../schema/persons/personList.ts';
import type { GrantClaims } from '../../schema/tokens/grant.ts';

/**
 * Claims of the person list token for a call under this grant. Undefined unless the call reads the persons of an
 * unmasking from audit, for a requester to whom they are open. The token expires with the grant.
 */
export function personListClaims(grant: GrantClaims, body: string): PersonListClaims | undefined {
  const { iss, aud, iat, exp, agency, purpose, sub = '', datasets } = grant;
  if (aud !== 'audit' || sub === '' || !datasets.includes(UNMASKING_DATASET)) return undefined;
  if (!body.includes(UNMASKING_QUERY)) return undefined;
  return { iss, aud: 'person-list', iat, exp, system: aud, agency, purpose, sub };
}
