import type { FetchNode } from '@apollo/query-planner';
import { renamedKeys } from '../../../planning/renamedKeys.ts';
import type { FetchGate } from '../../gates/fetchGate.ts';
import type { ObjectGate } from '../../gates/objectGate.ts';
import { isJsonObject, type JsonObject } from '../json/json.ts';
import type { TypeMembership } from '../json/typeMembership.ts';
import type { ResponsePath } from '../response/responseShape.ts';
import type { EntityBatches, EntityReply } from '../transport/entityBatches.ts';
import { createFetchText } from '../transport/fetchText.ts';
import { createJointQuery } from '../transport/jointQuery.ts';
import type { RootCalls, RootFetch } from '../transport/rootCalls.ts';
import { compileMerge } from './mergeJson.ts';
import { compileOwners } from './owners.ts';
import type { PlannedPlaces } from './plannedPlaces.ts';
import { compileRepresentation } from './representations.ts';
import { compileOutputRewrites } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import { compilePlaces, compileTargets, type PlanPath } from './targets.ts';
import { compileVariablesText } from './variables.ts';
import { compileVisibleTargets, type TargetsOf } from './visibleTargets.ts';

/** What a fetch is compiled against. */
export interface FetchContext {
  readonly entityBatches: EntityBatches;
  readonly rootCalls: RootCalls;
  readonly belongs: TypeMembership;
  readonly keysOf: (subgraph: string, typename: string) => readonly (readonly string[])[];
  readonly places: PlannedPlaces;
  /** Interfaces that some subgraph has as an object type. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Nothing in the answer depends on whose data it is, so equal objects have equal texts. */
  readonly unites: boolean;
  /** What of a fetch may be sent for which persons; undefined: all of it for everybody. */
  readonly gateOf: (fetch: FetchNode) => FetchGate | undefined;
  readonly personType: string | undefined;
  /** Objects that are left out because of a person; no fetch is sent for them. */
  readonly objectGate: ObjectGate | undefined;
  /** The client's operation is a mutation: nothing it reads may come from a call that began before it. */
  readonly mutation: boolean;
}

export function compileFetch(fetch: FetchNode, path: PlanPath, context: FetchContext): Step {
  if (fetch.contextRewrites !== undefined && fetch.contextRewrites.length > 0) {
    throw new Error('The planner asks for values of a context, which this engine does not know');
  }
  return fetch.requires === undefined
    ? compileRootFetch(fetch, path, context)
    : compileEntityFetch(fetch, fetch.requires, path, context);
}

function compileRootFetch(fetch: FetchNode, path: PlanPath, context: FetchContext): Step {
  const subgraph = fetch.serviceName;
  const { rootCalls, belongs, places } = context;
  const keys = places.keysOf(fetch);
  const repeatable = fetch.operationKind === 'query';
  const root: RootFetch = {
    ...createFetchText({
      subgraph,
      query: fetch.operation,
      operationName: fetch.operationName,
      sealed: places.isSealed(fetch),
    }),
    repeatable,
    shareable: repeatable && !context.mutation,
    joint: repeatable ? createJointQuery(fetch.operation, fetch.operationName) : undefined,
    variables: compileVariablesText(fetch.variableUsages ?? []),
  };
  const rewrite = compileOutputRewrites(fetch.outputRewrites, belongs);
  const scrub = places.compileScrub(fetch);
  const unite = context.unites ? places.compileUniteEqual(fetch) : undefined;
  const merge = compileMerge(keys, context.interfaceObjects);
  const targetsOf = compileTargetsOf(path, context);
  const placesOf = compilePlaces(path, belongs);
  const errorPath = compileErrorPath(fetch);

  return path.length === 0 ? (run) => ask(run, [run.data]) : withTargets(targetsOf, ask);

  function ask(run: Run, targets: readonly JsonObject[]): Promise<unknown> | undefined {
    if (targets.length === 0) return undefined;
    if (run.signal.aborted || run.spending.isOver)
      return reportTargets(run, { subgraph, code: 'REQUEST_CANCELLED' }, placesOf(run.data, targets), keys);
    return rootCalls.send(root, run.variables, run.callContext).then((reply) => {
      if (reply.kind === 'failure') {
        return reportTargets(run, { subgraph, code: reply.code }, placesOf(run.data, targets), keys);
      }
      const { data } = reply;
      run.spending.receive(reply.bytes);
      if (data !== undefined) {
        rewrite?.(data);
        scrub?.(data);
        unite?.([data], run.shared);
        for (const target of targets) merge(target, data);
      }
      for (const { path: at, code, message } of reply.errors) {
        const failure = { subgraph, code, message };
        if (at !== undefined) {
          for (const place of placesOf(run.data, targets)) run.report.atPlace(failure, [...place, ...errorPath(at)]);
        } else if (data === undefined) reportTargets(run, failure, placesOf(run.data, targets), keys);
        else run.report.general(failure);
      }
      return undefined;
    });
  }
}

