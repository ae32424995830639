import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import type { DecisionTable } from './authorization/decisions/decisionTable.ts';
import { denyUnknown } from './authorization/decisions/denials.ts';
import { unlimitedAllowance } from './budget/callerAllowance.ts';
import { createDemandControl } from './budget/demandControl.ts';
import { noDisclosure } from './disclosure/noDisclosure.ts';
import { createKnownDocuments } from './documents/knownDocuments.ts';
import { noEmergency } from './emergency/emergencies.ts';
import { createEngine, type EngineChoice } from './execution/createEngine.ts';
import type { Authenticate } from './http/authenticateRequest.ts';
import { createFront } from './http/createFront.ts';
import { createGraphqlServer } from './http/graphqlServer.ts';
import { healthRoutes, workersCheck } from './http/health.ts';
import { listen } from './http/listen.ts';
import { createMetrics } from './http/metrics.ts';
import type { GatewayLimits } from './limits.ts';
import type { Pipeline } from './pipeline.ts';
import { createPrepareRequest } from './preparation/prepareRequest.ts';
import { createTransforms } from './response/transforms.ts';
import { createCaches } from './runtime/caches.ts';
import { type StopPart, startTogether } from './runtime/startTogether.ts';
import type { WorkerPart } from './runtime/workers.ts';
import { keepNewObjectsYoung } from './runtime/youngGeneration.ts';
import type { RunningGateway } from './startGateway.ts';
import type { Supergraph } from './supergraph/readSupergraph.ts';

export interface OpenGatewayOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly supergraph: Supergraph;
  readonly engine: EngineChoice;
  readonly limits: GatewayLimits;
  readonly worker?: WorkerPart;
  readonly drainMs?: number;
  readonly clock: () => Date;
  readonly log: (message: string, details?: Readonly<Record<string, unknown>>) => void;
}

/**
 * Serves any federation supergraph to anybody: for conformance tests and benchmarks of the engine. It refuses a
 * supergraph that guards anything, so that guarded data cannot be opened by starting the wrong command.
 */
export function startOpenGateway(options: OpenGatewayOptions): Promise<RunningGateway> {
  return startTogether((started) => startParts(options, started));
}

async function startParts(options: OpenGatewayOptions, started: (stop: StopPart) => void): Promise<RunningGateway> {
  keepNewObjectsYoung();
  const { supergraph, limits, clock, log } = options;
  if (supergraph.policies.datasets.size > 0) {
    throw new Error('This supergraph guards fields with @policy; it is not served without authorization.');
  }
  const schema = FederationSupergraph.build(supergraph.executableSdl).apiSchema().toGraphQLJSSchema();
  const caches = createCaches(limits.maxCacheBytes);
  const metrics = createMetrics(caches);
  const engine = await createEngine({
    ...options.engine,
    supergraphSdl: supergraph.executableSdl,
    subgraphUrls: supergraph.subgraphs,
    schema,
    timeoutMs: limits.subgraphTimeoutMs,
    maxResponseBytes: limits.maxSubgraphResponseBytes,
    maxRepresentations: limits.maxRepresentations,
    budget: limits,
    maxPlanningMs: limits.maxPlanningMs,
    planningWatch: metrics.planning,
    caches,
  });
  started(engine.stop);
  const documents = createKnownDocuments(caches);
  const onError = (error: unknown): void =>
    log('request failed', { error: error instanceof Error ? error.stack : String(error) });
  const pipeline: Pipeline = {
    decisionsFor: () => everythingAllowed,
    demand: createDemandControl({ schema, directives: supergraph.costs, ...limits, allowance: unlimitedAllowance }),
    allowance: unlimitedAllowance,
    prepare: createPrepareRequest({
      engine,
      schema,
      maxSelections: limits.maxSelections,
      personType: undefined,
      transforms: createTransforms(clock),
      maxPrepared: limits.maxPrepared,
      caches,
      introspection: 'authenticated',
      onPrepare: (outcome) => metrics.prepared.inc({ outcome }),
      onPlanViolation: () => undefined,
    }),
    grants: {
      credentialsFor: () => ({ keyFor: () => 'open', headersFor: () => ({}) }),
      credentialsForFacts: () => ({ keyFor: () => 'open', headersFor: () => ({}) }),
      authorizationForFeed: () => '',
    },
    disclosure: noDisclosure,
    emergencies: async () => noEmergency,
    personFacts: () => ({ holds: () => false, learn: async () => undefined }),
    learnOfChanges: async () => undefined,
    approvalsReached: async () => true,
    explain: () => [],
    dryRun: () => '',
  };
  const server = createGraphqlServer({ schema, pipeline, limits, documents, caches, onError });
  await server.start();
  started(() => server.stop());
  let stopping = false;
  const front = createFront({
    server,
    pipeline,
    documents,
    onError,
    authenticate: asAnybody,
    health: healthRoutes(workersCheck(options.worker), clock, () => stopping),
    metrics,
    allowedOrigins: 'loopback',
    needsToken: false,
    metricsText: options.worker?.metricsText(metrics.registry) ?? (() => metrics.registry.metrics()),
    grantKeys: { keys: [] },
    maxBodyBytes: limits.maxBodyBytes,
    timeoutMs: limits.requestTimeoutMs,
  });
  const listener = await listen(front, options);
  return {
    url: listener.url,
    ready: Promise.resolve(),
    async stop() {
      stopping = true;
      await listener.stop(options.drainMs);
      await server.stop();
      await engine.stop();
    },
  };
}

const asAnybody: Authenticate = async () => ({
  kind: 'known',
  requester: { subject: 'anybody', agency: 'none', roles: [], purpose: 'none' },
});

const everythingAllowed: DecisionTable = {
  agency: 'none',
  roles: [],
  purpose: 'none',
  revision: 0,
  decided: {},
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
