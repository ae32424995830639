import { readPathElement } from '../../../planning/planPath.ts';
import { isJsonObject, type JsonObject, ownReader } from '../json/json.ts';
import type { TypeMembership } from '../json/typeMembership.ts';
import type { ResponsePath } from '../response/responseShape.ts';

/**
 * A path in the merged data: response keys, `@` for every item of a list; either may name the types it goes on from.
 */
export type PlanPath = readonly string[];
type Step = (values: readonly unknown[]) => unknown[];

/**
 * Collects the objects at a path, each once, in the order of the answer; nulls and missing branches have none. Equal
 * entities of one answer share what was fetched for them, so the walk goes level by level and drops what it has
 * already met: without that, a circle between two systems would be walked once per way through it.
 */
export function compileTargets(path: PlanPath, belongs: TypeMembership): (root: JsonObject) => readonly JsonObject[] {
  const steps = path.flatMap((element): Step[] => {
    const { key, types } = readPathElement(element);
    const step = key === '@' ? items : members(ownReader(key));
    return types === undefined ? [step] : [step, (values) => values.filter(isOfTypes(types, belongs))];
  });
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

/** An object that names only an interface may be any of the types behind it. */
export function isOfTypes(types: readonly string[], belongs: TypeMembership): (value: unknown) => boolean {
  return (value) => {
    const typename = isJsonObject(value) ? value.__typename : undefined;
    return typeof typename !== 'string' || types.some((type) => belongs(type, typename));
  };
}

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
 * Every place in the answer at which one of the objects at a path stands; only asked for when something failed. An
 * object may stand in several places: equal entities of one answer are one object.
 */
export function compilePlaces(
  path: PlanPath,
  belongs: TypeMembership,
): (root: JsonObject, targets: readonly JsonObject[]) => readonly ResponsePath[] {
  if (path.length === 0) return () => [[]];
  const elements = path.map((element) => {
    const { key, types } = readPathElement(element);
    return { key, goesOn: types === undefined ? () => true : isOfTypes(types, belongs) };
  });
  return (root, targets) => {
    const places = new Map<JsonObject, ResponsePath[]>();
    const walk = (value: unknown, depth: number, at: ResponsePath): void => {
      const element = elements[depth];
      if (Array.isArray(value)) {
        const next = element?.key === '@' ? depth + 1 : depth;
        for (const [index, item] of value.entries()) walk(item, next, [...at, index]);
      } else if (isJsonObject(value) && elements[depth - 1]?.goesOn(value) !== false) {
        if (element === undefined) {
          const existing = places.get(value);
          if (existing === undefined) places.set(value, [at]);
          else existing.push(at);
        } else if (element.key !== '@') walk(ownReader(element.key)(value), depth + 1, [...at, element.key]);
      }
    };
    walk(root, 0, []);
    return targets.flatMap((target) => places.get(target) ?? []);
  };
}
