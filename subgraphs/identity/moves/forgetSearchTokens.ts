import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { PersonalData } from '../personalData/personalData.ts';
import { searchKeysOf } from '../personalData/searchKeys.ts';

const personals = statement<{ readonly id: string; readonly personal: Buffer }>(
  'identity.personsToForget',
  'select person_id::text as id, personal from person where person_id = any($1::uuid[])',
);
const remove = statement<unknown>(
  'identity.forgetSearchTokens',
  `delete from person_search_token using unnest($1::bytea[], $2::uuid[]) as f (token, person_id)
   where person_search_token.token = f.token and person_search_token.person_id = f.person_id`,
);

/**
 * Removes what finds persons by name. Call it before what is stored of them changes: their tokens are made of that,
 * because looking for them by person would read the whole table.
 */
export async function forgetSearchTokens(
  queries: Queries,
  data: PersonalData,
  personIds: readonly string[],
): Promise<void> {
  const rows = await queries.rows(personals, [personIds]);
  const tokens = rows.flatMap(({ id, personal }) =>
    searchKeysOf(data.openPerson(id, personal)).flatMap((key) =>
      data.searchTokens(key).map((token) => ({ id, token })),
    ),
  );
  await queries.rows(remove, [tokens.map(({ token }) => token), tokens.map(({ id }) => id)]);
}
