import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { indexedPerson } from '../personalData/indexedPerson.ts';
import { createPersonalData, type PersonalData } from '../personalData/personalData.ts';
import { birthKey, searchKeysOfWords } from '../personalData/searchKeys.ts';
import { searchWords } from '../personalData/searchWords.ts';
import { type PersonRecord, personsById } from '../records.ts';
import { inOrderOfNames, type NamedPerson, rankPersons } from './rankPersons.ts';

export interface PersonSearch {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly first: number;
}

const MAX_RESULTS = 50;
const MAX_NAME_LENGTH = 200;
/** Most persons that one key finds. To find somebody with a common name, add a birth date. */
const PERSONS_A_KEY = 200;
/** Most persons of one birth date. 13 million persons have about 350 each. */
const PERSONS_A_DATE = 1_000;
/** Most persons whose data is decrypted for a search by name. */
const MOST_CANDIDATES = 100;

/**
 * Persons by their tokens, the best first: those with the most and the rarest keys. A key that finds many says little about
 * each of them. `$1`: tokens, `$2`: their weights, `$3`: most persons of a token.
 */
const bestOf = (found: string): string => `
  with found as materialized (${found}),
    counted as (select person_id, weight * ln(1 + $3 / (count(*) over (partition by token))::float8) as value from found)
  select c.person_id::text as id, p.personal from (
    select person_id from counted group by person_id order by sum(value) desc, person_id limit ${MOST_CANDIDATES}) as c
  join person p using (person_id)`;

/** What is read of a candidate: most of them are not among the results. */
interface Candidate {
  readonly id: string;
  readonly personal: Buffer;
}

/** Both read only the primary key of the tokens, and at most `$3` of its entries for each token. */
const byTokens = statement<Candidate>(
  'identity.searchByTokens',
  bestOf(`select t.token, t.weight, s.person_id
    from unnest($1::bytea[], $2::float8[]) as t (token, weight) cross join lateral (
      select person_id from person_search_token where token = t.token order by person_id limit $3::int) as s`),
);
/** Those who were born on the day of the tokens `$4`, and have a token of a name. */
const byTokensAndDate = statement<Candidate>(
  'identity.searchByTokensAndDate',
  bestOf(`select t.token, t.weight, b.person_id
    from (select person_id from person_search_token where token = any($4::bytea[]) order by person_id limit $3::int) as b
      cross join unnest($1::bytea[], $2::float8[]) as t (token, weight) cross join lateral (
      select from person_search_token s where s.token = t.token and s.person_id = b.person_id offset 0) as matching`),
);
const byBirthDate = statement<Candidate>(
  'identity.searchByBirthDate',
  `select c.person_id::text as id, p.personal from (
     select person_id from person_search_token where token = any($1::bytea[]) order by person_id limit $2) as c
   join person p using (person_id)`,
);

/**
 * Finds persons that match every given criterion, best first. Throws BAD_USER_INPUT if there is no criterion or `first`
 * is impossible.
 */
export async function searchPersons(
  { database, encryption }: Pick<SubgraphSystem, 'database' | 'encryption'>,
  search: PersonSearch,
): Promise<readonly PersonRecord[]> {
  const { birthDate, first } = search;
  const name = search.name?.trim() ?? '';
  if (!Number.isInteger(first) || first < 1 || first > MAX_RESULTS) {
    throw new PublicError('BAD_USER_INPUT', `first must be from 1 to ${MAX_RESULTS}.`);
  }
  if (name.length > MAX_NAME_LENGTH) {
    throw new PublicError('BAD_USER_INPUT', `name must be text of at most ${MAX_NAME_LENGTH} characters.`);
  }
  const words = searchWords(name);
  if (name !== '' && words.length === 0) {
    throw new PublicError('BAD_USER_INPUT', 'name must contain a letter or a digit.');
  }
  if (words.length === 0 && birthDate === null) {
    throw new PublicError('BAD_USER_INPUT', 'Search by name, by birthDate, or by both.');
  }
  const data = createPersonalData(encryption);
  const dates = birthDate === null ? [] : data.searchTokens(birthKey(birthDate));
  const opened = (candidates: readonly Candidate[]): readonly NamedPerson[] =>
    candidates.map(({ id, personal }) => ({ ...data.openPerson(id, personal), id }));
  const read = async (best: readonly NamedPerson[]): Promise<readonly PersonRecord[]> => {
    const ids = best.slice(0, first).map(({ id }) => id);
    const rows = await database.byKey(personsById, ids);
    return ids.flatMap((id) => rows.get(id) ?? []).map((row) => indexedPerson(row, data));
  };
  if (words.length === 0) {
    const born = await database.rows(byBirthDate, [dates, PERSONS_A_DATE]);
    return read(inOrderOfNames(opened(born)));
  }
  const { tokens, weights } = weightedTokens(words, data);
  const found =
    birthDate === null
      ? await database.rows(byTokens, [tokens, weights, PERSONS_A_KEY])
      : await database.rows(byTokensAndDate, [tokens, weights, PERSONS_A_DATE, dates]);
  return read(rankPersons(opened(found), words));
}

/** Tokens of every generation of keys, and what a match of each is worth. */
function weightedTokens(words: readonly string[], data: PersonalData) {
  const tokens: Buffer[] = [];
  const weights: number[] = [];
  for (const { key, weight } of searchKeysOfWords(words)) {
    for (const token of data.searchTokens(key)) {
      tokens.push(token);
      weights.push(weight);
    }
  }
  return { tokens, weights };
}
