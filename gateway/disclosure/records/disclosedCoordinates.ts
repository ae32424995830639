import type { DisclosedObject, DisclosureScope } from '../../model/disclosure.ts';

/** Type.field of what one written object held a value for. */
export function disclosedCoordinates(
  scopes: readonly DisclosureScope[],
  { scope, bits }: Pick<DisclosedObject, 'scope' | 'bits'>,
): readonly string[] {
  return coordinatesOf(scopes, scope, bits, 0);
}

/** Type.field of what came back empty. */
export function emptyCoordinates(
  scopes: readonly DisclosureScope[],
  { scope, bits }: Pick<DisclosedObject, 'scope' | 'bits'>,
): readonly string[] {
  return coordinatesOf(scopes, scope, bits, 1);
}

function coordinatesOf(
  scopes: readonly DisclosureScope[],
  scope: number,
  bits: readonly number[],
  word: 0 | 1,
): readonly string[] {
  const coordinates = scopes[scope]?.coordinates ?? [];
  return coordinates.filter((_, bit) => ((bits[(bit >> 5) * 2 + word] ?? 0) & (1 << (bit & 31))) !== 0);
}
