import { isJsonObject, type JsonObject, ownReader } from './json.ts';

/** A path in the merged data: response keys, `@` for every item of a list. */
export type PlanPath = readonly string[];
/** A path in the answer: response keys and list indexes. */
export type AnswerPath = readonly (string | number)[];

type Step = (values: readonly unknown[]) => unknown[];

/**
 * Collects the objects at a path, each once, in the order of the answer; nulls and missing branches have none. Equal
 * entities of one answer share what was fetched for them, so the walk goes level by level and drops what it has
 * already met: without that, a circle between two systems would be walked once per way through it.
 */
export function compileTargets(path: PlanPath): (root: JsonObject) => readonly JsonObject[] {
  const steps = path.map((element): Step => (element === '@' ? items : members(ownReader(element))));
  return (root) => {
    let level: readonly unknown[] = [root];
    for (const step of steps) {
      level = step(level);
      if (level.length === 0) return NONE;
    }
    return level.every(isJsonObject) ? (level as readonly JsonObject[]) : items([level]).filter(isJsonObject); // just checked
  };
}

const NONE: readonly JsonObject[] = [];
/** Below this a repeated object costs less than finding out. */
const FEW = 4;

const items: Step = (lists) => {
  const found: unknown[] = [];
  for (const list of lists) {
    if (!Array.isArray(list)) continue;
    for (const item of list) if (item !== null && item !== undefined) found.push(item);
  }
  return distinct(found);
};

function members(read: (source: JsonObject) => unknown): Step {
  return (objects) => {
    const found: unknown[] = [];
    for (const object of objects) {
      if (!isJsonObject(object)) continue;
      const value = read(object);
      if (value !== null && value !== undefined) found.push(value);
    }
    return distinct(found);
  };
}

function distinct(values: unknown[]): unknown[] {
  return values.length > FEW ? [...new Set(values)] : values;
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
