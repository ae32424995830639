import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { PersonalData } from '../personalData/personalData.ts';

/** Of the queue, one pair in twenty has a known answer. */
const SHARE = 0.05;
/** Stewards do not remember every pair of the day before. */
const REST = '7 days';

/**
 * A pair that two stewards decided alike, at random. Undefined if the queue has enough of them. `$1`: now.
 */
const candidate = statement<{ readonly id: string; readonly answer: 'LINK' | 'NOT_LINK' }>(
  'identity.knownPairCandidate',
  `select r.link_review_id::text as id, d.kind as answer
   from link_review r join link_decision d using (one, other) join link_change c using (link_change_id)
   where r.status = 'DECIDED' and r.cause <> 'KNOWN' and c.review_id = r.link_review_id
     and c.proposed_by <> c.changed_by and c.changed_at < $1::timestamptz - interval '${REST}'
     and (select count(*) filter (where cause = 'KNOWN') < ${SHARE} * count(*) from link_review where status = 'OPEN')
   order by random() limit 1`,
);
const reopen = statement<unknown>(
  'identity.reopenAsKnownPair',
  `update link_review set status = 'OPEN', cause = 'KNOWN', known_answer = $2, created_at = $3,
     due_on = ($3::timestamptz + interval '14 days')::date where link_review_id = $1`,
);

/** Puts a pair with a known answer into the queue, if there are too few. It measures reviewers, and changes no links. */
export async function addKnownPair(queries: Queries, data: PersonalData, now: Date): Promise<void> {
  const [pair] = await queries.rows(candidate, [now]);
  if (pair !== undefined) await queries.rows(reopen, [pair.id, data.knownAnswerToken(pair.id, pair.answer), now]);
}
