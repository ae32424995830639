import { isUuid } from '../../../schema/uuid.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import { type Actor, STEWARD_AGENCY } from '../agreement/terms/vocabulary.ts';
import { hasRole } from '../register/commands/actor.ts';

export interface DeadLetterRow {
  readonly noticeId: string;
  readonly target: string;
  readonly kind: string;
  readonly agency: string;
  readonly requestId: string | null;
  readonly emergencyId: string | null;
  readonly attempts: number;
  readonly givenUpAt: Date;
  readonly lastFailure: string | null;
}

const deadLetters = statement<DeadLetterRow>(
  'deadLetters',
  `SELECT notice_id AS "noticeId", target, kind, agency, agreement_id AS "requestId", emergency_id AS "emergencyId", attempts,
     given_up_at AS "givenUpAt", last_failure AS "lastFailure"
   FROM notice_delivery JOIN notice USING (notice_id)
   WHERE given_up_at IS NOT NULL AND ($1::text IS NULL OR agency = $1)
   ORDER BY given_up_at DESC, notice_id, target LIMIT 200`,
);
const sendAgain = statement<{ readonly target: string }>(
  'sendNoticeAgain',
  `UPDATE notice_delivery SET given_up_at = NULL, attempts = 0, next_attempt_at = $4 FROM notice
   WHERE notice.notice_id = notice_delivery.notice_id AND notice.notice_id = $1 AND target = $2
     AND given_up_at IS NOT NULL AND ($3::text IS NULL OR agency = $3)
   RETURNING target`,
);

/** Lists undeliverable notices, newest first: an agency's own, or all for the data steward. At most 200. */
export async function readDeadLetters(queries: Queries, actor: Actor): Promise<readonly DeadLetterRow[]> {
  return await queries.rows(deadLetters, [agencyOf(actor)]);
}

/** Returns a dead letter to the outbox and resets its attempts. */
export async function sendDeadLetterAgain(
  queries: Queries,
  actor: Actor,
  { noticeId, target }: { readonly noticeId: string; readonly target: string },
  now: Date,
): Promise<void> {
  const whose = agencyOf(actor);
  const found = isUuid(noticeId) ? await queries.rows(sendAgain, [noticeId, target, whose, now]) : [];
  if (found.length === 0) throw new PublicError('NOT_FOUND', 'There is no such dead letter. deadLetters lists them.');
}

/** Returns the agency whose letters the actor may see; null: all. */
function agencyOf(actor: Actor): string | null {
  if (actor.agency === STEWARD_AGENCY && hasRole(actor, 'DATA_STEWARD')) return null;
  if (hasRole(actor, 'DATA_OFFICER', 'COO')) return actor.agency;
  throw new PublicError('FORBIDDEN', 'Dead letters are for the DATA_OFFICER of their agency and the DATA_STEWARD.');
}
