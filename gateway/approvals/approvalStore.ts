import type { FollowedState, Outcome } from '../../feed/followFeed.ts';
import type { FeedApproval, FeedDelta, FeedSnapshot } from '../../schema/approvals/approvalFeed.ts';
import { readFeedEvent } from '../../schema/approvals/readFeedEvent.ts';
import { DATASET_ID } from '../../schema/catalog/datasetCatalogue.ts';
import type { ApprovalSet, ChangingApprovals } from './approvalSet.ts';
import { type AssembledSnapshot, assembleSnapshot } from './assembleSnapshot.ts';
import { internTerms } from './internTerms.ts';

/** Position in the events of one connection. */
export interface FeedCursor {
  /** Highest revision so far. On one connection, emou never goes back. */
  revision: number;
  /** A snapshot that is not complete yet. No decision uses it. */
  unfinished: UnfinishedSnapshot | undefined;
}

/** A snapshot whose parts are applied as they arrive, so that the last one takes no longer than the others. */
interface UnfinishedSnapshot {
  readonly assembled: AssembledSnapshot;
  readonly last: FeedSnapshot;
}

/** The approvals according to the events so far, and when the last event was signed. */
export interface ApprovalStore extends FollowedState<FeedCursor> {
  readonly set: ApprovalSet | undefined;
  /** Seconds since 1970. */
  readonly signedAt: number;
}

/**
 * Approvals of datasets that no supergraph here knows are kept and open nothing: emou may know a new dataset a moment
 * before this gateway does, and each decision asks for the datasets of its own supergraph.
 *
 * @param most maximum number of approvals; an event that exceeds it is rejected
 */
export function createApprovalStore(most: number): ApprovalStore {
  let approvals: ChangingApprovals | undefined;
  // Also shared between snapshots, since most approvals list the same fields as before.
  const shared = internTerms();
  let agencies: ReadonlySet<string> = new Set();
  let signedAt = Number.NEGATIVE_INFINITY;

  function acceptSnapshot(event: FeedSnapshot, cursor: FeedCursor): Outcome {
    const signed = new Set(event.agencies);
    const { unfinished } = cursor;
    // One invalid part invalidates the parts before it.
    cursor.unfinished = undefined;
    const { number, of } = placeOf(event);
    const assembled = number === 1 ? assembleSnapshot(shared) : continued(unfinished, event);
    refuseTooMany(assembled.size + event.approvals.id.length, most);
    refuseWrongRows(event, signed);
    assembled.add(event);
    if (number < of) {
      cursor.unfinished = { assembled, last: event };
      return 'part';
    }
    if (approvals !== undefined && event.revision < approvals.set.revision) return 'known';
    approvals = assembled.finish(event.revision);
    agencies = signed;
    signedAt = event.iat;
    return 'current';
  }

  function acceptDelta(event: FeedDelta): Outcome {
    if (event.revision <= event.base) throw new Error('a delta leads to no later revision');
    if (approvals === undefined || event.base > approvals.set.revision) return 'behind';
    if (event.revision <= approvals.set.revision) return 'known';
    const { revision, changed, removed } = event;
    const before = approvals;
    refuseWrongNames(changed, agencies);
    refuseContradictions(changed, removed);
    const added = changed.filter(({ id }) => !before.has(id)).length;
    refuseTooMany(before.size + added - removed.filter((id) => before.has(id)).length, most);
    before.change({ revision, changed, removed });
    signedAt = event.iat;
    return 'current';
  }

  return {
    get set() {
      return approvals?.set;
    },
    get revision() {
      return approvals?.set.revision ?? 0;
    },
    get signedAt() {
      return signedAt;
    },
    createCursor: () => ({ revision: 0, unfinished: undefined }),
    accept(payload, cursor) {
      const event = readFeedEvent(payload);
      // Late or replayed: another connection has a later revision, and this event must not make the approvals look
      // fresh.
      if (event.iat < signedAt) return 'late';
      if (event.revision < cursor.revision) throw new Error(`a ${event.kind} of an earlier revision was replayed`);
      cursor.revision = event.revision;
      switch (event.kind) {
        case 'snapshot':
          return acceptSnapshot(event, cursor);
        case 'delta':
          return acceptDelta(event);
        case 'heartbeat':
          if (approvals === undefined || event.revision > approvals.set.revision) return 'behind';
          if (event.revision < approvals.set.revision) return 'known';
          signedAt = event.iat;
          return 'current';
      }
    },
    invalidate() {
      // Nothing may be shown by approvals that could be revoked.
      signedAt = Number.NEGATIVE_INFINITY;
    },
  };
}

