import { Supergraph as FederationSupergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import type { PlanViolation } from './authorization/verifyPlan.ts';
import type { Engine } from './execution/contract/engine.ts';
import { createEngine } from './execution/createEngine.ts';
import type { GatewayOptions, ServingOptions } from './gatewayOptions.ts';
import { createMetrics, type GatewayMetrics } from './http/metrics.ts';
import type { HttpOptions } from './http/startHttp.ts';
import { type Caches, createCaches } from './runtime/caches.ts';
import type { StopPart } from './runtime/startTogether.ts';

/** Parts that the stages share. */
export interface Parts {
  /** Schema for clients: the supergraph's API schema. */
  readonly schema: GraphQLSchema;
  readonly caches: Caches;
  readonly metrics: GatewayMetrics;
  readonly onPrepare: (outcome: 'hit' | 'pruned' | 'planned') => void;
  readonly onPlanViolation: (violation: PlanViolation) => void;
  /** Registers the function that stops a running part. */
  readonly started: (stop: StopPart) => void;
}

/** The stages of the pipeline, and what HTTP needs from them. */
export interface Stages
  extends Pick<HttpOptions, 'pipeline' | 'authenticate' | 'checks' | 'grantKeys' | 'allowedOrigins' | 'needsToken'> {
  /** Resolves once the approvals are known for the first time. */
  readonly ready: Promise<void>;
}

export function createParts({ supergraph, limits, log }: ServingOptions, started: Parts['started']): Parts {
  const caches = createCaches(limits.maxCacheBytes);
  const metrics = createMetrics(caches);
  return {
    schema: FederationSupergraph.build(supergraph.executableSdl).apiSchema().toGraphQLJSSchema(),
    caches,
    metrics,
    onPrepare: (outcome) => metrics.prepared.inc({ outcome }),
    onPlanViolation({ coordinates }) {
      metrics.planViolations.inc();
      log('incident: a plan that fetches what is not allowed was rejected', { coordinates });
    },
    started,
  };
}

export async function startEngine(
  options: ServingOptions & Pick<GatewayOptions, 'subgraphUrls' | 'plannerFor'>,
  { schema, caches, metrics, started }: Parts,
): Promise<Engine> {
  const { supergraph, subgraphUrls, plannerFor, limits } = options;
  const engine = await createEngine({
    ...options.engine,
    supergraphSdl: supergraph.executableSdl,
    ...{ subgraphUrls, schema, plannerFor, caches },
    timeoutMs: limits.subgraphTimeoutMs,
    maxResponseBytes: limits.maxSubgraphResponseBytes,
    maxRepresentations: limits.maxRepresentations,
    budget: limits,
    maxPlanningMs: limits.maxPlanningMs,
    planningWatch: metrics.planning,
  });
  started(engine.stop);
  return engine;
}
