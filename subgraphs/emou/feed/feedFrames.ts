import { signatories } from '../../../schema/agencies.ts';
import { type FeedApproval, type FeedEvent, type FeedSnapshot, LARGEST_EVENT } from '../../../schema/approvalFeed.ts';
import type { ChangeLog } from './changeLog.ts';
import type { FeedKey } from './feedKey.ts';
import type { RegisterState } from './registerState.ts';
import { feedFrame, signFeedEvent } from './signFeedEvent.ts';

/** The frame that brings a reader from a revision to the present state; undefined: from nothing. */
export type FrameSince = (revision: number | undefined) => string;

const agencies = signatories.map(({ code }) => code);
const issuer = { iss: 'person360-emou' } as const;

/** Frames of one state, each signed once for all readers that need the same. */
export function feedFrames(key: FeedKey, { revision, approvals, asOf }: RegisterState, log: ChangeLog): FrameSince {
  const iat = Math.floor(asOf.getTime() / 1000);
  const id = log.eventId(revision);
  const made = new Map<number | undefined, string>();
  const frame = (event: FeedEvent): string => feedFrame(event.kind, id, signFeedEvent(key, event));

  function snapshot(): string {
    const all = besideTheirLike([...approvals.values()]);
    const of = Math.max(1, Math.ceil(all.length / LARGEST_EVENT));
    const parts = Array.from({ length: of }, (_, place) => {
      const some = all.slice(place * LARGEST_EVENT, (place + 1) * LARGEST_EVENT);
      const part = of === 1 ? {} : { part: { number: place + 1, of } };
      return frame({ ...issuer, kind: 'snapshot', revision, iat, agencies, ...sharingFields(some), ...part });
    });
    return parts.join('');
  }

  function since(base: number | undefined): string {
    if (base === undefined || base > revision) return snapshot();
    if (base === revision) return frame({ ...issuer, kind: 'heartbeat', revision, iat });
    const ids = log.since(base);
    if (ids === undefined || ids.length > LARGEST_EVENT) return snapshot();
    const changed = ids.map((each) => approvals.get(each)).filter((each): each is FeedApproval => each !== undefined);
    const removed = ids.filter((each) => !approvals.has(each));
    return frame({ ...issuer, kind: 'delta', base, revision, iat, changed, removed });
  }

  return (base) => {
    const known = made.get(base) ?? since(base);
    made.set(base, known);
    return known;
  };
}

/** Those that share their fields one after another, so that few parts have to hold the same list. */
function besideTheirLike(approvals: readonly FeedApproval[]): readonly FeedApproval[] {
  const byFields = new Map<FeedApproval['fields'], FeedApproval[]>();
  for (const approval of approvals) {
    const alike = byFields.get(approval.fields);
    if (alike === undefined) byFields.set(approval.fields, [approval]);
    else alike.push(approval);
  }
  return [...byFields.values()].flat();
}

/** The approvals with each list of fields written once. */
function sharingFields(approvals: readonly FeedApproval[]): Pick<FeedSnapshot, 'approvals' | 'fieldLists'> {
  const places = new Map<FeedApproval['fields'], number>();
  const shared = approvals.map((approval) => {
    const { fields } = approval;
    if (fields === undefined) return approval;
    const fieldList = places.get(fields) ?? places.size;
    places.set(fields, fieldList);
    // Written out: a rest of an object costs several times as much.
    const { id, requestingAgency, dataset, purpose, legalBasis, roles, validFrom, validUntil } = approval;
    const written = { id, requestingAgency, dataset, purpose, legalBasis, fieldList, validFrom, validUntil };
    return roles === undefined ? written : { ...written, roles };
  });
  const fieldLists = [...places.keys()].filter((fields) => fields !== undefined);
  return { approvals: shared, ...(fieldLists.length === 0 ? {} : { fieldLists }) };
}