function placeOf({ part }: FeedSnapshot): NonNullable<FeedSnapshot['part']> {
  return part ?? { number: 1, of: 1 };
}

/** Rejects a part that is out of order, so that no two snapshots are mixed. */
function continued(unfinished: UnfinishedSnapshot | undefined, next: FeedSnapshot): AssembledSnapshot {
  const last = unfinished && placeOf(unfinished.last);
  const { number, of } = placeOf(next);
  const follows =
    last?.number === number - 1 &&
    last.of === of &&
    unfinished?.last.revision === next.revision &&
    unfinished.last.iat === next.iat;
  if (unfinished === undefined || !follows) throw new Error('a part of a snapshot is out of its order');
  return unfinished.assembled;
}

function refuseTooMany(count: number, most: number): void {
  if (count > most) throw new Error(`there are more than ${most} approvals`);
}

/** Rejects an event that lists an approval twice, or as both present and removed: either choice could be wrong. */
function refuseContradictions(approvals: readonly FeedApproval[], removed: readonly string[]): void {
  const said = new Set(removed);
  for (const approval of approvals) {
    if (said.has(approval.id)) refuseApproval(approval.id, 'is named twice');
    refuseReversed(approval);
    said.add(approval.id);
  }
}

function refuseApproval(id: string | undefined, why: string): never {
  throw new Error(`approval ${id} ${why}`);
}

function refuseReversed({ id, validFrom, validUntil }: FeedApproval): void {
  // Instants of the same length have the same format, so their text order is their time order.
  const alike = validFrom.length === validUntil.length;
  const reversed = alike ? validUntil < validFrom : Date.parse(validUntil) < Date.parse(validFrom);
  if (reversed) refuseApproval(id, 'ends before it begins');
}

/**
 * Checks the columns of a snapshot as the rows of a delta are checked: each name is looked up once, each row by index.
 */
function refuseWrongRows({ approvals, texts }: FeedSnapshot, agencies: ReadonlySet<string>): void {
  const isAgency = texts.map((text) => agencies.has(text));
  const isDataset = texts.map((text) => DATASET_ID.test(text));
  const { id, requestingAgency, dataset, validFrom, validUntil } = approvals;
  for (let row = 0; row < id.length; row++) {
    const [agencyPlace = -1, datasetPlace = -1] = [requestingAgency[row], dataset[row]];
    if (!isDataset[datasetPlace]) refuseApproval(id[row], `names ${texts[datasetPlace]}, which is no dataset`);
    if (!isAgency[agencyPlace]) refuseApproval(id[row], `is for ${texts[agencyPlace]}, which has not signed`);
    if (Number(validUntil[row]) < Number(validFrom[row])) refuseApproval(id[row], 'ends before it begins');
  }
}

function refuseWrongNames(approvals: readonly FeedApproval[], agencies: ReadonlySet<string>): void {
  for (const { id, requestingAgency, dataset } of approvals) {
    if (!DATASET_ID.test(dataset)) refuseApproval(id, `names ${dataset}, which is no dataset`);
    if (!agencies.has(requestingAgency)) refuseApproval(id, `is for ${requestingAgency}, which has not signed`);
  }
}
