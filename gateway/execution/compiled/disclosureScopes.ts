import type { DisclosureScope } from '../engine.ts';

/** A scope while its writers are being compiled: each coordinate gets the next bit. */
export interface OpenScope extends DisclosureScope {
  readonly index: number;
  readonly coordinates: string[];
  readonly bitByCoordinate: Map<string, number>;
}

/** The scopes of one operation, over all variants of its conditions. */
export interface DisclosureScopes {
  readonly list: readonly DisclosureScope[];
  open(kind: DisclosureScope['kind']): OpenScope;
  /** The same coordinates, shown of nobody who is known. */
  ofNobody(scope: OpenScope): OpenScope;
}

export function createDisclosureScopes(): DisclosureScopes {
  const list: OpenScope[] = [];
  return {
    list,
    open(kind) {
      const scope: OpenScope = { index: list.length, kind, coordinates: [], bitByCoordinate: new Map() };
      list.push(scope);
      return scope;
    },
    ofNobody({ coordinates, bitByCoordinate }) {
      const scope: OpenScope = { index: list.length, kind: 'root', coordinates, bitByCoordinate };
      list.push(scope);
      return scope;
    },
  };
}

/** Bit of a coordinate in a scope; a coordinate selected twice has one. */
export function bitOf(scope: OpenScope, coordinate: string): number {
  const known = scope.bitByCoordinate.get(coordinate);
  if (known !== undefined) return known;
  const bit = scope.coordinates.length;
  scope.coordinates.push(coordinate);
  scope.bitByCoordinate.set(coordinate, bit);
  return bit;
}

/** An empty mask for a scope, 32 coordinates a word. */
export function emptyMask(scope: OpenScope): number[] {
  return new Array<number>((scope.coordinates.length + 31) >>> 5).fill(0);
}
