import type { FetchNode } from '@apollo/query-planner';
import { isJsonObject, type JsonObject } from '../json/json.ts';
import type { EntityReply } from '../transport/entityBatches.ts';
import { createFetchText } from '../transport/fetchText.ts';
import {
  compileErrorPath,
  compileTargetsOf,
  type FetchContext,
  type FetchForObjects,
  reportTargets,
  withTargets,
} from './fetchContext.ts';
import { compileMerge } from './mergeJson.ts';
import { compileOwners } from './owners.ts';
import { compileRepresentation } from './representations.ts';
import { compileOutputRewrites } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import { compilePlaces, type PlanPath } from './targets.ts';
import { compileVariablesText } from './variables.ts';

type Representation = ReturnType<typeof compileRepresentation>;

/** A fetch of entities: its objects are found in the data, and their representations are sent. */
export function compileEntityFetch(
  fetch: FetchNode,
  requires: NonNullable<FetchNode['requires']>,
  path: PlanPath,
  context: FetchContext,
): Step {
  const targetsOf = compileTargetsOf(path, context);
  const gate = context.gateOf(fetch);
  if (gate === undefined) {
    return withTargets(targetsOf, compileVariant(fetch, requires, path, context, fetch));
  }
  const ownersIn = compileOwners(path, context.personType);
  const variants = new WeakMap<FetchNode, FetchForObjects>();
  const variantOf = (variant: FetchNode): FetchForObjects => {
    const compiled =
      variants.get(variant) ?? compileVariant(variant, variant.requires ?? requires, path, context, fetch);
    variants.set(variant, compiled);
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
      return Promise.all(Array.from(byVariant, ([variant, objects]) => variantOf(variant)(run, objects)));
    };
    // The facts about all persons are known before anything is sent.
    const loading = gate.load(candidates.flatMap(ownersOf), run.persons);
    return loading === undefined ? send() : loading.then(send);
  });
}

/** @param planned the fetch as it stands in the plan; `fetch` may be a part of it */
function compileVariant(
  fetch: FetchNode,
  requires: NonNullable<FetchNode['requires']>,
  path: PlanPath,
  context: FetchContext,
  planned: FetchNode,
): FetchForObjects {
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

  function receive(run: Run, targets: readonly JsonObject[][], reply: EntityReply, first: number, count: number): void {
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
  }

  return (run, candidates) => {
    const representations: string[] = [];
    const targets: JsonObject[][] = [];
    collectDistinct(candidates, representation, representations, targets);
    if (representations.length === 0) return undefined;
    if (run.signal.aborted || run.spending.isOver) {
      return reportTargets(run, { subgraph, code: 'REQUEST_CANCELLED' }, placesOf(run.data, targets.flat()), keys);
    }

    const sent = entityBatches.send(text, variablesText(run.variables), representations, run.callContext);
    if (sent instanceof Promise) return sent.then((reply) => receive(run, targets, reply, 0, representations.length));
    return Promise.all(
      sent.map(({ from, count, reply }) => reply.then((part) => receive(run, targets, part, from, count))),
    );
  };
}

/**
 * Representations to send, and the objects that each one stands for. Equal ones are sent once, and what comes back is
 * merged into all of their objects.
 */
function collectDistinct(
  candidates: readonly JsonObject[],
  compiled: Representation,
  representations: string[],
  targets: JsonObject[][],
): void {
  const texts = new Map<string, JsonObject[]>();
  const known = new Map<unknown, JsonObject[]>();
  let typename: unknown;
  for (const target of candidates) {
    // Keys alone distinguish only objects of one type.
    if (target.__typename !== typename) {
      typename = target.__typename;
      known.clear();
    }
    const identity = compiled.identity(target);
    const alike = identity === undefined ? undefined : known.get(identity);
    if (alike !== undefined) {
      alike.push(target);
      continue;
    }
    const text = compiled.text(target);
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
}

/** Notes that several objects of the response now hold the same values, so that their text is written once. */
function shareValues(run: Run, entity: JsonObject): void {
  for (const value of Object.values(entity))
    if (typeof value === 'object' && value !== null) run.shared.set(value, undefined);
}
