import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { addPerson } from '../moves/addPerson.ts';
import { moveNumbers } from '../moves/personNumbers.ts';
import { refreshPersons } from '../moves/refreshPersons.ts';
import { replacePerson, restorePerson } from '../moves/replacePersons.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import type { Plan } from './plan.ts';
import { recordsByIds } from './sourceRecords.ts';

const withdraw = statement<unknown>(
  'identity.withdrawDecisions',
  'delete from link_decision where link_change_id = any($1::uuid[])',
);
const decide = statement<unknown>(
  'identity.decideLinks',
  `insert into link_decision (one, other, kind, link_change_id)
   select one, other, kind, $4::uuid from unnest($1::bigint[], $2::bigint[], $3::text[]) as pair (one, other, kind)
   on conflict (one, other) do update set kind = excluded.kind, link_change_id = excluded.link_change_id`,
);
const forgetMovedNumbers = statement<unknown>(
  'identity.forgetMovedNumbers',
  'delete from moved_number where link_change_id = any($1::uuid[])',
);
const keepMovedNumbers = statement<unknown>(
  'identity.keepMovedNumbers',
  `insert into moved_number (link_change_id, system, token, from_person)
   select $1::uuid, * from unnest($2::text[], $3::bytea[], $4::uuid[])`,
);
/** Reviews of pairs that came together need no answer. */
const retireReviews = statement<unknown>(
  'identity.retireReviews',
  `update link_review set status = 'OBSOLETE'
   from source_record a join system_number na on na.system = a.system and na.token = a.number_token,
     source_record b join system_number nb on nb.system = b.system and nb.token = b.number_token
   where (one = any($1::bigint[]) or other = any($1::bigint[])) and status = 'OPEN' and cause <> 'KNOWN'
     and a.record_id = one and b.record_id = other and na.person_id = nb.person_id`,
);

/** Carries out what was planned, in the transaction in which the change was written. */
export async function applyPlan(
  queries: Queries,
  data: PersonalData,
  { changeId, plan, now }: { readonly changeId: string; readonly plan: Plan; readonly now: Date },
): Promise<void> {
  const { decisions, withdrawn = [], moves, added, replaced, restored } = plan;
  if (withdrawn.length > 0) {
    await queries.rows(withdraw, [withdrawn]);
    await queries.rows(forgetMovedNumbers, [withdrawn]);
  }
  await queries.rows(decide, [
    ...[decisions.map(({ one }) => one), decisions.map(({ other }) => other), decisions.map(({ kind }) => kind)],
    changeId,
  ]);
  for (const person of restored) await restorePerson(queries, person, now);
  for (const { personId, householdId, leaves, records } of added) {
    const content = await recordsByIds(queries, data, records);
    await addPerson(queries, data, { personId, householdId, leaves, records: content }, now);
  }
  const tokens = await moveNumbers(queries, data, moves, now);
  const plain = moves.flatMap(({ number }, at) => (number.recordId === null ? [{ number, token: tokens[at] }] : []));
  await queries.rows(keepMovedNumbers, [
    ...[changeId, plain.map(({ number }) => number.system), plain.map(({ token }) => token)],
    plain.map(({ number }) => number.personId),
  ]);
  for (const { personId, by } of replaced) await replacePerson(queries, data, { personId, by, changeId }, now);
  const gone = new Set(replaced.map(({ personId }) => personId));
  const concerned = new Set(moves.flatMap(({ number, to }) => [number.personId, to]).filter((id) => !gone.has(id)));
  await refreshPersons(queries, data, [...concerned], now);
  await queries.rows(retireReviews, [moves.flatMap(({ number }) => number.recordId ?? [])]);
}
