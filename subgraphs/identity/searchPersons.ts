import type { Queries } from '../kit/database.ts';
import { PublicError } from '../kit/publicError.ts';
import { statement } from '../kit/statement.ts';
import { type PersonRecord, personColumns } from './records.ts';

export interface PersonSearch {
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly first: number;
}

const maxResults = 50;
const maxNameLength = 200;
const fullName = `lower(p.given_name || ' ' || p.family_name)`;
/** Equal matches always come in the same order. */
const ties = 'p.family_name, p.given_name, p.birth_date, p.person_id';

/** `%` is true from a similarity of 0.3 on and uses the trigram index; trigrams do not depend on the order of the names. */
const byName = statement<PersonRecord>(
  'identity.searchByName',
  `select ${personColumns} from person p where ${fullName} % lower($1)
   order by similarity(${fullName}, lower($1)) desc, ${ties} limit $2`,
);
const byBirthDate = statement<PersonRecord>(
  'identity.searchByBirthDate',
  `select ${personColumns} from person p where p.birth_date = $1::date order by ${ties} limit $2`,
);
const byBoth = statement<PersonRecord>(
  'identity.searchByNameAndBirthDate',
  `select ${personColumns} from person p where ${fullName} % lower($1) and p.birth_date = $2::date
   order by similarity(${fullName}, lower($1)) desc, ${ties} limit $3`,
);

/** Persons that match every criterion given, best first. Throws BAD_USER_INPUT without a criterion or with an impossible `first`. */
export function searchPersons(queries: Queries, search: PersonSearch): Promise<readonly PersonRecord[]> {
  const { birthDate, first } = search;
  const name = search.name?.trim() ?? '';
  if (!Number.isInteger(first) || first < 1 || first > maxResults) {
    throw new PublicError('BAD_USER_INPUT', `first must be from 1 to ${maxResults}.`);
  }
  if (name.length > maxNameLength || name.includes('\0')) {
    throw new PublicError('BAD_USER_INPUT', `name must be text of at most ${maxNameLength} characters.`);
  }
  if (name !== '') {
    return birthDate === null ? queries.rows(byName, [name, first]) : queries.rows(byBoth, [name, birthDate, first]);
  }
  if (birthDate !== null) return queries.rows(byBirthDate, [birthDate, first]);
  throw new PublicError('BAD_USER_INPUT', 'Search by name, by birthDate or by both.');
}
