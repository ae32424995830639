/**
 * Representations as they are sent: each once, and none with a null key. A person whom a system does not know has no
 * number there, so nothing is requested and its place is null.
 */
export function distinctRepresentations(representations: unknown): {
  readonly sent: readonly unknown[] | undefined;
  readonly restore: (entities: readonly unknown[]) => unknown[];
} {
  if (!Array.isArray(representations)) return { sent: undefined, restore: (entities) => [...entities] };
  const sent: unknown[] = [];
  const positions = new Map<string, number>();
  const places = representations.map((representation: unknown) => {
    if (!hasItsKeys(representation)) return undefined;
    const text = JSON.stringify(representation);
    const position = positions.get(text) ?? sent.push(representation) - 1;
    positions.set(text, position);
    return position;
  });
  return {
    sent,
    restore: (entities) => places.map((place) => (place === undefined ? null : (entities[place] ?? null))),
  };
}

function hasItsKeys(representation: unknown): boolean {
  return (
    typeof representation === 'object' &&
    representation !== null &&
    Object.entries(representation).every(([name, value]) => name === '__typename' || value !== null)
  );
}