/** Asks for some objects of a run. */
type AskForObjects = (run: Run, candidates: readonly JsonObject[]) => Promise<unknown> | undefined;

function compileEntityFetch(
  fetch: FetchNode,
  requires: NonNullable<FetchNode['requires']>,
  path: PlanPath,
  context: FetchContext,
): Step {
  const targetsOf = compileTargetsOf(path, context);
  const gate = context.gateOf(fetch);
  if (gate === undefined) {
    const ask = compileAsk(fetch, requires, path, context, fetch);
    return withTargets(targetsOf, ask);
  }
  const ownersIn = compileOwners(path, context.personType);
  const asks = new WeakMap<FetchNode, AskForObjects>();
  const askOf = (variant: FetchNode): AskForObjects => {
    const compiled = asks.get(variant) ?? compileAsk(variant, variant.requires ?? requires, path, context, fetch);
    asks.set(variant, compiled);
    return compiled;
  };
  return withTargets(targetsOf, (run, candidates) => {
    const ownersOf = ownersIn(run.data, candidates);
    const send = (): Promise<unknown> | undefined => {
      const byVariant = new Map<FetchNode, JsonObject[]>();
      for (const candidate of candidates) {
        const variant = gate.variantFor(ownersOf(candidate), run.persons, candidate.__typename);
        if (variant === undefined) continue;
        const same = byVariant.get(variant);
        if (same === undefined) byVariant.set(variant, [candidate]);
        else same.push(candidate);
      }
      if (byVariant.size === 0) return undefined;
      return Promise.all(Array.from(byVariant, ([variant, objects]) => askOf(variant)(run, objects)));
    };
    // Who may be asked about is known before anybody is.
    const learning = gate.load(candidates.flatMap(ownersOf), run.persons);
    return learning === undefined ? send() : learning.then(send);
  });
}

function withTargets(targetsOf: TargetsOf, ask: AskForObjects): Step {
  return (run) => {
    const targets = targetsOf(run);
    return targets instanceof Promise ? targets.then((known) => ask(run, known)) : ask(run, targets);
  };
}

