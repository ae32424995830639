import type { FeedApproval } from '../../schema/approvalFeed.ts';

/** The approvals of one revision. Never changes: the next revision is another set. */
export interface ApprovalSet {
  readonly revision: number;
  /** The same object as in the revision before, unless one of them has changed. */
  of(agency: string, purpose: string): RequesterApprovals;
}

/** What one agency may see for one purpose. */
export interface RequesterApprovals {
  /** Whenever they are in force. */
  approvalsFor(dataset: string): readonly FeedApproval[];
  /** `now`: ms since 1970. From their first instant on, until just before their last. */
  inForce(dataset: string, now: number): readonly FeedApproval[];
  /** The next instant (ms since 1970) after `now` at which one of them starts or ends. */
  nextChange(now: number): number;
}

/** Makes one set after another. All of them share what has not changed between them. */
export interface ApprovalIndex {
  /** Of the newest set. */
  readonly size: number;
  has(id: string): boolean;
  /** The set after a change. Costs what is in the change and beside it for the same requester and dataset. */
  change(change: ApprovalChange): ApprovalSet;
}

export interface ApprovalChange {
  readonly revision: number;
  /** New ones, and those that take the place of one with the same id. */
  readonly changed: readonly FeedApproval[];
  readonly removed: readonly string[];
}

/** With its instants, ms since 1970: decisions are made more often than approvals arrive. */
interface DatedApproval {
  readonly approval: FeedApproval;
  readonly from: number;
  readonly until: number;
}

/** Of one agency and purpose. */
type ByDataset = ReadonlyMap<string, readonly DatedApproval[]>;

export function buildApprovalSet(of: {
  readonly revision: number;
  readonly approvals: readonly FeedApproval[];
}): ApprovalSet {
  return createApprovalIndex().change({ revision: of.revision, changed: of.approvals, removed: [] });
}

export function createApprovalIndex(): ApprovalIndex {
  /** Of the newest set alone: only from there is anything changed. */
  const byId = new Map<string, FeedApproval>();
  const share = sharedTerms();
  let lists: ReadonlyMap<string, ByDataset> = new Map();
  let byRequester: ReadonlyMap<string, RequesterApprovals> = new Map();

  return {
    get size() {
      return byId.size;
    },
    has: (id) => byId.has(id),
    change({ revision, changed, removed }) {
      // Only what this change touches is copied, once: what earlier sets hold stays as it is.
      const touched = new Map<string, Map<string, DatedApproval[]>>();
      const listFor = ({ requestingAgency, purpose, dataset }: FeedApproval): DatedApproval[] => {
        const key = requesterKey(requestingAgency, purpose);
        const ofRequester = touched.get(key) ?? new Map<string, DatedApproval[]>();
        touched.set(key, ofRequester);
        const list = ofRequester.get(dataset) ?? [...(lists.get(key)?.get(dataset) ?? [])];
        ofRequester.set(dataset, list);
        return list;
      };

      for (const id of [...removed, ...changed.map((approval) => approval.id)]) {
        const before = byId.get(id);
        if (before === undefined) continue;
        byId.delete(id);
        const list = listFor(before);
        list.splice(
          list.findIndex(({ approval }) => approval === before),
          1,
        );
      }
      for (const each of changed) {
        const approval = share(each);
        byId.set(approval.id, approval);
        const [from, until] = [Date.parse(approval.validFrom), Date.parse(approval.validUntil)];
        listFor(approval).push({ approval, from, until });
      }

      const nextLists = new Map(lists);
      const next = new Map(byRequester);
      for (const [key, ofRequester] of touched) {
        const byDataset = new Map([...(lists.get(key) ?? []), ...ofRequester]);
        nextLists.set(key, byDataset);
        next.set(key, requesterApprovals(byDataset));
      }
      lists = nextLists;
      byRequester = next;
      return { revision, of: (agency, purpose) => next.get(requesterKey(agency, purpose)) ?? NONE };
    },
  };
}

function requesterApprovals(byDataset: ByDataset): RequesterApprovals {
  const listOf = (dataset: string): readonly DatedApproval[] => byDataset.get(dataset) ?? [];
  return {
    approvalsFor: (dataset) => listOf(dataset).map(({ approval }) => approval),
    inForce: (dataset, now) =>
      listOf(dataset)
        .filter(({ from, until }) => from <= now && now < until)
        .map(({ approval }) => approval),
    nextChange(now) {
      let next = Number.POSITIVE_INFINITY;
      for (const list of byDataset.values()) {
        for (const { from, until } of list) {
          if (from > now && from < next) next = from;
          if (until > now && until < next) next = until;
        }
      }
      return next;
    },
  };
}

const NONE = requesterApprovals(new Map());

/** Distinct terms that are remembered at most; beyond it they are only not shared any more. */
const MOST_TERMS = 10_000;

/** Approvals that say the same of their fields get one list of fields: what follows from it is worked out once. */
function sharedTerms(): (approval: FeedApproval) => FeedApproval {
  const known = new Map<string, FeedApproval['fields']>();
  const textOf = new WeakMap<object, string>();
  return (approval) => {
    const { fields } = approval;
    if (fields === undefined) return approval;
    const text = textOf.get(fields) ?? JSON.stringify(fields);
    textOf.set(fields, text);
    const first = known.get(text);
    if (first === fields) return approval;
    if (first !== undefined) return { ...approval, fields: first };
    if (known.size >= MOST_TERMS) known.clear();
    known.set(text, fields);
    return approval;
  };
}

/** JSON keeps the two names apart whatever characters they hold. */
function requesterKey(agency: string, purpose: string): string {
  return JSON.stringify([agency, purpose]);
}
