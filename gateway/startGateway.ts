import type { KeyObject } from 'node:crypto';
import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import { createKeySet, type KeySetOptions } from '../keys/keySet.ts';
import type { DatasetCatalogue } from '../schema/datasetCatalogue.ts';
import { followApprovalFeed } from './approvals/approvalFeed.ts';
import { createFeedVerifier } from './approvals/feedVerifier.ts';
import type { ProposedApprovals } from './approvals/proposedApprovals.ts';
import { createRefusalLog } from './authentication/refusalLog.ts';
import { createTokenVerifier } from './authentication/tokenVerifier.ts';
import { createAttribution } from './authorization/attribution.ts';
import { createDecisions } from './authorization/decisions/decisions.ts';
import { createCallerAllowance } from './budget/callerAllowance.ts';
import { createDemandControl } from './budget/demandControl.ts';
import { type LedgerChoice, startDisclosure } from './disclosure/startDisclosure.ts';
import { engineThatSaysWhatItShows } from './disclosure/tracking/engineThatSaysWhatItShows.ts';
import { personIdKey, subjectKey } from './documents/hiddenKeys.ts';
import type { IntrospectionSetting } from './documents/introspection.ts';
import { createKnownDocuments } from './documents/knownDocuments.ts';
import { createEmergencies } from './emergency/emergencies.ts';
import { createEmergencySource, HOUSEHOLD_QUERY } from './emergency/emergencySource.ts';
import { createEngine, type EngineChoice } from './execution/createEngine.ts';
import { createFactSources } from './facts/factSources.ts';
import { createOwnQuestion } from './facts/ownQuestion.ts';
import { createPersonFacts } from './facts/personFacts.ts';
import { createGrantSigner } from './grants/grants.ts';
import { publicJwk } from './grants/signingKey.ts';
import { createAuthenticate } from './http/authenticateRequest.ts';
import { createFront } from './http/createFront.ts';
import { createGraphqlServer } from './http/graphqlServer.ts';
import type { AllowedOrigins } from './http/headers/cors.ts';
import { healthRoutes, systemProblem, workersCheck } from './http/health.ts';
import { listen } from './http/listen.ts';
import { createMetrics, feedAlarmMetric } from './http/metrics.ts';
import type { GatewayLimits } from './limits.ts';
import type { Pipeline } from './pipeline.ts';
import type { PlannerFor } from './planning/planner/queryPlanner.ts';
import { createDryRun } from './preparation/createDryRun.ts';
import { createPrepareRequest } from './preparation/prepareRequest.ts';
import { explain } from './response/explanation.ts';
import { createTransforms } from './response/transforms.ts';
import { createCaches } from './runtime/caches.ts';
import { type StopPart, startTogether } from './runtime/startTogether.ts';
import type { WorkerPart } from './runtime/workers.ts';
import { keepNewObjectsYoung } from './runtime/youngGeneration.ts';
import { PERSON_TYPE } from './supergraph/policyTable.ts';
import type { Supergraph } from './supergraph/readSupergraph.ts';

/** Whose data it is that is shown. */
const person = { typeName: PERSON_TYPE, idKey: personIdKey, subjectKey } as const;

export interface GatewayOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly supergraph: Supergraph;
  readonly catalogue: DatasetCatalogue;
  /** Address of each subgraph's GraphQL endpoint, by its name in the supergraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly callers: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string };
  /** Signs the grants to subgraphs: an EC P-256 private key. */
  readonly grantKey: KeyObject;
  readonly feed: { readonly url: string; readonly jwksUrl: string; readonly maxAgeSeconds: number };
  readonly engine: EngineChoice;
  /** Default: a planner with a thread of its own. */
  readonly plannerFor?: PlannerFor | undefined;
  /** Where disclosures are recorded before they are made. */
  readonly ledger: LedgerChoice;
  /** Default: authenticated. */
  readonly introspection?: IntrospectionSetting;
  /** Approvals that a request in the mode dry-run is held against. */
  readonly proposedApprovals?: ProposedApprovals;
  readonly limits: GatewayLimits;
  /** Origins of web pages that may call the gateway. Default: none. */
  readonly allowedOrigins?: AllowedOrigins;
  /** One of several processes on the port. */
  readonly worker?: WorkerPart;
  /** How long, once told to stop, it goes on taking requests while callers learn that it does. Default: not at all. */
  readonly drainMs?: number;
  readonly clock: () => Date;
  readonly log: (message: string, details?: Readonly<Record<string, unknown>>) => void;
}

