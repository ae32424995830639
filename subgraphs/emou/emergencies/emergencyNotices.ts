import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { STEWARD_AGENCY } from '../agreement/terms/vocabulary.ts';
import type { DeclaredEmergency } from './declaredEmergency.ts';

const insertNotices = statement<unknown>(
  'insertEmergencyNotices',
  `insert into notice (emergency_id, kind, agency, at, body)
   select emergency_id, kind, agency, at, body from jsonb_populate_recordset(null::notice, $1::jsonb)
   on conflict do nothing`,
);
const takeBack = statement<unknown>(
  'takeBackEmergencyNotices',
  `delete from notice where emergency_id = $1 and kind = 'EMERGENCY_REVIEW_OVERDUE' and body ->> 'owner' = $2
     and not addressed`,
);

/**
 * Notifies each owner at once of an emergency that opens its data, and schedules notices to the owner and the data
 * steward for when the review is overdue. A notice contains no person and none of the requester's words.
 */
export async function writeEmergencyNotices(
  queries: Queries,
  { id, agency, purpose, reason, openedAt, endsAt }: DeclaredEmergency,
  owners: readonly { readonly owner: string; readonly reviewDue: Date }[],
  now: Date,
): Promise<void> {
  const notices = owners.flatMap(({ owner, reviewDue }) => [
    { kind: 'NEW_EMERGENCY', to: owner, at: now, owner, reviewDue },
    ...[...new Set([owner, STEWARD_AGENCY])].map((to) => ({
      kind: 'EMERGENCY_REVIEW_OVERDUE',
      to,
      at: reviewDue,
      owner,
      reviewDue,
    })),
  ]);
  const rows = notices.map(({ kind, to, at, owner, reviewDue }) => ({
    emergency_id: id,
    kind,
    agency: to,
    at,
    body: {
      kind,
      agency: to,
      at,
      owner,
      emergency: { id, requestingAgency: agency, purpose, reason, openedAt, endsAt, reviewDue },
    },
  }));
  await queries.rows(insertNotices, [JSON.stringify(rows)]);
}

/** Cancels the scheduled overdue notices once the owner has reviewed the emergency. */
export async function withdrawOverdueNotices(queries: Queries, emergencyId: string, owner: string): Promise<void> {
  await queries.rows(takeBack, [emergencyId, owner]);
}
