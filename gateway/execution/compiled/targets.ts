import { isJsonObject, type JsonObject, ownReader } from './json.ts';

/** A path in the merged data: response keys, `@` for every item of a list. */
export type PlanPath = readonly string[];
/** A path in the answer: response keys and list indexes. */
export type AnswerPath = readonly (string | number)[];

type Visit = (value: unknown, out: JsonObject[]) => void;

/** Collects the objects at a path, in the order of the answer; nulls and missing branches have none. */
export function compileTargets(path: PlanPath): (root: JsonObject) => JsonObject[] {
  let visit: Visit = (value, out) => {
    if (isJsonObject(value)) out.push(value);
    else if (Array.isArray(value)) for (const item of value) visit(item, out);
  };
  for (const element of path.toReversed())
    visit = element === '@' ? eachItem(visit) : member(ownReader(element), visit);
  return (root) => {
    const out: JsonObject[] = [];
    visit(root, out);
    return out;
  };
}

function eachItem(next: Visit): Visit {
  return (value, out) => {
    if (Array.isArray(value)) for (let index = 0; index < value.length; index++) next(value[index], out);
  };
}

function member(read: (source: JsonObject) => unknown, next: Visit): Visit {
  return (value, out) => {
    if (isJsonObject(value)) next(read(value), out);
  };
}

/**
 * Where each object at a path stands in the answer; only asked for when something failed. An object may stand in
 * several places: equal entities of one answer are one object.
 */
export function locateTargets(root: JsonObject, path: PlanPath): Map<JsonObject, AnswerPath[]> {
  const places = new Map<JsonObject, AnswerPath[]>();
  const walk = (value: unknown, depth: number, at: AnswerPath): void => {
    const element = path[depth];
    if (Array.isArray(value)) {
      const next = element === '@' ? depth + 1 : depth;
      for (const [index, item] of value.entries()) walk(item, next, [...at, index]);
    } else if (isJsonObject(value)) {
      if (element === undefined) {
        const known = places.get(value);
        if (known === undefined) places.set(value, [at]);
        else known.push(at);
      } else if (element !== '@') walk(ownReader(element)(value), depth + 1, [...at, element]);
    }
  };
  walk(root, 0, []);
  return places;
}
