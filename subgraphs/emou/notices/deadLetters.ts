import { isUuid } from '../../../schema/values/uuid.ts';
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
  `select notice_id as "noticeId", target, kind, agency, agreement_id as "requestId", emergency_id as "emergencyId", attempts,
     given_up_at as "givenUpAt", last_failure as "lastFailure"
   from notice_delivery join notice using (notice_id)
   where given_up_at is not null and ($1::text is null or agency = $1)
   order by given_up_at desc, notice_id, target limit 200`,
);
const sendAgain = statement<{ readonly target: string }>(
  'sendNoticeAgain',
  `update notice_delivery set given_up_at = null, attempts = 0, next_attempt_at = $4 from notice
   where notice.notice_id = notice_delivery.notice_id and notice.notice_id = $1 and target = $2
     and given_up_at is not null and ($3::text is null or agency = $3)
   returning target`,
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
  if (found.length === 0)
    throw new PublicError('NOT_FOUND', 'This dead letter does not exist. The query deadLetters lists them.');
}

/** Returns the agency whose letters the actor may see; null: all. */
function agencyOf(actor: Actor): string | null {
  if (actor.agency === STEWARD_AGENCY && hasRole(actor, 'DATA_STEWARD')) return null;
  if (hasRole(actor, 'DATA_OFFICER', 'COO')) return actor.agency;
  throw new PublicError('FORBIDDEN', 'Only the DATA_OFFICER of the agency and the DATA_STEWARD can use dead letters.');
}
