import type { AgencyCode } from '../../../schema/agencies.ts';
import { signatories } from '../../../schema/agencies.ts';
import type { GrantClaims } from '../../../schema/grant.ts';
import { PublicError } from '../../kit/publicError.ts';

/** The person who makes a move, as the register writes them down. */
export interface Actor {
  readonly subject: string;
  readonly agency: AgencyCode;
  readonly roles: readonly string[];
}

/** A move needs a name and a signatory: what nobody stands behind, or an outsider, changes nothing. */
export function actorOf(grant: Pick<GrantClaims, 'sub' | 'agency' | 'roles'>): Actor {
  const { sub } = grant;
  if (sub === undefined || sub === '') {
    throw new PublicError(
      'FORBIDDEN',
      'The register records who acts, and this request names nobody. Sign in as a person.',
    );
  }
  const agency = signatories.find(({ code }) => code === grant.agency)?.code;
  if (agency === undefined) {
    throw new PublicError(
      'FORBIDDEN',
      'Only signatories of the agreement may act on the register; your agency is not one.',
    );
  }
  return { subject: sub, agency, roles: grant.roles };
}

export function hasRole(actor: Actor, ...roles: readonly string[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}
