import type { FetchNode } from '@apollo/query-planner';
import type { JsonObject } from '../json/json.ts';
import { createFetchText } from '../transport/fetchText.ts';
import { createJointQuery } from '../transport/jointQuery.ts';
import type { RootFetch } from '../transport/rootCalls.ts';
import { compileEntityFetch } from './compileEntityFetch.ts';
import { compileErrorPath, compileTargetsOf, type FetchContext, reportTargets, withTargets } from './fetchContext.ts';
import { compileMerge } from './mergeJson.ts';
import { compileOutputRewrites } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import { compilePlaces, type PlanPath } from './targets.ts';
import { compileVariablesText } from './variables.ts';

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

  return path.length === 0 ? (run) => send(run, [run.data]) : withTargets(targetsOf, send);

  function send(run: Run, targets: readonly JsonObject[]): Promise<unknown> | undefined {
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
