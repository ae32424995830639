import { isJsonObject, type JsonObject, ownReader, ownSetter, readOwn, setOwn } from '../json/json.ts';

/**
 * Merges the named keys of an answer into the place it belongs to. Keys that were not asked for stay outside: a
 * subgraph cannot put a value where another subgraph was asked.
 *
 * A subgraph that has an interface object reports the interface's name as `__typename`. That name never replaces the
 * name of the object type, which another subgraph reported: the object would lose every field of its type.
 *
 * @param interfaceObjects interfaces that some subgraph has as an object type
 */
export function compileMerge(
  keys: readonly string[],
  interfaceObjects: ReadonlySet<string>,
): (target: JsonObject, source: JsonObject) => void {
  const fields = keys.map((key) => ({ read: ownReader(key), set: setterOf(key, interfaceObjects) }));
  return (target, source) => {
    for (const { read, set } of fields) {
      const value = read(source);
      if (value === undefined) continue;
      if (typeof value === 'object') {
        const present = read(target);
        if (typeof present === 'object' && present !== null) {
          if (value !== null && present !== value) {
            mergeInto(present, value, interfaceObjects, (merged) => set(target, merged));
          }
          continue;
        }
      }
      set(target, value);
    }
  };
}

function setterOf(key: string, interfaceObjects: ReadonlySet<string>): (target: JsonObject, value: unknown) => void {
  const set = ownSetter(key);
  if (key !== '__typename' || interfaceObjects.size === 0) return set;
  return (target, value) => {
    if (!isLessSpecific(value, target.__typename, interfaceObjects)) set(target, value);
  };
}

function isLessSpecific(typename: unknown, present: unknown, interfaceObjects: ReadonlySet<string>): boolean {
  return typeof typename === 'string' && typeof present === 'string' && interfaceObjects.has(typename);
}

/**
 * Two subgraphs answered for the same object (a shared root field, a nested object of one entity): keys unite, lists of
 * equal length unite item by item, anything else is replaced by the later answer. A null never erases an object: the
 * subgraph that failed must not take away what the other one gave.
 */
function mergeInto(
  present: object,
  value: object,
  interfaceObjects: ReadonlySet<string>,
  replace: (value: unknown) => void,
): void {
  if (Array.isArray(present)) {
    if (!Array.isArray(value) || value.length !== present.length) {
      replace(value);
      return;
    }
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      const presentItem: unknown = present[index];
      if (typeof presentItem === 'object' && presentItem !== null) {
        if (typeof item === 'object' && item !== null && item !== presentItem) {
          mergeInto(presentItem, item, interfaceObjects, (merged) => {
            present[index] = merged;
          });
        }
      } else present[index] = item;
    }
    return;
  }
  if (!isJsonObject(present) || !isJsonObject(value)) {
    replace(value);
    return;
  }
  for (const key of Object.keys(value)) {
    const source = value[key];
    const target = readOwn(present, key);
    if (typeof target === 'object' && target !== null) {
      if (typeof source === 'object' && source !== null && source !== target) {
        mergeInto(target, source, interfaceObjects, (merged) => setOwn(present, key, merged));
      }
    } else if (source !== undefined && !(key === '__typename' && isLessSpecific(source, target, interfaceObjects))) {
      setOwn(present, key, source);
    }
  }
}
