import { isDeepStrictEqual } from 'node:util';
import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import type { Answer, AnswerError } from './engines.ts';

/**
 * What differs between two answers, or undefined. Each engine has its own messages and codes. Where the stock engine
 * is known to be wrong or to say more than it should, its side is put right first:
 *  - key order: it merges fragments of one type, so keys may come in another order than GraphQL 6.3.2 asks;
 *  - error paths hold names the planner made up (`x__alias_0`) and fields the client never selected (hidden keys);
 *  - it reports invalid values only if no subgraph reported an error, and continues to report siblings after
 *    their parent is lost, which GraphQL 6.4.4 leaves open: ours must be among its;
 *  - in a list of mixed types it counts the entities of one type only (named-cases.test.ts): where its path cannot lead
 *    to a null of the answer, ours must, and be the same but for list positions.
 */
export function compareAnswers(query: string, ours: Answer, stock: Answer): string | undefined {
  const told = (what: string): string => `${what}\n  ours  ${JSON.stringify(ours)}\n  stock ${JSON.stringify(stock)}`;
  if (!isDeepStrictEqual(withoutPrototypes(ours.data), withoutPrototypes(stock.data))) return told('data');
  if (!sameErrors(query, ours, stock)) return told('errors');
  if (stock.errors.length > 0) return undefined;
  const invalid = placesOf(query, ours.invalid);
  const invalidThere = new Set(placesOf(query, stock.invalid));
  if (invalid.length > 0 !== invalidThere.size > 0 || !invalid.every((place) => invalidThere.has(place))) {
    return told('invalid');
  }
  return undefined;
}

function sameErrors(query: string, ours: Answer, stock: Answer): boolean {
  const here = placesOf(query, ours.errors);
  const there = placesOf(query, stock.errors);
  const onlyHere = here.filter((place) => !there.includes(place));
  const onlyThere = there.filter((place) => !here.includes(place));
  if (onlyHere.length === 0 && onlyThere.length === 0) return true;
  const withoutIndexes = (places: readonly string[]) =>
    [...new Set(places.map((place) => place.replace(/\b\d+\b/g, '@')))].sort();
  return (
    onlyHere.every((place) => leadsToNull(ours.data, JSON.parse(place))) &&
    onlyThere.every((place) => !leadsToNull(stock.data, JSON.parse(place))) &&
    isDeepStrictEqual(withoutIndexes(here), withoutIndexes(there))
  );
}

/** True if a path ends at or passes through a null of the response. */
function leadsToNull(data: unknown, path: readonly (string | number)[] | null): boolean {
  let value = data;
  for (const part of path ?? []) {
    if (value === null) return true;
    if (typeof value !== 'object' || !Object.hasOwn(value, part)) return false;
    value = (value as Record<string | number, unknown>)[part]; // an object with that key, as just checked
  }
  return value === null;
}

/** Both sides as plain entries, keys sorted: neither prototypes nor key order take part. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([key, inner]) => [key, withoutPrototypes(inner)] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function placesOf(query: string, errors: readonly AnswerError[]): readonly string[] {
  return [...new Set(errors.map(({ path }) => JSON.stringify(path === undefined ? null : asked(query, path))))].sort();
}

/** The part of a path that the client can know. */
function asked(query: string, path: readonly (string | number)[]): readonly (string | number)[] {
  const document = parse(query);
  const fragments = document.definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  const under = (sets: readonly SelectionSetNode[], key: string): SelectionSetNode[] | undefined => {
    const found = sets.flatMap((set) =>
      set.selections.flatMap((selection): (SelectionSetNode | null)[] => {
        if (selection.kind === Kind.FIELD) {
          return (selection.alias ?? selection.name).value === key ? [selection.selectionSet ?? null] : [];
        }
        const inner =
          selection.kind === Kind.INLINE_FRAGMENT
            ? selection.selectionSet
            : fragments.find(({ name }) => name.value === selection.name.value)?.selectionSet;
        return inner === undefined ? [] : (under([inner], key) ?? []);
      }),
    );
    return found.length === 0 ? undefined : found.filter((set) => set !== null);
  };
  const operations = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? [definition.selectionSet] : [],
  );
  const known: (string | number)[] = [];
  let at: SelectionSetNode[] = operations;
  for (const part of path) {
    if (typeof part === 'number') {
      known.push(part);
      continue;
    }
    const key = part.replace(/__alias_\d+$/, '');
    const next = under(at, key);
    if (next === undefined) break;
    known.push(key);
    at = next;
  }
  return known;
}
