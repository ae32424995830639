import { z } from 'zod';
import { FieldTerm } from './approvalTerms.ts';

/**
 * The approval feed: emou pushes it to every gateway over SSE at `GET /feed` (bearer token: a grant for `emou`).
 * Each event's data is one compact JWS (ES256) signed by emou with `iss: person360-emou`; the gateway believes nothing else.
 * Event `snapshot` carries FeedSnapshot at once after connecting and on every change; event `heartbeat` carries
 * FeedHeartbeat every few seconds. A feed whose last signed event is older than the gateway's maximum age is stale.
 */
const Instant = z.iso.datetime({ offset: false });

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

export const FeedSnapshot = z.strictObject({
  iss: z.literal('person360-emou'),
  kind: z.literal('snapshot'),
  /** Grows by at least one with every change of any approval. */
  revision: z.number().int().nonnegative(),
  /** Seconds since 1970 at which the event was signed. */
  iat: z.number().int(),
  /** The signatories; an approval for anybody else is refused, and the whole snapshot with it. */
  agencies: z.array(z.string().min(1)),
  /** All approvals that are or will be in force unless something changes. Revoked and expired ones are not in it. */
  approvals: z.array(FeedApproval).max(200_000),
});
export type FeedSnapshot = z.infer<typeof FeedSnapshot>;

export const FeedHeartbeat = z.strictObject({
  iss: z.literal('person360-emou'),
  kind: z.literal('heartbeat'),
  revision: z.number().int().nonnegative(),
  iat: z.number().int(),
});
export type FeedHeartbeat = z.infer<typeof FeedHeartbeat>;

export const FeedEvent = z.discriminatedUnion('kind', [FeedSnapshot, FeedHeartbeat]);
export type FeedEvent = z.infer<typeof FeedEvent>;
