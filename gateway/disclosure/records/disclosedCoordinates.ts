import type { DisclosedObject, DisclosureScope } from '../../model/disclosure.ts';

/** Type.field of every field of one object that has a value. */
export function disclosedCoordinates(
  scopes: readonly DisclosureScope[],
  { scope, bits }: Pick<DisclosedObject, 'scope' | 'bits'>,
): readonly string[] {
  return coordinatesOf(scopes, scope, bits, 0);
}

/** Type.field of every field of one object that is empty. */
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