/** What facts about persons are made of. */
const FACT_DATASETS = ['identity.household', 'childwelfare.case', 'childwelfare.assignments'];

export interface RunningGateway {
  /** The GraphQL endpoint. */
  readonly url: string;
  /** Resolves once the approvals are known for the first time. */
  readonly ready: Promise<void>;
  /** Refuses new requests, lets those under way finish, and stops. */
  stop(): Promise<void>;
}

/** Wires the stages of the path and listens. Rejects when a part cannot start or the port is taken; then nothing runs. */
export function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  return startTogether((started) => startParts(options, started));
}

async function startParts(options: GatewayOptions, started: (stop: StopPart) => void): Promise<RunningGateway> {
  keepNewObjectsYoung();
  const { supergraph, catalogue, subgraphUrls, limits, clock, log } = options;
  for (const name of supergraph.subgraphs.keys()) {
    if (!subgraphUrls.has(name)) throw new Error(`No address is configured for the subgraph ${name}.`);
  }
  const caches = createCaches(limits.maxCacheBytes);
  const metrics = createMetrics(caches);
  const { key, jwk } = publicJwk(options.grantKey);
  const grants = createGrantSigner(key, clock, caches);
  const schema = FederationSupergraph.build(supergraph.executableSdl).apiSchema().toGraphQLJSSchema();
  const attribution = createAttribution(schema, person.typeName, supergraph.policies);
  const disclosure = await startDisclosure({
    choice: options.ledger,
    schema,
    personType: person.typeName,
    attribution,
    ...{ policies: supergraph.policies, catalogue, caches, clock, log },
  });
  started(disclosure.stop);
  const engine = await createEngine({
    ...options.engine,
    supergraphSdl: supergraph.executableSdl,
    subgraphUrls,
    schema,
    timeoutMs: limits.subgraphTimeoutMs,
    maxResponseBytes: limits.maxSubgraphResponseBytes,
    maxRepresentations: limits.maxRepresentations,
    budget: limits,
    maxPlanningMs: limits.maxPlanningMs,
    planningWatch: metrics.planning,
    plannerFor: options.plannerFor,
    caches,
  });
  started(engine.stop);
  const keysOf = (publisher: string, url: string, algorithms: KeySetOptions['algorithms']) =>
    createKeySet({
      ...{ url, algorithms, maxAgeMs: limits.maxKeyAgeMs, clock },
      onRefresh: (failure) =>
        log(failure === undefined ? 'signing keys refreshed' : 'signing keys not refreshed', { publisher, failure }),
    });
  const callerKeys = keysOf('identity provider', options.callers.jwksUrl, ['RS256', 'ES256']);
  const feedKeys = keysOf('emou', options.feed.jwksUrl, ['ES256']);
  started(callerKeys.stop);
  started(feedKeys.stop);
  const feed = followApprovalFeed({
    url: options.feed.url,
    authorization: () => grants.authorizationForFeed(),
    verify: createFeedVerifier(feedKeys),
    maxAgeSeconds: options.feed.maxAgeSeconds,
    datasets: new Set(catalogue.datasets.keys()),
    maxApprovals: limits.maxApprovals,
    clock,
    log: (message, details) => {
      metrics.feedInterruptions.inc();
      log(message, details);
    },
  });
  started(feed.stop);
  const ownRights = grants.credentialsForFacts(FACT_DATASETS);
  const emou = {
    url: subgraphUrls.get('emou') ?? '',
    credentials: ownRights,
    timeoutMs: limits.subgraphTimeoutMs,
  };
  feedAlarmMetric(metrics.registry, () => feed.alarm !== undefined);
  const allowance = createCallerAllowance({ maxCost: limits.maxCost, clock, caches });
  const pipeline: Pipeline = {
    decisionsFor: createDecisions({ policies: supergraph.policies, catalogue, feed, clock, caches }),
    demand: createDemandControl({ schema, directives: supergraph.costs, ...limits, allowance }),
    allowance,
    prepare: createPrepareRequest({
      engine: options.ledger.kind === 'on' ? engineThatSaysWhatItShows(engine, schema, person, attribution) : engine,
      schema,
      attribution,
      maxSelections: limits.maxSelections,
      allowance,
      personType: person.typeName,
      transforms: createTransforms(clock),
      maxPrepared: limits.maxPrepared,
      caches,
      introspection: options.introspection ?? 'authenticated',
      onPrepare: (outcome) => metrics.prepared.inc({ outcome }),
      onPlanViolation({ coordinates }) {
        metrics.planViolations.inc();
        log('incident: a plan that asks for what was not allowed was refused', { coordinates });
      },
    }),
    grants,
    disclosure: disclosure.stage,
    personFacts: createPersonFacts({
      sources: createFactSources({
        engine,
        emou,
        caseAgency: catalogue.datasets.get('childwelfare.assignments')?.owner ?? '',
      }),
      maxAgeMs: limits.maxFactAgeMs,
      caches,
      clock,
      onFailure: (error) => log('facts about persons not learned', { error: String(error) }),
    }),
    emergencies: createEmergencies({
      source: createEmergencySource(
        createOwnQuestion({ ...emou, engine, key: 'households', query: HOUSEHOLD_QUERY }),
        emou,
      ),
      maxAgeMs: limits.maxFactAgeMs,
      clock,
      caches,
      onFailure: (error) => log('emergency not on record', { error: String(error) }),
    }),
    learnOfChanges: () => feed.catchUp(),
    approvalsReached: (revision) => feed.reached(revision, limits.revisionWaitMs),
    explain: (uses, decisions) => explain(uses, decisions, supergraph.policies, catalogue),
    dryRun: createDryRun({
      attribution,
      policies: supergraph.policies,
      ...{ catalogue, schema, clock, maxSelections: limits.maxSelections },
      proposed: options.proposedApprovals,
    }),
  };
  const documents = createKnownDocuments(caches);
  const onError = (error: unknown): void =>
    log('request failed', { error: error instanceof Error ? error.stack : String(error) });
  const server = createGraphqlServer({
    schema,
    pipeline,
    limits,
    caches,
    documents,
    onError,
  });
  await server.start();
  started(() => server.stop());

  let stopping = false;
  const logRefusal = createRefusalLog({ log, clock });
  const front = createFront({
    server,
    pipeline,
    documents,
    onError,
    authenticate: createAuthenticate(
      createTokenVerifier({
        keys: callerKeys,
        issuer: options.callers.issuer,
        audience: options.callers.audience,
        clock,
        caches,
        onRefusal: (reason) => {
          metrics.refusedTokens.inc();
          logRefusal(reason);
        },
      }),
      allowance,
    ),
    health: healthRoutes(
      [
        {
          name: 'approval feed',
          problem: async () => (feed.current(clock()) === undefined ? (feed.alarm ?? 'stale') : undefined),
          alarm: () => (feed.alarm === undefined ? undefined : 'lost, or what it said last was refused'),
        },
        { name: 'caller keys', problem: callerKeys.problem, alarm: () => callerKeys.alarm },
        ...workersCheck(options.worker),
        { name: 'ledger', problem: async () => disclosure.problem() },
        ...[...subgraphUrls].map(([name, url]) => ({ name: `subgraph ${name}`, problem: systemProblem(url) })),
      ],
      clock,
      () => stopping,
    ),
    metrics,
    allowedOrigins: options.allowedOrigins ?? [],
    needsToken: true,
    metricsText: options.worker?.metricsText(metrics.registry) ?? (() => metrics.registry.metrics()),
    grantKeys: { keys: [jwk] },
    maxBodyBytes: limits.maxBodyBytes,
    timeoutMs: limits.requestTimeoutMs,
  });

  const listener = await listen(front, options);
  return {
    url: listener.url,
    ready: feed.ready,
    async stop() {
      stopping = true;
      await listener.stop(options.drainMs);
      await server.stop();
      await feed.stop();
      await callerKeys.stop();
      await feedKeys.stop();
      await engine.stop();
      await disclosure.stop();
    },
  };
}
