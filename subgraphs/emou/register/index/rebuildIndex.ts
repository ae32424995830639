import { createHash } from 'node:crypto';
import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import type { Rules } from '../../agreement/rules.ts';
import { writeNotices } from '../../notices/writeNotices.ts';
import { readAgreementIds, readHistories } from '../histories.ts';
import { indexed, writeIndex } from './agreementIndex.ts';

// A stalled transaction is cut off: between two statements there is little to compute.
const BATCH = 100;
/** To be changed with the shape or the meaning of the index. */
const INDEX_VERSION = 3;

const markIndexRules = statement<unknown>('markIndexRules', 'UPDATE register SET index_rules = $1');
// With the revision that counts it; none is counted when there was nothing to change.
const markRebuilt = statement<unknown>('markRebuilt', 'UPDATE register SET rebuilt_with = revision + 1');
const clearIndex = statement<unknown>('clearIndex', 'DELETE FROM agreement');

/** Makes the index, and the notices written ahead, anew from the histories alone, under the register's lock. Gives the number of agreements. */
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
  'SELECT agreement_id AS id FROM agreement WHERE (answered_at IS NULL AND due_at > $1) OR overturned ORDER BY agreement_id',
);

/** After a change of the calendar from `now` on: counts anew what still runs, the owners' time and the appeals'. */
export async function recountIndex(queries: Queries, rules: Rules, now: Date): Promise<void> {
  const ids = (await queries.rows(movable, [now])).map(({ id }) => id);
  for (let from = 0; from < ids.length; from += BATCH)
    await reindex(queries, ids.slice(from, from + BATCH), rules, now);
  await queries.rows(markIndexRules, [rulesMark(rules)]);
}

/** Makes the index rows of these agreements anew, and the notices that follow from them. */
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

/** Nothing but the calendar and the settings turns a history into phases. */
export function rulesMark({ calendar, settings }: Pick<Rules, 'calendar' | 'settings'>): string {
  return createHash('sha256')
    .update(JSON.stringify([INDEX_VERSION, calendar.data, settings]))
    .digest('base64url');
}
