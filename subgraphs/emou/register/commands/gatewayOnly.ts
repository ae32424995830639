import type { GrantClaims } from '../../../../schema/grant.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';

/**
 * The gateway's own grants alone carry the role GATEWAY and no subject: a caller's token with that role still comes with
 * a name, and is refused.
 */
export function isGateway(grant: Pick<GrantClaims, 'roles' | 'sub'>): boolean {
  return grant.roles.includes('GATEWAY') && grant.sub === undefined;
}

export function refuseUnlessGateway(grant: Pick<GrantClaims, 'roles' | 'sub'>): void {
  if (isGateway(grant)) return;
  throw new PublicError('FORBIDDEN', 'Only the gateway asks for this.');
}
