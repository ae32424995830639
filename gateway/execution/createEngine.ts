import type { GraphQLSchema } from 'graphql';
import type { Caches } from '../caches.ts';
import type { PlanningWatch } from '../planning/queryPlanner.ts';
import { createApolloEngine } from './apollo/createApolloEngine.ts';
import { createCompiledEngine } from './compiled/createCompiledEngine.ts';
import type { Engine } from './engine.ts';
import type { EngineName } from './engineNames.ts';

export interface EngineChoice {
  readonly engine: EngineName;
  /** Calls of requests with equal rights are put together (compiled engine only). */
  readonly batching: boolean;
}

export interface EngineOptions extends EngineChoice {
  readonly supergraphSdl: string;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly schema: GraphQLSchema;
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly maxRepresentations: number;
  readonly caches: Caches;
  /** Told of every planning (compiled engine only). */
  readonly planningWatch?: PlanningWatch;
}

/** The compiled engine, or the stock one as fallback and oracle. */
export function createEngine({ engine, ...options }: EngineOptions): Promise<Engine> {
  switch (engine) {
    case 'compiled':
      return createCompiledEngine(options);
    case 'apollo':
      return createApolloEngine(options);
  }
}
