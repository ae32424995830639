import type { DisclosureScope, Shown } from '../execution/engine.ts';

/** Type.field of what one written object held a value for. */
export function shownCoordinates(
  scopes: readonly DisclosureScope[],
  { scope, mask }: Pick<Shown, 'scope' | 'mask'>,
): readonly string[] {
  return coordinatesOf(scopes, scope, mask);
}

/** Type.field of what came back empty. */
export function emptyCoordinates(
  scopes: readonly DisclosureScope[],
  { scope, empty }: Pick<Shown, 'scope' | 'empty'>,
): readonly string[] {
  return coordinatesOf(scopes, scope, empty);
}

function coordinatesOf(scopes: readonly DisclosureScope[], scope: number, bits: readonly number[]): readonly string[] {
  const coordinates = scopes[scope]?.coordinates ?? [];
  return coordinates.filter((_, bit) => ((bits[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0);
}
