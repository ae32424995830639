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

type Fields = NonNullable<FeedApproval['fields']>;

/** Takes approvals in, some at a time, until there is a set of them: nothing is decided by what is gathered. */
export interface GatheredApprovals {
  readonly size: number;
  /** The list to say the same with: approvals that come with it cost nothing to compare. */
  shared(fields: Fields): Fields;
  /** False, and worth nothing from then on, when there is one with its id already. */
  add(approval: FeedApproval): boolean;
  /** All of them, and the end of the gathering. */
  finish(revision: number): ChangingApprovals;
}

/** One set after another; all of them share what has not changed between them. */
export interface ChangingApprovals {
  /** The newest. */
  readonly set: ApprovalSet;
  /** Of the newest. */
  readonly size: number;
  has(id: string): boolean;
  /** Makes the next set. Costs what is in the change, and beside it for the same requesters. */
  change(change: ApprovalChange): void;
}

export interface ApprovalChange {
  readonly revision: number;
  /** New ones, and those that take the place of one with the same id. */
  readonly changed: readonly FeedApproval[];
  readonly removed: readonly string[];
}

/** An approval with its instants, ms since 1970: decisions are made more often than approvals arrive. */
interface DatedApproval {
  readonly approval: FeedApproval;
  readonly from: number;
  readonly until: number;
}

interface ListedApprovals extends RequesterApprovals {
  readonly all: readonly FeedApproval[];
}

export function buildApprovalSet(of: {
  readonly revision: number;
  readonly approvals: readonly FeedApproval[];
}): ApprovalSet {
  const gathered = gatherApprovals();
  for (const approval of of.approvals) gathered.add(approval);
  return gathered.finish(of.revision).set;
}

export function gatherApprovals(): GatheredApprovals {
  const byId = new Map<string, FeedApproval>();
  const lists = new Map<string, FeedApproval[]>();
  const shared = sharedTerms();
  return {
    get size() {
      return byId.size;
    },
    shared,
    add(given) {
      const approval = sharing(given, shared);
      const { size } = byId;
      if (byId.set(approval.id, approval).size === size) return false;
      const key = keyOf(approval);
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [approval]);
      else list.push(approval);
      return true;
    },
    finish: (revision) => changingApprovals(revision, byId, lists, shared),
  };
}

function changingApprovals(
  revision: number,
  byId: Map<string, FeedApproval>,
  lists: ReadonlyMap<string, readonly FeedApproval[]>,
  shared: GatheredApprovals['shared'],
): ChangingApprovals {
  let byRequester: ReadonlyMap<string, ListedApprovals> = new Map(
    [...lists].map(([key, list]) => [key, requesterApprovals(list)]),
  );
  let set = approvalSet(revision, byRequester);
  return {
    get set() {
      return set;
    },
    get size() {
      return byId.size;
    },
    has: (id) => byId.has(id),
    change({ revision: next, changed, removed }) {
      const gone = new Set<FeedApproval>();
      for (const id of [...removed, ...changed.map((approval) => approval.id)]) {
        const before = byId.get(id);
        if (before === undefined) continue;
        byId.delete(id);
        gone.add(before);
      }
      // Only what this change touches is copied: what earlier sets hold stays as it is.
      const touched = new Map<string, FeedApproval[]>();
      const listFor = (approval: FeedApproval): FeedApproval[] => {
        const key = keyOf(approval);
        const list = touched.get(key) ?? (byRequester.get(key)?.all ?? []).filter((each) => !gone.has(each));
        touched.set(key, list);
        return list;
      };
      for (const each of gone) listFor(each);
      for (const each of changed.map((given) => sharing(given, shared))) {
        byId.set(each.id, each);
        listFor(each).push(each);
      }

      const nextRequesters = new Map(byRequester);
      for (const [key, list] of touched) nextRequesters.set(key, requesterApprovals(list));
      byRequester = nextRequesters;
      set = approvalSet(next, byRequester);
    },
  };
}

function approvalSet(revision: number, byRequester: ReadonlyMap<string, RequesterApprovals>): ApprovalSet {
  return { revision, of: (agency, purpose) => byRequester.get(requesterKey(agency, purpose)) ?? NONE };
}

function requesterApprovals(all: readonly FeedApproval[]): ListedApprovals {
  // Made when it is first asked for: a change of many approvals is not held up by requesters who ask for nothing.
  let made: ReadonlyMap<string, readonly DatedApproval[]> | undefined;
  const byDataset = (): ReadonlyMap<string, readonly DatedApproval[]> => {
    made ??= datedByDataset(all);
    return made;
  };
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

const NONE = requesterApprovals([]);

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

/** Distinct terms that are remembered at most; beyond it they are only not shared any more. */
const MOST_TERMS = 10_000;

/** Approvals that say the same of their fields get one list of fields: what follows from it is worked out once. */
function sharedTerms(): GatheredApprovals['shared'] {
  const known = new Map<string, Fields>();
  const given = new Set<Fields>();
  return (fields) => {
    if (given.has(fields)) return fields;
    const text = JSON.stringify(fields);
    const first = known.get(text);
    if (first !== undefined) return first;
    if (known.size >= MOST_TERMS) {
      known.clear();
      given.clear();
    }
    known.set(text, fields);
    given.add(fields);
    return fields;
  };
}

function sharing(approval: FeedApproval, shared: GatheredApprovals['shared']): FeedApproval {
  if (approval.fields === undefined) return approval;
  const fields = shared(approval.fields);
  return fields === approval.fields ? approval : { ...approval, fields };
}

function keyOf({ requestingAgency, purpose }: FeedApproval): string {
  return requesterKey(requestingAgency, purpose);
}

/** The length keeps the two names apart whatever characters they hold. */
function requesterKey(agency: string, purpose: string): string {
  return `${agency.length} ${agency}${purpose}`;
}
