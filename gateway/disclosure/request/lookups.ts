import { canonicalJson, type JsonValue } from '../../../ledger/index.ts';
import type { Hmac } from './hmac.ts';
import { isPersonArgument } from './personArguments.ts';
import type { RootField } from './rootFields.ts';

/** Persons and searches that the root fields of one request select. */
export interface Lookups {
  /** Persons named by id, in the order of the text. */
  readonly persons: readonly NamedPersons[];
  /** Look-ups by anything except an id. */
  readonly searches: readonly Search[];
}

export interface NamedPersons {
  readonly field: RootField;
  readonly ids: readonly string[];
}

export interface Search {
  readonly field: RootField;
  /** Keyed hash of the normalized arguments: equal searches can be found, and the search terms cannot. */
  readonly criteria: string;
  /** True if the search terms contain the requester's own surname. */
  readonly sameSurname: boolean;
}

/**
 * Maximum ids of one field, more than any system accepts. A refused request with more is recorded for the first of
 * them.
 */
const MAX_SUBJECTS = 100;

/**
 * Finds the look-ups of one request.
 *
 * @param isSearch whether a root field is a search for persons
 * @param familyName of the requester, if the token has it
 */
export function lookupsOf(
  fields: readonly RootField[],
  variables: Readonly<Record<string, unknown>>,
  personType: string,
  isSearch: (field: RootField) => boolean,
  hmac: Hmac,
  familyName: string | undefined,
): Lookups {
  const persons: NamedPersons[] = [];
  const searches: Search[] = [];
  for (const field of fields) {
    const given = field.arguments(variables);
    if (given === undefined) continue;
    const ids = idsIn(field, given, personType);
    if (ids.size > 0) persons.push({ field, ids: [...ids].slice(0, MAX_SUBJECTS) });
    else if (isSearch(field) && Object.keys(given).length > 0) {
      const sameSurname = familyName !== undefined && holdsName(given, wordsOf(familyName));
      searches.push({ field, criteria: criteriaHash(field, given, hmac), sameSurname });
    }
  }
  return { persons, searches };
}

/** Ids of persons in the arguments: `id` and `ids` of fields that return persons, and what isPersonArgument names, anywhere. */
function idsIn(field: RootField, given: Readonly<Record<string, unknown>>, personType: string): ReadonlySet<string> {
  const ids = new Set<string>();
  if (field.returns === personType) {
    addIds(given.id, ids);
    addIds(given.ids, ids);
  }
  addPersonIds(given, ids);
  return ids;
}

function addIds(value: unknown, ids: Set<string>): void {
  if (typeof value === 'string') ids.add(value);
  else if (Array.isArray(value)) for (const one of value) if (typeof one === 'string') ids.add(one);
}

function addPersonIds(value: unknown, ids: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    // Plain values are skipped: a document may have a hundred ids under each of ninety aliases.
    for (const inner of value) if (typeof inner === 'object') addPersonIds(inner, ids);
    return;
  }
  for (const name of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[name]; // an object with that own key
    if (isPersonArgument(name)) addIds(inner, ids);
    else addPersonIds(inner, ids);
  }
}

function criteriaHash(field: RootField, given: Readonly<Record<string, unknown>>, hmac: Hmac): string {
  return hmac(`search\0${canonicalJson([field.coordinate, normalized(given)])}`);
}

/** Normalizes letters and spaces, so that one search written in two ways has one hash. */
function normalized(value: unknown): JsonValue {
  if (typeof value === 'string') return value.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, normalized(inner)]));
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** True if a text in the arguments contains the name, word by word. */
function holdsName(value: unknown, name: string): boolean {
  if (typeof value === 'string') return name !== ' ' && wordsOf(value).includes(name);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => holdsName(inner, name));
}

/** Letters and digits, each word between single spaces: O'Neil equals o neil, and López equals Lopez. */
function wordsOf(text: string): string {
  return ` ${text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `.replace(/^ +$/, ' ');
}
