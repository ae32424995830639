import type { Denied } from '../../model/decision.ts';
import type { Withheld } from '../../model/engineResponse.ts';

/** A field, or a type whose objects are left out, that stayed closed, and why. */
export interface RefusedPlace {
  /** Type.field; `Type` where objects of the type are left out. */
  readonly coordinate: string;
  /** What the client was told. Undefined: the place is open, but not for this person. */
  readonly decision: Denied | undefined;
  /** Tells places apart: the same field may be closed for two reasons on two paths. */
  readonly key: string;
}

/** What one person (or, without an id, the request) was refused. */
export interface Refusal {
  readonly personId: string | undefined;
  /** Each key once, in the order of the keys. */
  readonly places: readonly RefusedPlace[];
}

/**
 * One for each person: what is denied for what it is stands against the persons who were named, or against the request
 * when nobody was; what stayed closed because of a person, against that person, whatever path led there.
 */
export function refusalsOf(
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
    const known = refused.get(id) ?? { personId, places: new Map<string, RefusedPlace>() };
    refused.set(id, known);
    for (const place of places) known.places.set(place.key, place);
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

export function withheldCoordinate({ typeName, fieldName }: Withheld): string {
  return `${typeName}.${fieldName}`;
}
