import type { GrantClaims } from '../../../../schema/tokens/grant.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';

/**
 * True for the gateway's own grants, which alone have the role GATEWAY and no subject. A caller's token with that role
 * still has a subject and is rejected.
 */
export function isGateway(grant: Pick<GrantClaims, 'roles' | 'sub'>): boolean {
  return grant.roles.includes('GATEWAY') && grant.sub === undefined;
}

export function refuseUnlessGateway(grant: Pick<GrantClaims, 'roles' | 'sub'>): void {
  if (isGateway(grant)) return;
  throw new PublicError('FORBIDDEN', 'Only the gateway may do this.');
}
