import type { GraphQLResolveInfo, ResponsePath } from 'graphql';

/** The type by which every system identifies persons. */
export const PERSON_TYPE = 'Person';

/** Finds the person a field belongs to: the nearest person above it in the response, by this system's own number. */
export interface PersonsOfAnswer {
  personOf(source: unknown, info: GraphQLResolveInfo): string | undefined;
}

/** @param keyField name of the person's key in this system's SDL, and in its records */
export function createPersonsOfAnswer(keyField: string | undefined): PersonsOfAnswer {
  // Every field of a person is recorded here before the fields inside it, so nested fields find the person by walking
  // up.
  const byPlace = new WeakMap<ResponsePath, string>();
  return {
    personOf(source, info) {
      if (info.parentType.name === PERSON_TYPE) {
        const key = keyField === undefined ? undefined : ownText(source, keyField);
        if (key !== undefined) byPlace.set(info.path, key);
        return key;
      }
      for (let place = info.path.prev; place !== undefined; place = place.prev) {
        if (place.typename === PERSON_TYPE) return byPlace.get(place);
      }
      return undefined;
    },
  };
}

function ownText(source: unknown, name: string): string | undefined {
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, name)) return undefined;
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'string' ? value : undefined;
}
