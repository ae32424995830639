import type { EngineError } from '../../model/engineResponse.ts';

type Path = readonly (string | number)[];

/** An error ends here, or at places below it. */
interface Place {
  hasError: boolean;
  readonly inner: Map<string | number, Place>;
}

/** More errors than this tell nobody more; the response still holds null in each place. */
export const MAX_ERRORS = 1_000;

/**
 * Whether an error accounts for a null: at its place, above it, or below it where it spread from (GraphQL 6.4.4). An
 * error without a path accounts for every null, and so do more errors than are kept. `@` stands for every position of a
 * list. Errors that are added later count too. Costs nothing while there is no error.
 */
export function createFailedPlaces(errors: readonly EngineError[]): (path: Path) => boolean {
  const root: Place = { hasError: false, inner: new Map() };
  let read = 0;

  function add({ path = [] }: EngineError): void {
    let place = root;
    for (const part of path) {
      let next = place.inner.get(part);
      if (next === undefined) {
        next = { hasError: false, inner: new Map() };
        place.inner.set(part, next);
      }
      place = next;
    }
    place.hasError = true;
  }

  function accounts(place: Place, path: Path, depth: number): boolean {
    if (place.hasError || depth === path.length) return true;
    const part = path[depth] as string | number; // depth is within the path
    const inner = place.inner.get(part);
    if (inner !== undefined && accounts(inner, path, depth + 1)) return true;
    const everywhere = typeof part === 'number' ? place.inner.get('@') : undefined;
    return everywhere !== undefined && accounts(everywhere, path, depth + 1);
  }

  return (path) => {
    if (errors.length === 0) return false;
    if (errors.length >= MAX_ERRORS) return true;
    for (; read < errors.length; read++) add(errors[read] as EngineError); // within bounds
    return accounts(root, path, 0);
  };
}
