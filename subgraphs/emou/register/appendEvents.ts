import { statement } from '../../kit/statement.ts';
import type { Actor } from './actor.ts';
import type { RegisterTransaction } from './changeRegister.ts';

/** A move as the history keeps it; the ids name what it moved, the details whatever else is needed to replay it. */
export type RegisterEvent =
  | { readonly kind: 'ACCESS_REQUESTED'; readonly requestId: string; readonly details: object }
  | {
      readonly kind: 'REQUEST_APPROVED';
      readonly requestId: string;
      readonly approvalId: string;
      readonly details: object;
    }
  | { readonly kind: 'APPROVAL_REVOKED'; readonly approvalId: string; readonly details: object }
  | { readonly kind: 'APPROVAL_SEEDED'; readonly approvalId: string; readonly details: object };

const insertEvents = statement<unknown>(
  'insertEvents',
  `INSERT INTO register_event
     (revision, kind, happened_at, actor_subject, actor_agency, actor_roles, request_id, approval_id, details)
   SELECT $1, kind, $2, $3, $4, $5::text[], request_id, approval_id, details
   FROM unnest($6::text[], $7::uuid[], $8::uuid[], $9::jsonb[])
     WITH ORDINALITY AS event (kind, request_id, approval_id, details, place)
   ORDER BY place`,
);

/** Writes events in the same transaction as the state they lead to, in one statement. */
export async function appendEvents(
  { queries, now, revision }: RegisterTransaction,
  actor: Actor,
  events: readonly RegisterEvent[],
): Promise<void> {
  await queries.rows(insertEvents, [
    revision,
    now,
    actor.subject,
    actor.agency,
    actor.roles,
    events.map(({ kind }) => kind),
    events.map((event) => ('requestId' in event ? event.requestId : null)),
    events.map((event) => ('approvalId' in event ? event.approvalId : null)),
    events.map(({ details }) => JSON.stringify(details)),
  ]);
}
