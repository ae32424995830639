import type { PersonFacts } from '../../model/personFacts.ts';
import type { ObjectGate } from '../gates/objectGate.ts';

/** Data of one request that its data sources depend on. */
export interface RequestData {
  /**
   * What came for the operation's root, in the order in which it came. The executor merges all other data into these
   * very objects, so they hold all that is known.
   */
  readonly roots: object[];
  readonly gate: ObjectGate;
  readonly persons: PersonFacts | undefined;
}

interface Candidate {
  readonly object: object;
  readonly isVisible: boolean;
}

/**
 * Tells for each representation whether it may be sent: not for an object that is left out of the response or stands
 * inside of one, since the agency must not learn of it.
 *
 * @param path of the objects in the response; "@" for every item of a list
 */
export async function areVisible(
  representations: readonly unknown[],
  path: readonly (string | number)[],
  { roots, gate, persons }: RequestData,
): Promise<readonly boolean[]> {
  const missing = new Set<string>();
  let candidates = candidatesAt(path, roots, gate, persons, missing);
  if (missing.size > 0 && persons !== undefined) {
    await persons.load([...missing]);
    candidates = candidatesAt(path, roots, gate, persons, new Set());
  }
  // The executor makes representations in the order of the objects, and leaves out objects that have none.
  let next = 0;
  return representations.map((representation) => {
    const index = candidates.findIndex(({ object }, at) => at >= next && holds(object, representation));
    const candidate = candidates[index];
    if (candidate === undefined) return false;
    next = index + 1;
    return candidate.isVisible;
  });
}

function candidatesAt(
  path: readonly (string | number)[],
  roots: readonly object[],
  gate: ObjectGate,
  persons: PersonFacts | undefined,
  missing: Set<string>,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const walk = (value: unknown, depth: number, outerId: string | undefined, outerVisible: boolean): void => {
    if (typeof value !== 'object' || value === null) return;
    const entered = gate.enter(value, outerId, persons, missing);
    const isVisible = outerVisible && entered !== 'left out';
    const personId = entered === 'left out' ? undefined : entered.personId;
    const key = path[depth];
    if (Array.isArray(value)) {
      for (const item of value) walk(item, key === '@' ? depth + 1 : depth, personId, isVisible);
    } else if (key === undefined) candidates.push({ object: value, isVisible });
    else if (Object.hasOwn(value, key))
      walk(new Map(Object.entries(value)).get(String(key)), depth + 1, personId, isVisible);
  };
  const [first] = path;
  const root = roots.find((each) => first !== undefined && Object.hasOwn(each, first));
  walk(root, 0, undefined, true);
  return candidates;
}

/**
 * Takes objects that are left out because of a person out of the lists of an agency's data. The executor would
 * otherwise lose the whole list: what is not open of such an object was not requested, also where it is non-null.
 *
 * @param values each with the person in whose data it stands
 */
export async function removeLeftOut(
  values: readonly (readonly [value: unknown, owner: string | undefined])[],
  { gate, persons }: RequestData,
): Promise<void> {
  const missing = new Set<string>();
  const walk = (value: unknown, outerId: string | undefined, isRemoving: boolean): void => {
    const entered = gate.enter(value, outerId, persons, missing);
    if (entered === 'left out' || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value) && isRemoving) {
      const kept = value.filter((item) => gate.enter(item, entered.personId, persons, missing) !== 'left out');
      value.splice(0, value.length, ...kept);
    }
    for (const inner of Object.values(value)) walk(inner, entered.personId, isRemoving);
  };
  for (const [value, owner] of values) walk(value, owner, false);
  if (missing.size > 0 && persons !== undefined) {
    await persons.load([...missing]);
    // Below persons of whom nothing was known there may be more of them.
    missing.clear();
    for (const [value, owner] of values) walk(value, owner, false);
    if (missing.size > 0) await persons.load([...missing]);
  }
  for (const [value, owner] of values) walk(value, owner, true);
}

/** True if a value has everything that is in `part`. The name of the type may be that of an interface. */
function holds(value: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return value === part || (value ?? null) === part;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(part)) {
    return Array.isArray(value) && value.length === part.length && part.every((item, at) => holds(value[at], item));
  }
  const members = new Map(Object.entries(value));
  return Object.entries(part).every(([key, inner]) => key === '__typename' || holds(members.get(key), inner));
}
