import { PERSON_ID_KEY } from '../../../documents/hiddenKeys.ts';
import { readPathElement } from '../../../planning/planPath.ts';
import { isJsonObject, type JsonObject, ownReader } from '../json/json.ts';
import type { PlanPath } from './targets.ts';

/** Persons whose data an object is; undefined stands for a place outside of any person, or a person without an id. */
export type Owners = readonly (string | undefined)[];

/**
 * Finds whose data the objects at a path are: the person that an object is, or the nearest one above each place at
 * which it stands.
 */
export function compileOwners(
  path: PlanPath,
  personType: string | undefined,
): (root: JsonObject, targets: readonly JsonObject[]) => (target: JsonObject) => Owners {
  const keys = path.map((element) => readPathElement(element).key);
  const readId = ownReader(PERSON_ID_KEY);
  const readTypename = ownReader('__typename');
  const idOf = (object: JsonObject): string | undefined => {
    const id = readId(object);
    return typeof id === 'string' ? id : undefined;
  };
  const isPerson = (object: JsonObject): boolean =>
    (personType !== undefined && readTypename(object) === personType) || readId(object) !== undefined;

  function above(root: JsonObject): ReadonlyMap<unknown, ReadonlySet<string | undefined>> {
    let level = new Map<unknown, ReadonlySet<string | undefined>>([[root, new Set([undefined])]]);
    for (const key of keys) {
      const next = new Map<unknown, ReadonlySet<string | undefined>>();
      const read = ownReader(key);
      for (const [value, owners] of level) {
        const inner = key === '@' ? (Array.isArray(value) ? value : []) : isJsonObject(value) ? [read(value)] : [];
        for (const each of inner) {
          if (typeof each !== 'object' || each === null) continue;
          const own = isJsonObject(each) && isPerson(each) ? [idOf(each)] : owners;
          next.set(each, new Set([...(next.get(each) ?? []), ...own]));
        }
      }
      level = next;
    }
    return level;
  }

  return (root, targets) => {
    const around = targets.every(isPerson) ? undefined : above(root);
    return (target) => (isPerson(target) ? [idOf(target)] : [...(around?.get(target) ?? [undefined])]);
  };
}
