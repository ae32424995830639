import { readPathElement } from '../../../planning/planPath.ts';
import type { ObjectGate } from '../../gates/objectGate.ts';
import { isJsonObject, type JsonObject, ownReader } from '../json/json.ts';
import type { TypeMembership } from '../json/typeMembership.ts';
import type { Run } from './run.ts';
import { isOfTypes, type PlanPath } from './targets.ts';

/** Finds the objects that a fetch is sent for; a promise where facts about persons must be learned first. */
export type TargetsOf = (run: Run) => readonly JsonObject[] | Promise<readonly JsonObject[]>;

/** The values at one depth of the path, each with the persons under whom it stands. */
type Level = Map<unknown, Set<string | undefined>>;

/**
 * Collects the objects at a path, each once, but none that is left out of the response or stands inside of such an
 * object: the agencies that a fetch is sent to must not learn of it. Only for operations in which that can happen,
 * since it follows the persons along the path.
 */
export function compileVisibleTargets(path: PlanPath, belongs: TypeMembership, gate: ObjectGate): TargetsOf {
  const steps = path.map((element) => {
    const { key, types } = readPathElement(element);
    return { read: key === '@' ? undefined : ownReader(key), goesOn: types && isOfTypes(types, belongs) };
  });

  function collect(run: Run, missing: Set<string>): readonly JsonObject[] {
    function add(value: unknown, outerId: string | undefined, to: Level): void {
      if (value === null || value === undefined) return;
      const entered = gate.enter(value, outerId, run.persons, missing);
      if (entered === 'left out') return;
      const existing = to.get(value);
      if (existing === undefined) to.set(value, new Set([entered.personId]));
      else existing.add(entered.personId);
    }

    let level: Level = new Map([[run.data, new Set([undefined])]]);
    for (const { read, goesOn } of steps) {
      const next: Level = new Map();
      for (const [value, ids] of level) {
        for (const id of ids) {
          if (read !== undefined) {
            if (isJsonObject(value)) add(read(value), id, next);
          } else if (Array.isArray(value)) for (const item of value) add(item, id, next);
        }
      }
      level = next;
      if (goesOn !== undefined) for (const value of level.keys()) if (!goesOn(value)) level.delete(value);
    }
    return [...level.keys()].flatMap((value) => (Array.isArray(value) ? value : [value])).filter(isJsonObject);
  }

  return (run) => {
    const missing = new Set<string>();
    const targets = collect(run, missing);
    if (missing.size === 0 || run.persons === undefined) return targets;
    return run.persons.load([...missing]).then(() => collect(run, new Set()));
  };
}
