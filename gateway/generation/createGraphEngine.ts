import type { PlanViolation } from '../authorization/verifyPlan.ts';
import type { Engine } from '../execution/contract/engine.ts';
import type { ResponseBudget } from '../execution/contract/responseBudget.ts';
import { createEngine, type EngineChoice } from '../execution/createEngine.ts';
import type { Caches } from '../runtime/caches.ts';
import type { DocumentLimits } from './graphqlServer.ts';
import type { LoadedGraph } from './loadGraph.ts';

/** The registry composes and checks a publication before it responds, which takes seconds. */
const SLOW_SUBGRAPHS: ReadonlySet<string> = new Set(['registry']);
/** What is left of a request's time for a response that says that the registry was too slow. */
const RESPONSE_MS = 500;

export interface GenerationLimits extends DocumentLimits, ResponseBudget {
  readonly maxCost: number;
  readonly assumedListSize: number;
  readonly maxSelections: number;
  readonly maxPrepared: number;
  readonly maxFactAgeMs: number;
  readonly revisionWaitMs: number;
  readonly subgraphTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly maxSubgraphResponseBytes: number;
  readonly maxRepresentations: number;
}

export interface EngineDeps {
  readonly engine: EngineChoice;
  readonly limits: GenerationLimits;
  readonly caches: Caches;
  readonly onPrepare: (outcome: 'hit' | 'pruned' | 'planned') => void;
  readonly onPlanViolation: (violation: PlanViolation) => void;
  /** Called with errors that callers see masked. */
  readonly onError: (error: unknown) => void;
  readonly clock: () => Date;
  readonly log: (message: string, details?: Readonly<Record<string, unknown>>) => void;
}

/** Creates the engine of one supergraph. It stops the graph's planner when it is stopped. */
export function createGraphEngine(
  { supergraph, document, schema, planner }: LoadedGraph,
  subgraphUrls: ReadonlyMap<string, string>,
  { engine, limits, caches }: Pick<EngineDeps, 'engine' | 'limits' | 'caches'>,
): Promise<Engine> {
  return createEngine({
    ...engine,
    ...{ subgraphUrls, schema, caches },
    supergraphSdl: supergraph.executableSdl,
    supergraph: document,
    plannerFor: async () => planner,
    timeoutMs: limits.subgraphTimeoutMs,
    slow: {
      names: SLOW_SUBGRAPHS,
      timeoutMs: Math.max(limits.subgraphTimeoutMs, limits.requestTimeoutMs - RESPONSE_MS),
    },
    maxResponseBytes: limits.maxSubgraphResponseBytes,
    maxRepresentations: limits.maxRepresentations,
    budget: limits,
  });
}
