import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { PlannerFor, PlanningWatch } from '../planning/planner/queryPlanner.ts';
import type { Caches } from '../runtime/caches.ts';
import { createCompiledEngine, type SlowSubgraphs } from './compiled/createCompiledEngine.ts';
import type { Engine } from './contract/engine.ts';
import type { ResponseBudget } from './contract/responseBudget.ts';
import type { EngineName } from './engineNames.ts';

export interface EngineChoice {
  readonly engine: EngineName;
  /** Calls of requests with equal rights are put together (compiled engine only). */
  readonly batching: boolean;
}

export interface EngineOptions extends EngineChoice {
  readonly supergraphSdl: string;
  /** The same, parsed. Default: it is parsed here. */
  readonly supergraph?: DocumentNode;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly schema: GraphQLSchema;
  readonly timeoutMs: number;
  /** Subgraphs that may take longer (compiled engine only). */
  readonly slow?: SlowSubgraphs;
  readonly maxResponseBytes: number;
  readonly maxRepresentations: number;
  /** Default: `defaultResponseBudget`. */
  readonly budget?: ResponseBudget | undefined;
  /** Default: that of `defaultPlanningLimits`. */
  readonly maxPlanningMs?: number | undefined;
  readonly caches: Caches;
  /** Called after every planning. */
  readonly planningWatch?: PlanningWatch;
  /** Makes the planner; by default one with a thread of its own. */
  readonly plannerFor?: PlannerFor | undefined;
}

/** The compiled engine, or the stock one as fallback and oracle. */
export async function createEngine({ engine, ...options }: EngineOptions): Promise<Engine> {
  switch (engine) {
    case 'compiled':
      return createCompiledEngine(options);
    case 'apollo': {
      // Apollo's gateway is half a second of loading that the other engine has no use for.
      const { createApolloEngine } = await import('./apollo/createApolloEngine.ts');
      return createApolloEngine(options);
    }
  }
}