/** @param planned the fetch as it stands in the plan; `fetch` may be a part of it */
function compileAsk(
  fetch: FetchNode,
  requires: NonNullable<FetchNode['requires']>,
  path: PlanPath,
  context: FetchContext,
  planned: FetchNode,
): AskForObjects {
  const subgraph = fetch.serviceName;
  const { entityBatches, belongs, places } = context;
  const keys = places.keysOf(planned, fetch);
  const text = createFetchText({
    subgraph,
    query: fetch.operation,
    operationName: fetch.operationName,
    sealed: places.isSealed(planned),
  });
  const representation = compileRepresentation({
    requires,
    inputRewrites: fetch.inputRewrites,
    belongs,
    keysOf: (typename) => context.keysOf(subgraph, typename),
  });
  const variableNames = (fetch.variableUsages ?? []).filter((name) => name !== 'representations');
  const variablesText = compileVariablesText(variableNames);
  const rewrite = compileOutputRewrites(fetch.outputRewrites, belongs);
  const scrub = places.compileScrub(planned);
  const unite = context.unites ? places.compileUniteEqual(planned) : undefined;
  const merge = compileMerge(keys, context.interfaceObjects);
  const placesOf = compilePlaces(path, belongs);
  const errorPath = compileErrorPath(fetch);

  return (run, candidates) => {
    // Equal representations of one answer are sent once, and what comes back is merged into each of their objects.
    const representations: string[] = [];
    const targets: JsonObject[][] = [];
    const texts = new Map<string, JsonObject[]>();
    const known = new Map<unknown, JsonObject[]>();
    let typename: unknown;
    for (const target of candidates) {
      // Only objects of one type are told apart by their keys alone.
      if (target.__typename !== typename) {
        typename = target.__typename;
        known.clear();
      }
      const identity = representation.identity(target);
      const alike = identity === undefined ? undefined : known.get(identity);
      if (alike !== undefined) {
        alike.push(target);
        continue;
      }
      const text = representation.text(target);
      if (text === undefined) continue;
      const same = texts.get(text);
      if (same === undefined) {
        const first = [target];
        texts.set(text, first);
        if (identity !== undefined) known.set(identity, first);
        representations.push(text);
        targets.push(first);
      } else same.push(target);
    }
    if (representations.length === 0) return undefined;
    if (run.signal.aborted || run.spending.isOver) {
      return reportTargets(run, { subgraph, code: 'REQUEST_CANCELLED' }, placesOf(run.data, targets.flat()), keys);
    }

    const receive = (reply: EntityReply, first: number, count: number): void => {
      if (reply.kind === 'failure') {
        const unanswered = targets.slice(first, first + count).flat();
        reportTargets(run, { subgraph, code: reply.code }, placesOf(run.data, unanswered), keys);
        return;
      }
      const { entities } = reply;
      run.spending.receive(reply.bytes);
      for (const entity of entities) {
        if (!isJsonObject(entity)) continue;
        rewrite?.(entity);
        scrub?.(entity);
      }
      unite?.(entities, run.shared);
      for (let index = 0; index < entities.length; index++) {
        const entity = entities[index];
        if (!isJsonObject(entity)) continue;
        const places = targets[first + index] ?? [];
        for (const target of places) merge(target, entity);
        if (places.length > 1) shareValues(run, entity);
      }
      for (const { index, path: at, code, message } of reply.errors) {
        const failure = { subgraph, code, message };
        const failed = targets[first + index] ?? [];
        if (at === undefined || at.length === 0) reportTargets(run, failure, placesOf(run.data, failed), keys);
        else for (const place of placesOf(run.data, failed)) run.report.atPlace(failure, [...place, ...errorPath(at)]);
      }
      for (const { code, message } of reply.general) run.report.general({ subgraph, code, message });
    };

    const asked = entityBatches.send(text, variablesText(run.variables), representations, run.callContext);
    if (asked instanceof Promise) return asked.then((reply) => receive(reply, 0, representations.length));
    return Promise.all(asked.map(({ from, count, reply }) => reply.then((part) => receive(part, from, count))));
  };
}

function compileTargetsOf(path: PlanPath, { belongs, objectGate }: FetchContext): TargetsOf {
  if (objectGate !== undefined) return compileVisibleTargets(path, belongs, objectGate);
  const targetsOf = compileTargets(path, belongs);
  return (run) => targetsOf(run.data);
}

/** Several objects of this answer now hold the very same values: what is written of them need be written once. */
function shareValues(run: Run, entity: JsonObject): void {
  for (const value of Object.values(entity))
    if (typeof value === 'object' && value !== null) run.shared.set(value, undefined);
}

function reportTargets(
  run: Run,
  failure: { subgraph: string; code: string },
  places: readonly ResponsePath[],
  keys: readonly string[],
): undefined {
  for (const place of places) run.report.atObject(failure, place, keys);
}

/** Keys the planner renamed get their own names back. */
function compileErrorPath(fetch: FetchNode): (path: ResponsePath) => ResponsePath {
  const names = renamedKeys(fetch.outputRewrites);
  if (names.size === 0) return (path) => path;
  return (path) => path.map((part) => (typeof part === 'string' ? (names.get(part) ?? part) : part));
}
