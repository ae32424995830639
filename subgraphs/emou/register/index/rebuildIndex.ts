import { createHash } from 'node:crypto';
import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import type { Rules } from '../../agreement/rules.ts';
import { writeNotices } from '../../notices/writeNotices.ts';
import { readAgreementIds, readHistories } from '../histories.ts';
import { indexed, writeIndex } from './agreementIndex.ts';

// A stalled transaction is cut off, so there must be little to compute between two statements.
const BATCH = 100;
/** Must be changed whenever the shape or meaning of the index changes. */
const INDEX_VERSION = 3;

const markIndexRules = statement<unknown>('markIndexRules', 'update register set index_rules = $1');
// Records the revision that counts the rebuild; if nothing had to change, none is counted.
const markRebuilt = statement<unknown>('markRebuilt', 'update register set rebuilt_with = revision + 1');
const clearIndex = statement<unknown>('clearIndex', 'delete from agreement');

/**
 * Rebuilds the index and the scheduled notices from the histories alone, under the register's lock. Returns the number
 * of agreements.
 */
export async function rebuildIndex(queries: Queries, rules: Rules, now: Date): Promise<number> {
  let count = 0;
  await queries.rows(clearIndex, []);
  let after: string | null = null;
  for (;;) {
    const ids: readonly string[] = await readAgreementIds(queries, after, BATCH);
    if (ids.length === 0) break;
    await reindex(queries, ids, rules, now);
    after = ids.at(-1) ?? null;
    count += ids.length;
  }
  await queries.rows(markIndexRules, [rulesMark(rules)]);
  await queries.rows(markRebuilt, []);
  return count;
}

const movable = statement<{ readonly id: string }>(
  'movableByCalendar',
  'select agreement_id as id from agreement where (answered_at is null and due_at > $1) or overturned order by agreement_id',
);

/**
 * Recalculates what is still running after a change of the calendar from `now` on: response deadlines and appeal
 * deadlines.
 */
export async function recountIndex(queries: Queries, rules: Rules, now: Date): Promise<void> {
  const ids = (await queries.rows(movable, [now])).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += BATCH)
    await reindex(queries, ids.slice(from, from + BATCH), rules, now);
  await queries.rows(markIndexRules, [rulesMark(rules)]);
}

/** Rebuilds the index rows of these agreements and the notices that follow from them. */
export async function reindex(
  queries: Queries,
  ids: readonly string[],
  rules: Rules,
  now: Date,
  notices: 'move and time' | 'time' = 'time',
): Promise<void> {
  const histories = await readHistories(queries, ids);
  const agreements = [...histories].map(([id, events]) => indexed(id, events, rules));
  await writeIndex(queries, agreements, rules);
  await writeNotices(queries, agreements, rules, now, notices);
}

/** Identifies the rules. Only the calendar and the settings determine how a history becomes phases. */
export function rulesMark({ calendar, settings }: Pick<Rules, 'calendar' | 'settings'>): string {
  return createHash('sha256')
    .update(JSON.stringify([INDEX_VERSION, calendar.data, settings]))
    .digest('base64url');
}
