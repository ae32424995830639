import type { FeedApproval } from '../../schema/approvalFeed.ts';
import type { Dataset } from '../../schema/datasetCatalogue.ts';
import type { Requester } from '../authentication/requester.ts';
import type { ApprovalSet } from './approvalSet.ts';
import type { Basis, DenialReason, Remedy } from './decision.ts';
import type { Denied } from './denials.ts';
import { asTheOwnerAllows } from './emergencyTerms.ts';

/** `approved`: these approvals are in force and cover the roles; what they open is a question of the field. */
export type DatasetDecision =
  | { readonly kind: 'allow'; readonly basis: Basis }
  | { readonly kind: 'approved'; readonly approvals: readonly FeedApproval[] }
  | Denied;

export function decideDataset(
  dataset: Dataset,
  { agency, roles, purpose }: Omit<Requester, 'subject'>,
  approvals: ApprovalSet | undefined,
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
      message: 'The approvals in force are not known at the moment; data of other agencies is closed until they are.',
    });
  }
  const candidates = approvals.approvalsFor(agency, purpose, dataset.id);
  const inForce = candidates.filter(
    ({ validFrom, validUntil }) => Date.parse(validFrom) <= now && now < Date.parse(validUntil),
  );
  const covering = inForce.filter((approval) => coversRoles(approval, roles));
  if (covering.length > 0) {
    return { kind: 'approved', approvals: covering.map((approval) => asTheOwnerAllows(approval, dataset, roles)) };
  }
  if (inForce.length > 0) {
    const needed = [...new Set(inForce.flatMap((approval) => approval.roles ?? []))].sort();
    return deny('ROLE_NOT_COVERED', {
      action: 'ASK_FOR_ROLE',
      message: `The approval covers the roles ${needed.join(', ')}.`,
    });
  }
  return deny(candidates.length > 0 ? 'NOT_IN_FORCE' : 'NO_APPROVAL', {
    action: 'REQUEST_ACCESS',
    message: `${agency} has no approval in force for ${dataset.id} with purpose ${purpose}; ask ${dataset.owner} with requestAccess.`,
    requestAccess: { datasets: [dataset.id], purpose },
  });
}

function coversRoles(approval: FeedApproval, roles: readonly string[]): boolean {
  return approval.roles === undefined || approval.roles.some((role) => roles.includes(role));
}

function ownerRemedy(dataset: Dataset): Remedy {
  return {
    action: 'ASK_FOR_ROLE',
    message:
      `${dataset.owner}'s own staff see ${dataset.id} for the purposes ${dataset.ownerPurposes.join(', ')} ` +
      `in the roles ${dataset.ownerRoles.join(', ')}.`,
  };
}
