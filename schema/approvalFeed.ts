import { z } from 'zod';
import { FieldTerm } from './approvalTerms.ts';

/**
 * The approval feed: emou pushes it to every gateway over SSE at `GET /feed` (bearer token: a grant for `emou`).
 * Each event's data is one compact JWS (ES256) signed by emou with `iss: person360-emou`; the gateway believes nothing else.
 * `snapshot` carries all approvals, in parts when they are many, at once after connecting; `delta` what has changed since
 * an earlier revision; `heartbeat`, every few seconds, that nothing has. A reader that comes back with the last event's id
 * (`Last-Event-ID`) gets a delta where emou still knows what it missed, else a snapshot.
 * A feed whose last signed event is older than the gateway's maximum age is stale.
 */
const Instant = z.iso.datetime({ offset: false });
const Revision = z.number().int().nonnegative();
/** Seconds since 1970 at which the event was signed. */
const IssuedAt = z.number().int();

export const FeedApproval = z.strictObject({
  id: z.string().min(1),
  requestingAgency: z.string().min(1),
  dataset: z.string().min(1),
  purpose: z.string().min(1),
  /** The statute or rule that permits the disclosure, as the approval cites it. */
  legalBasis: z.string().min(1),
  /** Absent: any role of the agency. */
  roles: z.array(z.string().min(1)).min(1).optional(),
  /** What is open. Absent: every field of the dataset that no law bars, as it is, for everybody. */
  fields: z.array(FieldTerm).min(1).optional(),
  /** In force from this instant on (inclusive), UTC. */
  validFrom: Instant,
  /** In force until just before this instant, UTC. */
  validUntil: Instant,
});
export type FeedApproval = z.infer<typeof FeedApproval>;

/** Many agreements are about the same fields on the same terms: a snapshot may write those once. */
const SnapshotApproval = FeedApproval.extend({
  /** In place of `fields`: which of the snapshot's `fieldLists`. */
  fieldList: z.number().int().nonnegative().optional(),
});

/** Approvals that one event holds at most, so that reading it holds up nothing else. */
export const LARGEST_EVENT = 250;
/** Approvals that there may be in all: a feed that tells of more is refused. */
export const MOST_APPROVALS = 200_000;

export const FeedSnapshot = z.strictObject({
  iss: z.literal('person360-emou'),
  kind: z.literal('snapshot'),
  /** Grows by at least one with every change of any approval. */
  revision: Revision,
  iat: IssuedAt,
  /** The signatories; an approval for anybody else is refused, and the whole snapshot with it. */
  agencies: z.array(z.string().min(1)),
  /** All approvals that are or will be in force unless something changes. Revoked and expired ones are not in it. */
  approvals: z.array(SnapshotApproval).max(LARGEST_EVENT),
  fieldLists: z.array(z.array(FieldTerm).min(1)).optional(),
  /** Absent: this is all of it. Parts come one after another, of one revision, signed in the same second. */
  part: z
    .strictObject({ number: z.number().int().positive(), of: z.number().int().positive().max(2_000) })
    .refine(({ number, of }) => number <= of, 'there is no such part')
    .optional(),
});
export type FeedSnapshot = z.infer<typeof FeedSnapshot>;

/** The approvals with their fields. Throws when one names a list that is not there: read as none, it would open all. */
export function approvalsOf({ approvals, fieldLists = [] }: FeedSnapshot): readonly FeedApproval[] {
  return approvals.map((written) => {
    const { fieldList } = written;
    if (fieldList === undefined) return written;
    const fields = fieldLists[fieldList];
    if (fields === undefined || written.fields !== undefined) {
      throw new Error(`approval ${written.id} does not say which fields it opens`);
    }
    // Written out: a rest of an object costs several times as much, and there may be 200,000 of them.
    const { id, requestingAgency, dataset, purpose, legalBasis, roles, validFrom, validUntil } = written;
    const approval = { id, requestingAgency, dataset, purpose, legalBasis, fields, validFrom, validUntil };
    return roles === undefined ? approval : { ...approval, roles };
  });
}

export const FeedDelta = z.strictObject({
  iss: z.literal('person360-emou'),
  kind: z.literal('delta'),
  /** It makes `revision` of this revision, and of any between the two. */
  base: Revision,
  revision: Revision,
  iat: IssuedAt,
  /** New ones, and those that say something else than before. */
  changed: z.array(FeedApproval).max(LARGEST_EVENT),
  /** Ids of those that are no longer in force. */
  removed: z.array(z.string().min(1)).max(LARGEST_EVENT),
});
export type FeedDelta = z.infer<typeof FeedDelta>;

export const FeedHeartbeat = z.strictObject({
  iss: z.literal('person360-emou'),
  kind: z.literal('heartbeat'),
  revision: Revision,
  iat: IssuedAt,
});
export type FeedHeartbeat = z.infer<typeof FeedHeartbeat>;

export const FeedEvent = z.discriminatedUnion('kind', [FeedSnapshot, FeedDelta, FeedHeartbeat]);
export type FeedEvent = z.infer<typeof FeedEvent>;
