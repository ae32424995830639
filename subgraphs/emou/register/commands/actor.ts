import { signatories } from '../../../../schema/catalog/agencies.ts';
import type { GrantClaims } from '../../../../schema/tokens/grant.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';
import { type Actor, GOVERNORS_OFFICE } from '../../agreement/terms/vocabulary.ts';

export type { Actor };

/**
 * Returns the person who makes a move. The grant needs a subject, and an agency that is a signatory or the Governor's
 * office: anonymous callers and outsiders change nothing.
 */
export function actorOf(grant: Pick<GrantClaims, 'sub' | 'agency' | 'roles'>): Actor {
  const { sub, agency, roles } = grant;
  if (sub === undefined || sub === '') {
    throw new PublicError(
      'FORBIDDEN',
      'The register records who acts, but this request has no subject. Sign in as a person.',
    );
  }
  if (agency !== GOVERNORS_OFFICE && !signatories.some(({ code }) => code === agency)) {
    throw new PublicError(
      'FORBIDDEN',
      'Only signatories of the agreement may change the register, and your agency is not one.',
    );
  }
  return { subject: sub, agency, roles };
}

export function hasRole(actor: Actor, ...roles: readonly string[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}
