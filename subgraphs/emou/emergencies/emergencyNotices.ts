import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { STEWARD_AGENCY } from '../agreement/terms/vocabulary.ts';
import type { DeclaredEmergency } from './declaredEmergency.ts';

const insertNotices = statement<unknown>(
  'insertEmergencyNotices',
  `INSERT INTO notice (emergency_id, kind, agency, at, body)
   SELECT emergency_id, kind, agency, at, body FROM jsonb_populate_recordset(NULL::notice, $1::jsonb)
   ON CONFLICT DO NOTHING`,
);
const takeBack = statement<unknown>(
  'takeBackEmergencyNotices',
  `DELETE FROM notice WHERE emergency_id = $1 AND kind = 'EMERGENCY_REVIEW_OVERDUE' AND body ->> 'owner' = $2
     AND NOT addressed`,
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
