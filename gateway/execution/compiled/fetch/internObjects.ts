import { isJsonObject, type JsonObject, ownReader, ownSetter } from '../json/json.ts';
import type { ResponseShape } from '../response/responseShape.ts';
import type { Written } from '../response/responseWriter.ts';

/**
 * Makes equal objects of one answer one object, place by place, and notes those that now stand several times. A nested
 * answer repeats itself (the reviews of every author of every review): what is asked for, merged and written for an
 * object is then done once.
 */
export type InternObjects = (values: readonly unknown[], repeated: Map<object, Written | undefined>) => void;

/** Objects of one response, the first of its kind under the value that distinguishes most of them. */
interface Tally {
  readonly objects: (Map<unknown, JsonObject> | undefined)[];
  readonly lists: (Map<unknown, unknown[]> | undefined)[];
  readonly repeated: Map<object, Written | undefined>;
  seen: number;
  interned: number;
}

type Intern = (value: object, tally: Tally) => object;

/** One in this many is worth the search; answers of a fetch that repeats itself less are looked at now and then. */
const WORTH = 8;
const PATIENCE = 512;
const NOW_AND_THEN = 64;

/**
 * Undefined if the response has nothing to intern.
 *
 * @param mayIntern by response keys from the top to an object: whether all that is ever merged into it depends on nothing
 * but its content
 */
export function compileInternObjects(
  shape: ResponseShape,
  mayIntern: (path: readonly string[]) => boolean,
): InternObjects | undefined {
  let places = 0;
  const nested = compileMembers(shape, []);
  if (nested.length === 0) return undefined;
  let score = 0;
  let passed = 0;

  return (values, repeated) => {
    if (score < -PATIENCE && ++passed < NOW_AND_THEN) return;
    passed = 0;
    const tally: Tally = { objects: new Array(places), lists: new Array(places), repeated, seen: 0, interned: 0 };
    for (const value of values) if (isJsonObject(value)) internMembers(nested, value, tally);
    score = Math.min(PATIENCE, Math.max(-2 * PATIENCE, score + tally.interned * WORTH - tally.seen));
  };

  function compileMembers(of: ResponseShape, path: readonly string[]): Member[] {
    const members: Member[] = [];
    for (const [key, child] of of.fields) {
      if (child.fields.size === 0) continue;
      const intern = compilePlace(child, [...path, key]);
      members.push({ read: ownReader(key), set: ownSetter(key), intern });
    }
    return members;
  }

  function compilePlace(of: ResponseShape, path: readonly string[]): Intern {
    const members = compileMembers(of, path);
    if (!mayIntern(path)) {
      return function visit(value, tally) {
        if (Array.isArray(value)) for (const item of value) isObject(item) && visit(item, tally);
        else internMembers(members, value as JsonObject, tally); // JSON has no other objects
        return value;
      };
    }
    const place = places++;
    const readers = [...of.fields.keys()].map(ownReader);
    // Distinguished by the first plain value. A type's name distinguishes nothing.
    const leaves = [...of.fields].filter(([key, { fields }]) => key !== '__typename' && fields.size === 0);
    const [first] = leaves.map(([key]) => ownReader(key));
    const readFirst = first ?? (() => undefined);

    const internObject = (object: JsonObject, tally: Tally): object => {
      internMembers(members, object, tally);
      tally.seen++;
      const mark = readFirst(object);
      tally.objects[place] ??= new Map();
      const same = tally.objects[place].get(mark);
      if (same === undefined) tally.objects[place].set(mark, object);
      if (same === undefined || same === object) return object;
      for (const read of readers) if (read(same) !== read(object)) return object;
      tally.interned++;
      tally.repeated.set(same, undefined);
      return same;
    };
    return function intern(value, tally) {
      if (!Array.isArray(value)) return internObject(value as JsonObject, tally); // JSON has no other objects
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index];
        if (isObject(item)) value[index] = intern(item, tally);
      }
      tally.lists[place] ??= new Map();
      const same = tally.lists[place].get(value[0]);
      if (same === undefined) tally.lists[place].set(value[0], value);
      if (same === undefined || same === value || same.length !== value.length) return value;
      for (let index = 0; index < value.length; index++) if (same[index] !== value[index]) return value;
      tally.repeated.set(same, undefined);
      return same;
    };
  }
}

interface Member {
  readonly read: (source: JsonObject) => unknown;
  readonly set: (target: JsonObject, value: unknown) => void;
  readonly intern: Intern;
}

function internMembers(members: readonly Member[], object: JsonObject, tally: Tally): void {
  for (const { read, set, intern } of members) {
    const value = read(object);
    if (!isObject(value)) continue;
    const one = intern(value, tally);
    if (one !== value) set(object, one);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
