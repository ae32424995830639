import type { Withheld } from '../execution/engine.ts';

/** What one person (or, without an id, the request) was refused. */
export interface Refusal {
  readonly personId: string | undefined;
  /** Type.field; `Type` where objects of the type are left out. */
  readonly coordinates: readonly string[];
}

/**
 * One for each person: what is denied for what it is stands against the persons who were named, or against the request
 * when nobody was; what stayed closed because of a person, against that person, whatever path led there.
 */
export function refusalsOf(
  denied: readonly string[],
  named: ReadonlySet<string>,
  withheld: readonly Withheld[],
): readonly Refusal[] {
  const refused = new Map<string, { readonly personId: string | undefined; readonly coordinates: Set<string> }>();
  const add = (personId: string | undefined, coordinates: readonly string[]): void => {
    const known = refused.get(personId?.toLowerCase() ?? '');
    if (known === undefined)
      refused.set(personId?.toLowerCase() ?? '', { personId, coordinates: new Set(coordinates) });
    else for (const coordinate of coordinates) known.coordinates.add(coordinate);
  };
  if (denied.length > 0) for (const personId of named.size === 0 ? [undefined] : named) add(personId, denied);
  for (const place of withheld) add(place.personId, [withheldCoordinate(place)]);
  return [...refused.values()].map(({ personId, coordinates }) => ({ personId, coordinates: [...coordinates].sort() }));
}

export function withheldCoordinate({ typeName, fieldName }: Withheld): string {
  return `${typeName}.${fieldName}`;
}
