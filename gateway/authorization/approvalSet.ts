import type { FeedApproval, FeedSnapshot } from '../../schema/approvalFeed.ts';

/** The approvals of one revision, found by agency and purpose. Built once per revision: the size costs nothing later. */
export interface ApprovalSet {
  readonly revision: number;
  approvalsFor(agency: string, purpose: string, dataset: string): readonly FeedApproval[];
  /** The next instant (ms since 1970) after `now` at which an approval of this agency and purpose starts or ends. */
  nextChange(agency: string, purpose: string, now: number): number;
}

export function buildApprovalSet(snapshot: FeedSnapshot): ApprovalSet {
  const byRequester = new Map<string, Map<string, FeedApproval[]>>();
  for (const approval of snapshot.approvals) {
    const key = requesterKey(approval.requestingAgency, approval.purpose);
    const byDataset = byRequester.get(key) ?? new Map<string, FeedApproval[]>();
    byRequester.set(key, byDataset);
    const approvals = byDataset.get(approval.dataset) ?? [];
    byDataset.set(approval.dataset, approvals);
    approvals.push(approval);
  }
  return {
    revision: snapshot.revision,
    approvalsFor: (agency, purpose, dataset) => byRequester.get(requesterKey(agency, purpose))?.get(dataset) ?? [],
    nextChange(agency, purpose, now) {
      let next = Number.POSITIVE_INFINITY;
      for (const approvals of byRequester.get(requesterKey(agency, purpose))?.values() ?? []) {
        for (const { validFrom, validUntil } of approvals) {
          for (const instant of [Date.parse(validFrom), Date.parse(validUntil)]) {
            if (instant > now && instant < next) next = instant;
          }
        }
      }
      return next;
    },
  };
}

/** JSON keeps the two names apart whatever characters they hold. */
function requesterKey(agency: string, purpose: string): string {
  return JSON.stringify([agency, purpose]);
}
