import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { recordsOfPersons } from '../changes/sourceRecords.ts';
import type { GoldenRecord } from '../golden/goldenRecord.ts';
import { goldenTraits } from '../golden/goldenTraits.ts';
import { todayDigits } from '../linkage/normalize/normalize.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { searchKeysOf } from '../personalData/searchKeys.ts';
import { forgetSearchTokens } from './forgetSearchTokens.ts';

const update = statement<unknown>(
  'identity.refreshPersons',
  `update person set personal = fresh.personal, living = fresh.living, key_generation = $4
   from unnest($1::uuid[], $2::bytea[], $3::boolean[]) as fresh (person_id, personal, living)
   where person.person_id = fresh.person_id`,
);
const insertTokens = statement<unknown>(
  'identity.insertSearchTokens',
  'insert into person_search_token (token, person_id) select * from unnest($1::bytea[], $2::uuid[]) on conflict do nothing',
);

const withBareNumbers = statement<{ readonly personId: string }>(
  'identity.personsWithBareNumbers',
  `select distinct n.person_id::text as "personId" from system_number n
     left join source_record r on r.system = n.system and r.number_token = n.token
   where n.person_id = any($1::uuid[]) and r.record_id is null`,
);

/**
 * What is shown of persons, and what finds them, made again of their records. A person who has numbers without a record, or
 * no records, stays as somebody loaded them.
 */
export async function refreshPersons(
  queries: Queries,
  data: PersonalData,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  const recordsOf = new Map<string, GoldenRecord[]>();
  const loaded = new Set((await queries.rows(withBareNumbers, [personIds])).map(({ personId }) => personId));
  for (const record of await recordsOfPersons(queries, data, personIds)) {
    if (loaded.has(record.personId)) continue;
    recordsOf.set(record.personId, [...(recordsOf.get(record.personId) ?? []), record]);
  }
  if (recordsOf.size === 0) return;
  const today = todayDigits(now);
  const fresh = [...recordsOf].map(([id, records]) => ({ id, traits: goldenTraits(records, today) }));
  const ids = fresh.map(({ id }) => id);
  await forgetSearchTokens(queries, data, ids);
  await queries.rows(update, [
    ...[ids, fresh.map(({ id, traits }) => data.sealPerson(id, traits)), fresh.map(({ traits }) => traits.living)],
    data.generation(),
  ]);
  const tokens = fresh.flatMap(({ id, traits }) =>
    searchKeysOf(traits).map((key) => ({ id, token: data.searchToken(key) })),
  );
  await queries.rows(insertTokens, [tokens.map(({ token }) => token), tokens.map(({ id }) => id)]);
}
