import { z } from 'zod';
import { STAFF_ROLES } from '../catalog/roles.ts';
import { FieldTerm } from './approvalTerms.ts';

/**
 * The approval feed, which emou pushes to every gateway over SSE at `GET /feed` (bearer token: a grant for `emou`).
 * Each event's data is one compact JWS (ES256) signed by emou with `iss: person360-emou`; the gateway accepts nothing
 * else. `snapshot`: all approvals, sent on connecting, in parts if there are many. `delta`: the changes since an
 * earlier revision. `heartbeat`: nothing has changed; sent every few seconds. A reader that reconnects with the last
 * event's id (`Last-Event-ID`) gets a delta if emou still knows what it missed, otherwise a snapshot. A feed whose last
 * signed event is older than the gateway's maximum age is stale.
 */
const Instant = z.iso.datetime({ offset: false });
const Revision = z.number().int().nonnegative();
/** Time of signing in seconds since 1970. */
const IssuedAt = z.number().int();

export const FeedApproval = z.strictObject({
  id: z.string().min(1),
  requestingAgency: z.string().min(1),
  dataset: z.string().min(1),
  purpose: z.string().min(1),
  /** The statute or rule that permits the disclosure, as cited by the approval. */
  legalBasis: z.string().min(1),
  /** Roles of the requesting agency's staff. Every role is listed; there is no value for "all of them". */
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
  /** Open fields. Absent: every field of the dataset that is not barred by law, unmasked, for everyone. */
  fields: z.array(FieldTerm).min(1).optional(),
  /** In force from this instant on (inclusive), UTC. */
  validFrom: Instant,
  /** In force until just before this instant, UTC. */
  validUntil: Instant,
});
export type FeedApproval = z.infer<typeof FeedApproval>;

/** Maximum approvals in a delta. */
export const LARGEST_DELTA = 250;
/** Maximum approvals in a snapshot or one part of it: few enough to be read without blocking other work. */
export const LARGEST_PART = 1_000;
/** Maximum approvals in total. A feed with more is rejected. */
export const MOST_APPROVALS = 200_000;

/** End of the year 9999 in milliseconds since 1970: FeedApproval writes years with four digits. */
export const LAST_MILLISECOND = 253_402_300_799_999;
/** Indexes of texts or lists in the same snapshot. */
const Places = z.array(z.number().int().nonnegative()).max(LARGEST_PART);
/** In milliseconds since 1970. */
const Instants = z.array(z.number().int().nonnegative().max(LAST_MILLISECOND)).max(LARGEST_PART);

/**
 * Approvals as columns, which a gateway reads in a fraction of the time that named objects take. All columns have the
 * same length; the values at one index of each form one approval (see FeedApproval).
 */
const SnapshotApprovals = z.strictObject({
  id: z.array(z.string().min(1)).max(LARGEST_PART),
  /** The first four columns are indexes into `texts`. */
  requestingAgency: Places,
  dataset: Places,
  purpose: Places,
  legalBasis: Places,
  /** Indexes into `roleLists`. */
  roles: Places,
  /** Indexes into `fieldLists`. */
  fields: Places,
  validFrom: Instants,
  validUntil: Instants,
});
export type SnapshotApprovals = z.infer<typeof SnapshotApprovals>;

const SnapshotForm = z.strictObject({
  iss: z.literal('person360-emou'),
  kind: z.literal('snapshot'),
  /** Increases by at least one with every change of any approval. */
  revision: Revision,
  iat: IssuedAt,
  /** The signatories. An approval for any other agency is rejected, together with the whole snapshot. */
  agencies: z.array(z.string().min(1)),
  /** All approvals that are or will be in force unless something changes. Excludes revoked and expired ones. */
  approvals: SnapshotApprovals,
  /** Texts that the columns refer to. Each is written once, because many approvals share them. */
  texts: z.array(z.string().min(1)).max(4 * LARGEST_PART),
  roleLists: z.array(FeedApproval.shape.roles).max(LARGEST_PART),
  /** null: every field of the dataset that is not barred by law, unmasked, for everyone. */
  fieldLists: z.array(FeedApproval.shape.fields.unwrap().nullable()).max(LARGEST_PART),
  /** Absent: the snapshot is complete. Parts are sent in order, of one revision, signed in the same second. */
  part: z
    .strictObject({ number: z.number().int().positive(), of: z.number().int().positive().max(2_000) })
    .refine(({ number, of }) => number <= of, 'there is no such part')
    .optional(),
});
/** Rejects an index that does not exist. It must never be read as absent: no list of fields would open all of them. */
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
  /** The delta turns this revision, and any between the two, into `revision`. */
  base: Revision,
  revision: Revision,
  iat: IssuedAt,
  /** New or changed approvals. */
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
