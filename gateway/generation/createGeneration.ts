import { setImmediate as nextTurn } from 'node:timers/promises';
import { PERSON_TYPE } from '../../supergraph/read/policyTable.ts';
import { requireAddresses } from '../../supergraph/read/readSupergraph.ts';
import type { ApprovalFeed } from '../approvals/approvalFeed.ts';
import type { ProposedApprovals } from '../approvals/proposedApprovals.ts';
import { createAttribution } from '../authorization/attribution.ts';
import { createDecisionCache } from '../authorization/decisions/decisionCache.ts';
import type { CallerAllowance } from '../budget/callerAllowance.ts';
import { createDemandControl } from '../budget/demandControl.ts';
import type { Disclosure } from '../disclosure/startDisclosure.ts';
import type { IntrospectionSetting } from '../documents/introspection.ts';
import type { UsageCounts } from '../documents/usage/usageCounts.ts';
import { createEmergencyStage, householdQueryOf } from '../emergency/createEmergencyStage.ts';
import { createFacts } from '../facts/createFacts.ts';
import { connectEmou } from '../facts/emouClient.ts';
import { caseQueryOf } from '../facts/factSources.ts';
import type { GrantSigner } from '../grants/grantSigner.ts';
import type { Pipeline } from '../pipeline.ts';
import { createDryRun } from '../preparation/dryRun.ts';
import { createPreparation } from '../preparation/prepareRequest.ts';
import { explain } from '../response/explanation.ts';
import type { Caches } from '../runtime/caches.ts';
import { createGraphEngine, type EngineDeps } from './createGraphEngine.ts';
import type { Generation } from './generation.ts';
import type { LoadedGraph } from './loadGraph.ts';
import { serveGraph } from './serveGraph.ts';
import type { SupergraphVersion } from './supergraphVersion.ts';

/** What outlives the generations, and the settings that all of them have. */
export interface GenerationDeps extends EngineDeps {
  readonly caches: Caches;
  readonly grants: GrantSigner;
  readonly feed: ApprovalFeed;
  readonly allowance: CallerAllowance;
  readonly disclosure: Disclosure;
  readonly isRecorded: boolean;
  readonly introspection?: IntrospectionSetting;
  readonly proposedApprovals?: ProposedApprovals;
  readonly usage: UsageCounts | undefined;
}

/**
 * Builds what depends on one supergraph. Each step is a turn of the event loop of its own, so that requests are served
 * in between. Rejects, and leaves nothing running, if the supergraph cannot be served.
 */
export async function createGeneration(
  version: SupergraphVersion,
  graph: LoadedGraph,
  deps: GenerationDeps,
): Promise<Generation> {
  const { catalogue, subgraphUrls } = version;
  const { schema } = graph;
  const { policies, costs, requesterFields, logFields } = graph.supergraph;
  const { feed, grants, allowance, limits, clock } = deps;
  requireAddresses(graph.supergraph, subgraphUrls);
  const caches = deps.caches.scope();
  const attribution = createAttribution(schema, PERSON_TYPE, policies);
  await nextTurn();
  const engine = await createGraphEngine(graph, subgraphUrls, { ...deps, caches });
  await nextTurn();
  const own = { ...deps, ...{ caches, schema, policies, catalogue, requesterFields, attribution, engine, logFields } };
  const emou = connectEmou(subgraphUrls.get('emou') ?? '', grants, limits.subgraphTimeoutMs);
  const askCases = caseQueryOf(engine, emou);
  const askHousehold = householdQueryOf(engine, emou);
  const { prepare, busiest } = createPreparation(own);
  const pipeline: Pipeline = {
    decisionsFor: createDecisionCache({ policies, catalogue, feed, clock, caches }),
    demand: createDemandControl({ schema, directives: costs, ...limits, allowance }),
    allowance,
    prepare,
    grants,
    disclosure: deps.disclosure.stageFor({ ...own, personType: PERSON_TYPE }),
    personFacts: createFacts({ ...own, emou, askCases }),
    emergencies: createEmergencyStage({ ...own, emou, askHousehold }),
    refreshApprovals: () => feed.catchUp(),
    approvalsReached: (revision) => feed.reached(revision, limits.revisionWaitMs),
    explain: (fieldDecisions, decisions) => explain(fieldDecisions, decisions, policies, catalogue),
    dryRun: createDryRun(own),
    usage: deps.usage?.counterFor(schema),
  };
  await nextTurn();
  const ownQueries = [askCases, askHousehold];
  return serveGraph(version, { schema, pipeline, busiest, ownQueries, engine, caches }, deps);
}
