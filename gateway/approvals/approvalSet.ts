import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { type InternTerms, internTerms } from './internTerms.ts';

/** The approvals of one revision. Immutable: the next revision is another set. */
export interface ApprovalSet {
  readonly revision: number;
  /** The same object as in the revision before, unless one of them has changed. */
  of(agency: string, purpose: string): RequesterApprovals;
}

/** The approvals of one agency for one purpose. */
export interface RequesterApprovals {
  /** Whenever they are in force. */
  approvalsFor(dataset: string): readonly FeedApproval[];
  /** `now`: ms since 1970. From their first instant on, until just before their last. */
  inForce(dataset: string, now: number): readonly FeedApproval[];
  /** The next instant (ms since 1970) after `now` at which one of them starts or ends. */
  nextChange(now: number): number;
}

/** Successive sets, which share everything that has not changed between them. */
export interface ChangingApprovals {
  /** The newest. */
  readonly set: ApprovalSet;
  /** Of the newest. */
  readonly size: number;
  has(id: string): boolean;
  /** Creates the next set. The cost is linear in the change and in the approvals of the requesters it concerns. */
  change(change: ApprovalChange): void;
}

export interface ApprovalChange {
  readonly revision: number;
  /** New approvals, and those that replace one with the same id. */
  readonly changed: readonly FeedApproval[];
  readonly removed: readonly string[];
}

/** An approval with its instants parsed, in ms since 1970: decisions are made more often than approvals arrive. */
interface DatedApproval {
  readonly approval: FeedApproval;
  readonly from: number;
  readonly until: number;
}

interface ListedApprovals extends RequesterApprovals {
  all(): readonly FeedApproval[];
}

export function buildApprovalSet(of: {
  readonly revision: number;
  readonly approvals: readonly FeedApproval[];
}): ApprovalSet {
  const lists = new Map<string, FeedApproval[]>();
  const shared = internTerms();
  for (const approval of of.approvals) {
    const list = lists.get(keyOf(approval)) ?? [];
    list.push(sharing(approval, shared));
    lists.set(keyOf(approval), list);
  }
  return approvalSet(of.revision, new Map([...lists].map(([key, list]) => [key, requesterApprovals(() => list)])));
}

/**
 * The state before the first change: the owner of each approval, and the approvals of each requester by `requesterKey`.
 */
export interface FirstApprovals {
  readonly revision: number;
  readonly keyById: Map<string, string>;
  /** Lazy: most requesters never send a request, so their approvals are never materialized. */
  readonly byKey: ReadonlyMap<string, () => readonly FeedApproval[]>;
  readonly shared: InternTerms;
}

export function changingApprovals({ revision, keyById, byKey, shared }: FirstApprovals): ChangingApprovals {
  let byRequester: ReadonlyMap<string, ListedApprovals> = new Map(
    [...byKey].map(([key, list]) => [key, requesterApprovals(list)]),
  );
  let set = approvalSet(revision, byRequester);
  return {
    get set() {
      return set;
    },
    get size() {
      return keyById.size;
    },
    has: (id) => keyById.has(id),
    change({ revision: next, changed, removed }) {
      const gone = new Set([...removed, ...changed.map(({ id }) => id)]);
      // Only what this change touches is copied, so earlier sets stay as they are.
      const touched = new Map<string, FeedApproval[]>();
      const listFor = (key: string): FeedApproval[] => {
        const list = touched.get(key) ?? (byRequester.get(key)?.all() ?? []).filter(({ id }) => !gone.has(id));
        touched.set(key, list);
        return list;
      };
      for (const id of gone) {
        const key = keyById.get(id);
        if (key !== undefined) listFor(key);
        keyById.delete(id);
      }
      for (const approval of changed) {
        const key = keyOf(approval);
        keyById.set(approval.id, key);
        listFor(key).push(sharing(approval, shared));
      }

      const nextRequesters = new Map(byRequester);
      for (const [key, list] of touched)
        nextRequesters.set(
          key,
          requesterApprovals(() => list),
        );
      byRequester = nextRequesters;
      set = approvalSet(next, byRequester);
    },
  };
}

function approvalSet(revision: number, byRequester: ReadonlyMap<string, RequesterApprovals>): ApprovalSet {
  return { revision, of: (agency, purpose) => byRequester.get(requesterKey(agency, purpose)) ?? NONE };
}

function requesterApprovals(list: () => readonly FeedApproval[]): ListedApprovals {
  const all = once(list);
  const byDataset = once(() => datedByDataset(all()));
  const listOf = (dataset: string): readonly DatedApproval[] => byDataset().get(dataset) ?? [];
  return {
    all,
    approvalsFor: (dataset) => listOf(dataset).map(({ approval }) => approval),
    inForce: (dataset, now) =>
      listOf(dataset)
        .filter(({ from, until }) => from <= now && now < until)
        .map(({ approval }) => approval),
    nextChange(now) {
      let next = Number.POSITIVE_INFINITY;
      for (const list of byDataset().values()) {
        for (const { from, until } of list) {
          if (from > now && from < next) next = from;
          if (until > now && until < next) next = until;
        }
      }
      return next;
    },
  };
}

const NONE = requesterApprovals(() => []);

function once<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function datedByDataset(approvals: readonly FeedApproval[]): ReadonlyMap<string, readonly DatedApproval[]> {
  const byDataset = new Map<string, DatedApproval[]>();
  for (const approval of approvals) {
    const dated = { approval, from: Date.parse(approval.validFrom), until: Date.parse(approval.validUntil) };
    const list = byDataset.get(approval.dataset);
    if (list === undefined) byDataset.set(approval.dataset, [dated]);
    else list.push(dated);
  }
  return byDataset;
}

function sharing(approval: FeedApproval, shared: InternTerms): FeedApproval {
  if (approval.fields === undefined) return approval;
  const fields = shared(approval.fields);
  return fields === approval.fields ? approval : { ...approval, fields };
}

function keyOf({ requestingAgency, purpose }: FeedApproval): string {
  return requesterKey(requestingAgency, purpose);
}

/** Key of an agency and a purpose. The length keeps the two apart, whatever characters they hold. */
export function requesterKey(agency: string, purpose: string): string {
  return `${agency.length} ${agency}${purpose}`;
}
