import type { Database, Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { NoticeTarget } from './noticeTarget.ts';

export interface Delivery {
  /** Id of the notice. */
  readonly id: string;
  readonly target: string;
  /** Including this one. */
  readonly attempts: number;
  readonly body: object;
}

const address = statement<unknown>(
  'addressNotices',
  `WITH waiting AS (
     SELECT notice_id FROM notice WHERE NOT addressed AND at <= $1 ORDER BY at LIMIT 500 FOR UPDATE SKIP LOCKED),
   addressed AS (
     UPDATE notice SET addressed = true FROM waiting WHERE notice.notice_id = waiting.notice_id
     RETURNING notice.notice_id, agency, true_until)
   INSERT INTO notice_delivery (notice_id, target, next_attempt_at)
   SELECT notice_id, target, $1 FROM addressed
     JOIN unnest($2::text[], $3::text[]) AS targets (target, agency) USING (agency)
   WHERE true_until IS NULL OR true_until > $1
   ON CONFLICT DO NOTHING`,
);
const claim = statement<Delivery>(
  'claimDeliveries',
  `WITH due AS (
     SELECT notice_id, target FROM notice_delivery
     WHERE delivered_at IS NULL AND given_up_at IS NULL AND next_attempt_at <= $1
     ORDER BY next_attempt_at LIMIT 20 FOR UPDATE SKIP LOCKED),
   claimed AS (
     UPDATE notice_delivery AS delivery SET attempts = attempts + 1,
       next_attempt_at = $1::timestamptz + least($2 * power(2, attempts), $3) * interval '1 millisecond'
     FROM due WHERE delivery.notice_id = due.notice_id AND delivery.target = due.target
     RETURNING delivery.notice_id, delivery.target, attempts)
   SELECT notice_id AS id, target, attempts, body FROM claimed JOIN notice USING (notice_id)`,
);
const giveUpUntrue = statement<unknown>(
  'giveUpUntrueNotices',
  `UPDATE notice_delivery AS delivery SET given_up_at = $1, last_failure = 'no longer true, and not sent'
   FROM notice WHERE notice.notice_id = delivery.notice_id AND true_until <= $1
     AND delivered_at IS NULL AND given_up_at IS NULL`,
);
const delivered = statement<unknown>(
  'noticeDelivered',
  'UPDATE notice_delivery SET delivered_at = $3, last_failure = NULL WHERE notice_id = $1 AND target = $2',
);
const failed = statement<unknown>(
  'noticeFailed',
  `UPDATE notice_delivery SET last_failure = $3, given_up_at = $4
   WHERE notice_id = $1 AND target = $2 AND delivered_at IS NULL`,
);

/**
 * Writes a delivery for every target of every due notice. After an outage, a notice that is no longer true ("due
 * today", for a day that is over) gets none, and one that could not be delivered in time is dropped.
 */
export async function addressNotices(database: Database, targets: readonly NoticeTarget[], now: Date): Promise<void> {
  await database.rows(giveUpUntrue, [now]);
  await database.rows(address, [now, targets.map(({ name }) => name), targets.map(({ agency }) => agency)]);
}

/** Claims deliveries for the caller to attempt. Nobody else gets them until their next attempt is due. */
export async function claimDeliveries(
  database: Database,
  now: Date,
  { firstRetryMs, longestRetryMs }: { readonly firstRetryMs: number; readonly longestRetryMs: number },
): Promise<readonly Delivery[]> {
  return await database.rows(claim, [now, firstRetryMs, longestRetryMs]);
}

export async function markDelivered(queries: Queries, { id, target }: Delivery, now: Date): Promise<void> {
  await queries.rows(delivered, [id, target, now]);
}

export async function markFailed(
  queries: Queries,
  { id, target }: Delivery,
  failure: string,
  givenUpAt: Date | null,
): Promise<void> {
  await queries.rows(failed, [id, target, failure, givenUpAt]);
}
