import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import { denyUnknown } from '../authorization/decisions/denials.ts';
import { unlimitedAllowance } from '../budget/callerAllowance.ts';
import { createDemandControl } from '../budget/demandControl.ts';
import { noDisclosure } from '../disclosure/noDisclosure.ts';
import { noEmergency } from '../emergency/emergencies.ts';
import { createPrepareRequest } from '../preparation/prepareRequest.ts';
import { createTransforms } from '../response/transforms.ts';
import { createGraphEngine, type EngineDeps } from './createGraphEngine.ts';
import type { Generation } from './generation.ts';
import type { LoadedGraph } from './loadGraph.ts';
import { serveGraph } from './serveGraph.ts';

/**
 * Serves any federation supergraph to anybody. It rejects a supergraph that guards anything, so that starting the wrong
 * command cannot open guarded data.
 */
export async function createOpenGeneration(graph: LoadedGraph, deps: EngineDeps): Promise<Generation> {
  const { supergraph, schema } = graph;
  const { limits, clock } = deps;
  if (supergraph.policies.datasets.size > 0) {
    throw new Error('This supergraph guards fields with @policy, so it cannot be served without authorization.');
  }
  const caches = deps.caches.scope();
  const engine = await createGraphEngine(graph, supergraph.subgraphs, { ...deps, caches });
  const allowance = unlimitedAllowance;
  const { prepare, busiest } = createPrepareRequest({
    ...{ engine, schema, caches },
    maxSelections: limits.maxSelections,
    maxPrepared: limits.maxPrepared,
    personType: undefined,
    transforms: createTransforms(clock),
    introspection: 'authenticated',
    onPrepare: deps.onPrepare,
    onPlanViolation: deps.onPlanViolation,
  });
  const pipeline = {
    decisionsFor: () => everythingAllowed,
    demand: createDemandControl({ schema, directives: supergraph.costs, ...limits, allowance }),
    allowance,
    prepare,
    grants: {
      credentialsFor: () => ({ keyFor: () => 'open', headersFor: () => ({}) }),
      credentialsForFacts: () => ({ keyFor: () => 'open', headersFor: () => ({}) }),
      authorizationFor: () => '',
    },
    disclosure: noDisclosure,
    emergencies: async () => noEmergency,
    personFacts: () => ({ holds: () => false, load: async () => undefined }),
    refreshApprovals: async () => undefined,
    approvalsReached: async () => true,
    explain: () => [],
    dryRun: () => '',
    usage: undefined,
  };
  const served = { number: 0, subgraphUrls: supergraph.subgraphs };
  return serveGraph(served, { schema, pipeline, busiest, ownQueries: [], engine, caches }, deps);
}

const everythingAllowed: DecisionTable = {
  agency: 'none',
  roles: [],
  purpose: 'none',
  revision: 0,
  identity: {},
  validUntil: Number.POSITIVE_INFINITY,
  decide: () => ({ kind: 'allow', basis: { kind: 'public' } }),
  decideType: () => ({ kind: 'allow', basis: { kind: 'public' } }),
  decideArgument: () => ({ kind: 'allow', basis: { kind: 'public' } }),
  decideInput: () => ({ kind: 'allow', basis: { kind: 'public' } }),
  closedInputs: { never: [], sometimes: [] },
  defaultedArguments: () => [],
  approval: () => undefined,
  unmet: () => denyUnknown(undefined),
  inWords: () => '',
  ownerOf: () => null,
  allowedDatasets: () => [],
  conditionsOn: () => new Map(),
};
