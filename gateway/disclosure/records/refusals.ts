import type { Withheld } from '../../model/engineResponse.ts';
import type { RefusedPlace } from './refusedPlace.ts';
import type { RequestRecords } from './requestRecords.ts';

/** Places that are refused for one person, or, without an id, for the request. */
interface Refusal {
  readonly personId: string | undefined;
  /** Each key once, in the order of the keys. */
  readonly places: readonly RefusedPlace[];
}

/** Adds one record for each person who was refused something, or one about the request. */
export function recordRefusals(records: RequestRecords): void {
  const { entries, write, pseudonymOf, templates, lookups, denied, response } = records;
  const { withheld = [] } = response;
  if (denied.length === 0 && withheld.length === 0) return;
  const named = new Set(lookups.persons.flatMap(({ ids }) => ids));
  for (const { personId, places } of refusalsOf(denied, named, withheld)) {
    const person = personId === undefined ? undefined : pseudonymOf(personId);
    entries.push(write(templates.refused(places), person));
  }
}

/**
 * Refusals by person. A denial that depends on no person counts against each person that the request names, or against the
 * request if it names nobody. What is withheld because of a person counts against that person, whatever path led there.
 */
function refusalsOf(
  denied: readonly RefusedPlace[],
  named: ReadonlySet<string>,
  withheld: readonly Withheld[],
): readonly Refusal[] {
  const refused = new Map<
    string,
    { readonly personId: string | undefined; readonly places: Map<string, RefusedPlace> }
  >();
  const add = (personId: string | undefined, places: readonly RefusedPlace[]): void => {
    const id = personId?.toLowerCase() ?? '';
    const refusal = refused.get(id) ?? { personId, places: new Map<string, RefusedPlace>() };
    refused.set(id, refusal);
    for (const place of places) refusal.places.set(place.key, place);
  };
  if (denied.length > 0) for (const personId of named.size === 0 ? [undefined] : named) add(personId, denied);
  for (const place of withheld) {
    const coordinate = withheldCoordinate(place);
    add(place.personId, [{ coordinate, decision: undefined, key: coordinate }]);
  }
  return [...refused.values()].map(({ personId, places }) => ({
    personId,
    places: [...places.values()].sort((one, other) => (one.key < other.key ? -1 : 1)),
  }));
}

/** True if a field is denied or withheld anywhere in the response. */
export function isRefused({ denied, response }: RequestRecords, coordinate: string): boolean {
  return (
    denied.some((one) => one.coordinate === coordinate) ||
    response.withheld?.some((one) => withheldCoordinate(one) === coordinate) === true
  );
}

function withheldCoordinate({ typeName, fieldName }: Withheld): string {
  return `${typeName}.${fieldName}`;
}
