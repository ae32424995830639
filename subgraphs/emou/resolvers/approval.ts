import type { ApprovalResolvers } from '../../../schema/generated/emou.ts';
import type { AgreementRecord } from '../records.ts';
import type { RegisterRules } from '../register/register.ts';
import { agencyCode, fieldAccess } from './terms.ts';

export function approvalResolvers({ catalogue, approvable }: RegisterRules): ApprovalResolvers {
  /** True unless the catalog has become stricter since the agreement was made. */
  const stillApprovable = ({ state, events }: AgreementRecord): boolean =>
    approvable.plain.includes(state.terms.dataset) ||
    (approvable.federal.includes(state.terms.dataset) && events.some(({ move }) => move.kind === 'FEDERAL_APPROVE'));
  const revocation = ({ events, state }: AgreementRecord) =>
    state.revoked ? events.findLast(({ move }) => move.kind === 'REVOKE') : undefined;
  return {
    requestingAgency: ({ state }) => agencyCode(state.requester),
    dataset: ({ state }) => catalogue.datasets.get(state.terms.dataset) ?? null,
    purpose: ({ state }) => state.terms.purpose,
    roles: ({ state }) => state.terms.roles,
    legalBasis: ({ state }) => state.terms.legalBasis,
    fields: (agreement) => (stillApprovable(agreement) ? fieldAccess(agreement.state.access.fields) : []),
    validFrom: ({ state }) => state.access.validFrom?.toISOString() ?? null,
    validUntil: ({ state }) => state.access.validUntil?.toISOString() ?? null,
    reviewOn: ({ state }) => state.access.reviewOn,
    revokedAt: (agreement) => revocation(agreement)?.at.toISOString() ?? null,
    revokedBecause: (agreement) => revocation(agreement)?.why ?? null,
    inForce: (agreement) => agreement.state.access.inForce && stillApprovable(agreement),
    request: (agreement) => agreement,
  };
}
