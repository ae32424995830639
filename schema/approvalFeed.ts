import { z } from 'zod';
import { FieldTerm } from './approvalTerms.ts';
import { STAFF_ROLES } from './roles.ts';

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
  /** Roles of the requesting agency's staff; every role is listed, so that nothing stands for "all of them". */
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
  /** What is open. Absent: every field of the dataset that no law bars, as it is, for everybody. */
  fields: z.array(FieldTerm).min(1).optional(),
  /** In force from this instant on (inclusive), UTC. */
  validFrom: Instant,
  /** In force until just before this instant, UTC. */
  validUntil: Instant,
});
export type FeedApproval = z.infer<typeof FeedApproval>;

/** Approvals that a delta holds at most. */
export const LARGEST_DELTA = 250;
/** Approvals that a snapshot, or one part of it, holds at most: so many are read without holding up anything else. */
export const LARGEST_PART = 1_000;
/** Approvals that there may be in all: a feed that tells of more is refused. */
export const MOST_APPROVALS = 200_000;

/** Milliseconds since 1970, at the end of the year 9999: FeedApproval writes years with four digits. */
export const LAST_MILLISECOND = 253_402_300_799_999;
/** Which text, or list, of the same snapshot. */
const Places = z.array(z.number().int().nonnegative()).max(LARGEST_PART);
/** In milliseconds since 1970. */
const Instants = z.array(z.number().int().nonnegative().max(LAST_MILLISECOND)).max(LARGEST_PART);

/**
 * Many approvals, column by column: a gateway reads them in a fraction of the time that objects with names take it. All
 * columns have one length; what stands at one place of each is one approval, as FeedApproval says it.
 */
const SnapshotApprovals = z.strictObject({
  id: z.array(z.string().min(1)).max(LARGEST_PART),
  /** These four: places in `texts`. */
  requestingAgency: Places,
  dataset: Places,
  purpose: Places,
  legalBasis: Places,
  /** Places in `roleLists`. */
  roles: Places,
  /** Places in `fieldLists`. */
  fields: Places,
  validFrom: Instants,
  validUntil: Instants,
});
export type SnapshotApprovals = z.infer<typeof SnapshotApprovals>;

const SnapshotForm = z.strictObject({
  iss: z.literal('person360-emou'),
  kind: z.literal('snapshot'),
  /** Grows by at least one with every change of any approval. */
  revision: Revision,
  iat: IssuedAt,
  /** The signatories; an approval for anybody else is refused, and the whole snapshot with it. */
  agencies: z.array(z.string().min(1)),
  /** All approvals that are or will be in force unless something changes. Revoked and expired ones are not in it. */
  approvals: SnapshotApprovals,
  /** Many approvals say the same: what the columns name is written once. */
  texts: z.array(z.string().min(1)).max(4 * LARGEST_PART),
  roleLists: z.array(FeedApproval.shape.roles).max(LARGEST_PART),
  /** null: every field of the dataset that no law bars, as it is, for everybody. */
  fieldLists: z.array(FeedApproval.shape.fields.unwrap().nullable()).max(LARGEST_PART),
  /** Absent: this is all of it. Parts come one after another, of one revision, signed in the same second. */
  part: z
    .strictObject({ number: z.number().int().positive(), of: z.number().int().positive().max(2_000) })
    .refine(({ number, of }) => number <= of, 'there is no such part')
    .optional(),
});
/** A place that is not there is never read as nothing: no list of fields would open all of them. */
export const FeedSnapshot = SnapshotForm.refine(({ approvals, texts, roleLists, fieldLists }) => {
  const columns = Object.values(approvals);
  if (columns.some(({ length }) => length !== approvals.id.length)) return false;
  const within = (places: readonly number[], list: readonly unknown[]) => places.every((place) => place < list.length);
  const { requestingAgency, dataset, purpose, legalBasis, roles, fields } = approvals;
  const named = [requestingAgency, dataset, purpose, legalBasis];
  return named.every((places) => within(places, texts)) && within(roles, roleLists) && within(fields, fieldLists);
}, 'the columns of the approvals do not fit together');
export type FeedSnapshot = z.infer<typeof FeedSnapshot>;

export const FeedDelta = z.strictObject({
  iss: z.literal('person360-emou'),
  kind: z.literal('delta'),
  /** It makes `revision` of this revision, and of any between the two. */
  base: Revision,
  revision: Revision,
  iat: IssuedAt,
  /** New ones, and those that say something else than before. */
  changed: z.array(FeedApproval).max(LARGEST_DELTA),
  /** Ids of those that are no longer in force. */
  removed: z.array(z.string().min(1)).max(LARGEST_DELTA),
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
