import type { Path } from '@person360/client';

/** Places of a response without a value, in its order; at most `most`. */
export function emptyPlaces(data: unknown, most: number): readonly Path[] {
  const found: Path[] = [];
  collect(data, [], found, most);
  return found;
}

function collect(value: unknown, path: Path, found: Path[], most: number): void {
  if (found.length >= most) return;
  if (value === null || (Array.isArray(value) && value.length === 0)) found.push(path);
  else if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) collect(item, [...path, at], found, most);
  } else if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) collect(inner, [...path, key], found, most);
  }
}
