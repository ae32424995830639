import type { Database, Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { NoticeTarget } from './targets/noticeTarget.ts';

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
  `with waiting as (
     select notice_id from notice where not addressed and at <= $1 order by at limit 500 for update skip locked),
   addressed as (
     update notice set addressed = true from waiting where notice.notice_id = waiting.notice_id
     returning notice.notice_id, agency, true_until)
   insert into notice_delivery (notice_id, target, next_attempt_at)
   select notice_id, target, $1 from addressed
     join unnest($2::text[], $3::text[]) as targets (target, agency) using (agency)
   where true_until is null or true_until > $1
   on conflict do nothing`,
);
const claim = statement<Delivery>(
  'claimDeliveries',
  `with due as (
     select notice_id, target from notice_delivery
     where delivered_at is null and given_up_at is null and next_attempt_at <= $1
     order by next_attempt_at limit 20 for update skip locked),
   claimed as (
     update notice_delivery as delivery set attempts = attempts + 1,
       next_attempt_at = $1::timestamptz + least($2 * power(2, attempts), $3) * interval '1 millisecond'
     from due where delivery.notice_id = due.notice_id and delivery.target = due.target
     returning delivery.notice_id, delivery.target, attempts)
   select notice_id as id, target, attempts, body from claimed join notice using (notice_id)`,
);
const giveUpUntrue = statement<unknown>(
  'giveUpUntrueNotices',
  `update notice_delivery as delivery set given_up_at = $1, last_failure = 'no longer true, and not sent'
   from notice where notice.notice_id = delivery.notice_id and true_until <= $1
     and delivered_at is null and given_up_at is null`,
);
const delivered = statement<unknown>(
  'noticeDelivered',
  'update notice_delivery set delivered_at = $3, last_failure = null where notice_id = $1 and target = $2',
);
const failed = statement<unknown>(
  'noticeFailed',
  `update notice_delivery set last_failure = $3, given_up_at = $4
   where notice_id = $1 and target = $2 and delivered_at is null`,
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
