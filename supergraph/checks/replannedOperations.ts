import { type CheckContext, parsed } from './checkContext.ts';
import { elementsOf, has, isRoot, type TypeElement, textOf, valuesOf } from './guards/elements.ts';

/**
 * Returns a test for operations whose plan the change of one subgraph can affect: those that use a field of a type that
 * the subgraph declares differently. Its other fields are fetched as before. If it joins a type by other keys, or by
 * several, plans may lead through it, so every operation that uses the type counts.
 */
export function affectsPlanOf({ document, previous }: CheckContext): (coordinates: ReadonlySet<string>) => boolean {
  const before = typesOf(parsed(previous?.sdl ?? ''));
  const after = typesOf(document);
  const names = new Set<string>();
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(name), after.get(name)];
    if (was !== undefined && is !== undefined && textOf(was) === textOf(is)) continue;
    if (!isRoot(name) && mayLeadThrough(was, is)) names.add(name);
    for (const { coordinate } of [...(was?.fields ?? []), ...(is?.fields ?? [])]) names.add(coordinate);
  }
  return (coordinates) => [...names].some((name) => coordinates.has(name));
}

function typesOf(document: CheckContext['document']): ReadonlyMap<string, TypeElement> {
  return new Map((document ? elementsOf(document) : []).map((type) => [type.name, type]));
}

/** With a single key and no other one before, a subgraph leads nowhere that others do not. */
function mayLeadThrough(was: TypeElement | undefined, is: TypeElement | undefined): boolean {
  const keysOf = (type: TypeElement | undefined) =>
    [...new Set(valuesOf(type?.directives ?? [], 'key', 'fields'))].sort();
  const [old, next] = [keysOf(was), keysOf(is)];
  const isShared = [was, is].some(
    (type) => has(type?.directives, 'shareable') || has(type?.directives, 'interfaceObject'),
  );
  return isShared || old.length > 1 || next.length > 1 || (old.length === 1 && next.length === 1 && old[0] !== next[0]);
}
