import type { FeedApproval, FeedDelta } from '../../schema/approvalFeed.ts';

/** The approvals of one revision, found by agency and purpose. Never changes: the next revision is another set. */
export interface ApprovalSet {
  readonly revision: number;
  approvalsFor(agency: string, purpose: string, dataset: string): readonly FeedApproval[];
  /** The next instant (ms since 1970) after `now` at which an approval of this agency and purpose starts or ends. */
  nextChange(agency: string, purpose: string, now: number): number;
  /** The set of the delta's revision. Costs what the delta and the requesters in it hold, and one copy of the index. */
  changedBy(delta: Pick<FeedDelta, 'revision' | 'changed' | 'removed'>): ApprovalSet;
}

/** What one agency may see for one purpose. */
interface RequesterApprovals {
  readonly byDataset: ReadonlyMap<string, readonly FeedApproval[]>;
  /** Instants at which one of them starts or ends, in order; made when first asked for. */
  readonly instants: () => readonly number[];
}

export function buildApprovalSet({
  revision,
  approvals,
}: {
  readonly revision: number;
  readonly approvals: readonly FeedApproval[];
}): ApprovalSet {
  const byId = new Map(approvals.map((approval) => [approval.id, approval]));
  const byRequester = new Map<string, FeedApproval[]>();
  for (const approval of byId.values()) {
    const key = keyOf(approval);
    const known = byRequester.get(key);
    if (known === undefined) byRequester.set(key, [approval]);
    else known.push(approval);
  }
  return approvalSet(revision, byId, new Map([...byRequester].map(([key, all]) => [key, requesterApprovals(all)])));
}

function approvalSet(
  revision: number,
  byId: ReadonlyMap<string, FeedApproval>,
  byRequester: ReadonlyMap<string, RequesterApprovals>,
): ApprovalSet {
  return {
    revision,
    approvalsFor: (agency, purpose, dataset) =>
      byRequester.get(requesterKey(agency, purpose))?.byDataset.get(dataset) ?? [],
    nextChange(agency, purpose, now) {
      const instants = byRequester.get(requesterKey(agency, purpose))?.instants() ?? [];
      return instants.find((instant) => instant > now) ?? Number.POSITIVE_INFINITY;
    },
    changedBy({ revision: next, changed, removed }) {
      const ids = new Map(byId);
      const touched = new Map<string, Map<string, FeedApproval>>();
      const approvalsOf = (approval: FeedApproval): Map<string, FeedApproval> => {
        const key = keyOf(approval);
        const known = touched.get(key);
        if (known !== undefined) return known;
        const before = [...(byRequester.get(key)?.byDataset.values() ?? [])].flat();
        const approvals = new Map(before.map((each) => [each.id, each]));
        touched.set(key, approvals);
        return approvals;
      };
      for (const id of [...removed, ...changed.map((approval) => approval.id)]) {
        const before = ids.get(id);
        if (before === undefined) continue;
        ids.delete(id);
        approvalsOf(before).delete(id);
      }
      for (const approval of changed) {
        ids.set(approval.id, approval);
        approvalsOf(approval).set(approval.id, approval);
      }
      const requesters = new Map(byRequester);
      for (const [key, approvals] of touched) requesters.set(key, requesterApprovals([...approvals.values()]));
      return approvalSet(next, ids, requesters);
    },
  };
}

function requesterApprovals(approvals: readonly FeedApproval[]): RequesterApprovals {
  const byDataset = new Map<string, FeedApproval[]>();
  for (const approval of approvals) {
    const known = byDataset.get(approval.dataset);
    if (known === undefined) byDataset.set(approval.dataset, [approval]);
    else known.push(approval);
  }
  let instants: readonly number[] | undefined;
  return {
    byDataset,
    instants() {
      instants ??= approvals
        .flatMap(({ validFrom, validUntil }) => [Date.parse(validFrom), Date.parse(validUntil)])
        .sort((a, b) => a - b);
      return instants;
    },
  };
}

function keyOf({ requestingAgency, purpose }: FeedApproval): string {
  return requesterKey(requestingAgency, purpose);
}

/** JSON keeps the two names apart whatever characters they hold. */
function requesterKey(agency: string, purpose: string): string {
  return JSON.stringify([agency, purpose]);
}
