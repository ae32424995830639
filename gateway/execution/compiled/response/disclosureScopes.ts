import type { DisclosureScope } from '../../../model/disclosure.ts';

/** Object at which a scope begins: the operation, a person, or an object that says whose data it is. */
export type ScopeOpener = 'root' | 'person' | 'subject';

/** A scope while its writers are being compiled: each coordinate gets the next bit. */
export interface OpenScope extends DisclosureScope {
  readonly index: number;
  readonly opener: ScopeOpener;
  readonly coordinates: string[];
  readonly bitByCoordinate: Map<string, number>;
}

/**
 * The scopes of one operation, over all variants of its conditions: one of each kind, so that they hold no more than
 * the fields of the operation, however many variants are compiled.
 */
export interface DisclosureScopes {
  readonly list: readonly DisclosureScope[];
  open(opener: ScopeOpener): OpenScope;
  /** The coordinates of the scope of persons, shown of nobody who is known. */
  ofNobody(scope: OpenScope): OpenScope;
}

export function createDisclosureScopes(): DisclosureScopes {
  const list: OpenScope[] = [];
  const byOpener = new Map<ScopeOpener, OpenScope>();
  let nobodys: OpenScope | undefined;

  function add(scope: Omit<OpenScope, 'index'>): OpenScope {
    const added = { ...scope, index: list.length };
    list.push(added);
    return added;
  }

  return {
    list,
    open(opener) {
      const existing = byOpener.get(opener);
      if (existing !== undefined) return existing;
      const scope = add({
        opener,
        kind: opener === 'root' ? 'root' : 'person',
        coordinates: [],
        bitByCoordinate: new Map(),
      });
      byOpener.set(opener, scope);
      return scope;
    },
    ofNobody({ coordinates, bitByCoordinate }) {
      nobodys ??= add({ opener: 'root', kind: 'root', coordinates, bitByCoordinate });
      return nobodys;
    },
  };
}

/** Bit of a coordinate in a scope; a coordinate selected twice has one. */
export function bitOf(scope: OpenScope, coordinate: string): number {
  const existing = scope.bitByCoordinate.get(coordinate);
  if (existing !== undefined) return existing;
  const bit = scope.coordinates.length;
  scope.coordinates.push(coordinate);
  scope.bitByCoordinate.set(coordinate, bit);
  return bit;
}

/** The bits of an object of which nothing is written yet: two words for every 32 coordinates (see DisclosedObject). */
export function noBits(scope: OpenScope): number[] {
  const { length } = scope.coordinates;
  // Nearly always two words; `new Array` makes a slower kind of array.
  return length <= 32 ? [0, 0] : new Array<number>(((length + 31) >>> 5) * 2).fill(0);
}
