import type { DisclosureScope, Shown } from '../execution/engine.ts';

/** Type.field of what one written object held a value for. */
export function shownCoordinates(
  scopes: readonly DisclosureScope[],
  { scope, mask }: Pick<Shown, 'scope' | 'mask'>,
): readonly string[] {
  const coordinates = scopes[scope]?.coordinates ?? [];
  return coordinates.filter((_, bit) => ((mask[bit >> 5] ?? 0) & (1 << (bit & 31))) !== 0);
}
