import type { FetchNode } from '@apollo/query-planner';
import { renamedKeys } from '../../../planning/renamedKeys.ts';
import type { FetchGate } from '../../gates/fetchGate.ts';
import type { ObjectGate } from '../../gates/objectGate.ts';
import type { JsonObject } from '../json/json.ts';
import type { TypeMembership } from '../json/typeMembership.ts';
import type { ResponsePath } from '../response/responseShape.ts';
import type { EntityBatches } from '../transport/entityBatches.ts';
import type { RootCalls } from '../transport/rootCalls.ts';
import type { PlannedPlaces } from './plannedPlaces.ts';
import type { Run, Step } from './run.ts';
import { compileTargets, type PlanPath } from './targets.ts';
import { compileVisibleTargets, type TargetsOf } from './visibleTargets.ts';

/** Inputs for compiling a fetch. */
export interface FetchContext {
  readonly entityBatches: EntityBatches;
  readonly rootCalls: RootCalls;
  readonly belongs: TypeMembership;
  readonly keysOf: (subgraph: string, typename: string) => readonly (readonly string[])[];
  readonly places: PlannedPlaces;
  /** Interfaces that some subgraph has as an object type. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** True if nothing in the response depends on whose data it is, so that equal objects have equal texts. */
  readonly unites: boolean;
  /** Decides which part of a fetch is sent for which persons; undefined: all of it for all persons. */
  readonly gateOf: (fetch: FetchNode) => FetchGate | undefined;
  readonly personType: string | undefined;
  /** Objects that are left out because of a person; no fetch is sent for them. */
  readonly objectGate: ObjectGate | undefined;
  /** The client's operation is a mutation: nothing it reads may come from a call that began before it. */
  readonly mutation: boolean;
}

/** Sends a fetch for some objects of a run. */
export type FetchForObjects = (run: Run, candidates: readonly JsonObject[]) => Promise<unknown> | undefined;

export function withTargets(targetsOf: TargetsOf, fetchFor: FetchForObjects): Step {
  return (run) => {
    const targets = targetsOf(run);
    return targets instanceof Promise ? targets.then((found) => fetchFor(run, found)) : fetchFor(run, targets);
  };
}

export function compileTargetsOf(path: PlanPath, { belongs, objectGate }: FetchContext): TargetsOf {
  if (objectGate !== undefined) return compileVisibleTargets(path, belongs, objectGate);
  const targetsOf = compileTargets(path, belongs);
  return (run) => targetsOf(run.data);
}

export function reportTargets(
  run: Run,
  failure: { subgraph: string; code: string },
  places: readonly ResponsePath[],
  keys: readonly string[],
): undefined {
  for (const place of places) run.report.atObject(failure, place, keys);
}

/** Gives keys that the planner renamed their own names back. */
export function compileErrorPath(fetch: FetchNode): (path: ResponsePath) => ResponsePath {
  const names = renamedKeys(fetch.outputRewrites);
  if (names.size === 0) return (path) => path;
  return (path) => path.map((part) => (typeof part === 'string' ? (names.get(part) ?? part) : part));
}
