import type { Queries } from '../kit/database/database.ts';
import { statement } from '../kit/database/statement.ts';
import { PublicError } from '../kit/errors/publicError.ts';
import { PERSON_COLUMNS, type PersonRecord } from './records.ts';

export interface PersonSearch {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly first: number;
}

const MAX_RESULTS = 50;
const MAX_NAME_LENGTH = 200;
/** Tie-breaker, so that equal matches always come in the same order. */
const TIES = 'p.family_name, p.given_name, p.birth_date, p.person_id';

/** The name to search for, normalized like the stored one (migration 002). */
const WANTED = 'with wanted as materialized (select comparable_name($1) as name)';

interface Match {
  readonly condition: string;
  readonly bestFirst: string;
}
const SIMILARITY = 'similarity(p.search_name, w.name)';
/** `%` matches from a similarity of 0.3 and uses the trigram index. Trigrams do not depend on word order. */
const wholeName: Match = { condition: 'p.search_name % w.name', bestFirst: `${SIMILARITY} desc, ${TIES}` };
/**
 * `%>>` compares with individual words of the name: next to a long given name, a short surname (Le, Ng) is only a small
 * part of the whole.
 */
const oneWord: Match = {
  condition: '(p.search_name % w.name or p.search_name %>> w.name)',
  bestFirst: `strict_word_similarity(w.name, p.search_name) desc, ${SIMILARITY} desc, ${TIES}`,
};

const nameStatement = (name: string, { condition, bestFirst }: Match) =>
  statement<PersonRecord>(
    name,
    `${WANTED} select ${PERSON_COLUMNS} from wanted w join person p on ${condition} order by ${bestFirst} limit $2`,
  );
const nameAndDateStatement = (name: string, { condition, bestFirst }: Match) =>
  statement<PersonRecord>(
    name,
    `${WANTED} select ${PERSON_COLUMNS} from wanted w join person p on ${condition}
     where p.birth_date = $2::date order by ${bestFirst} limit $3`,
  );
const byName = nameStatement('identity.searchByName', wholeName);
const byWord = nameStatement('identity.searchByOneWord', oneWord);
const byBoth = nameAndDateStatement('identity.searchByNameAndBirthDate', wholeName);
const byWordAndDate = nameAndDateStatement('identity.searchByOneWordAndBirthDate', oneWord);
const byBirthDate = statement<PersonRecord>(
  'identity.searchByBirthDate',
  `select ${PERSON_COLUMNS} from person p where p.birth_date = $1::date order by ${TIES} limit $2`,
);

/**
 * Finds persons that match every given criterion, best first. Throws BAD_USER_INPUT if there is no criterion or `first`
 * is impossible.
 */
export function searchPersons(queries: Queries, search: PersonSearch): Promise<readonly PersonRecord[]> {
  const { birthDate, first } = search;
  const name = search.name?.trim() ?? '';
  if (!Number.isInteger(first) || first < 1 || first > MAX_RESULTS) {
    throw new PublicError('BAD_USER_INPUT', `first must be from 1 to ${MAX_RESULTS}.`);
  }
  if (name.length > MAX_NAME_LENGTH) {
    throw new PublicError('BAD_USER_INPUT', `name must be text of at most ${MAX_NAME_LENGTH} characters.`);
  }
  if (name !== '' && !/[\p{L}\p{N}]/u.test(name)) {
    throw new PublicError('BAD_USER_INPUT', 'name must contain a letter or a digit.');
  }
  if (name !== '') {
    const isOneWord = !/[^\p{L}\p{M}\p{N}'’]/u.test(name);
    if (birthDate === null) return queries.rows(isOneWord ? byWord : byName, [name, first]);
    return queries.rows(isOneWord ? byWordAndDate : byBoth, [name, birthDate, first]);
  }
  if (birthDate !== null) return queries.rows(byBirthDate, [birthDate, first]);
  throw new PublicError('BAD_USER_INPUT', 'Search by name, by birthDate, or by both.');
}
