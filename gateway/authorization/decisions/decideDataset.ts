import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import type { Dataset } from '../../../schema/catalog/datasetCatalogue.ts';
import type { RequesterApprovals } from '../../approvals/approvalSet.ts';
import type { Basis, DenialReason, Denied, Remedy } from '../../model/decision.ts';
import type { Requester } from '../../model/requester.ts';
import { groupByTerms, type SharedTerms } from './accessRules.ts';
import { permittedTerms } from './permittedTerms.ts';

/**
 * Decision on a dataset. `approved`: these approvals are in force and cover the roles; what they open depends on the
 * field.
 */
export type DatasetDecision =
  | { readonly kind: 'allow'; readonly basis: Basis }
  | { readonly kind: 'approved'; readonly approvals: readonly FeedApproval[]; readonly terms: readonly SharedTerms[] }
  | Denied;

export function decideDataset(
  dataset: Dataset,
  { agency, roles, purpose }: Omit<Requester, 'subject'>,
  approvals: RequesterApprovals | undefined,
  now: number,
): DatasetDecision {
  const isOwner = dataset.owner === agency;
  if (isOwner && dataset.ownerPurposes.includes(purpose) && roles.some((role) => dataset.ownerRoles.includes(role))) {
    return { kind: 'allow', basis: { kind: 'owner', agency } };
  }
  const deny = (reason: DenialReason, remedy: Remedy): Denied => ({
    kind: 'deny',
    reason,
    dataset: dataset.id,
    owner: dataset.owner,
    remedy,
  });
  if (isOwner) return deny('ROLE_NOT_COVERED', ownerRemedy(dataset));
  if (!dataset.requestable) {
    return deny('OWNER_ONLY', { action: 'NONE', message: `${dataset.id} is for ${dataset.owner}'s own staff.` });
  }
  if (approvals === undefined) {
    return deny('APPROVALS_UNAVAILABLE', {
      action: 'TRY_LATER',
      message: 'The approvals in force are unavailable, so data of other agencies is closed. Try again later.',
    });
  }
  const inForce = approvals.inForce(dataset.id, now);
  const covering = inForce.filter((approval) => coversRoles(approval, roles));
  if (covering.length > 0) {
    const allowed = permittedTerms(covering, dataset, { agency, roles });
    return { kind: 'approved', approvals: allowed, terms: groupByTerms(allowed) };
  }
  if (inForce.length > 0) {
    const needed = [...new Set(inForce.flatMap((approval) => approval.roles))].sort();
    return deny('ROLE_NOT_COVERED', {
      action: 'ASK_FOR_ROLE',
      message: `The approval covers the roles ${needed.join(', ')}.`,
    });
  }
  const isKnown = approvals.approvalsFor(dataset.id).length > 0;
  return deny(isKnown ? 'NOT_IN_FORCE' : 'NO_APPROVAL', {
    action: 'REQUEST_ACCESS',
    message: `${agency} has no approval in force for ${dataset.id} with purpose ${purpose}; ask ${dataset.owner} with requestAccess.`,
    requestAccess: { datasets: [dataset.id], purpose },
  });
}

function coversRoles(approval: FeedApproval, roles: readonly string[]): boolean {
  return approval.roles.some((role) => roles.includes(role));
}

function ownerRemedy(dataset: Dataset): Remedy {
  return {
    action: 'ASK_FOR_ROLE',
    message:
      `${dataset.owner}'s own staff see ${dataset.id} for the purposes ${dataset.ownerPurposes.join(', ')} ` +
      `in the roles ${dataset.ownerRoles.join(', ')}.`,
  };
}
