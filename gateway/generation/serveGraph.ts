import { type GraphQLSchema, specifiedRules, validate } from 'graphql';
import { createValidatedDocuments } from '../documents/validatedDocuments.ts';
import type { Engine } from '../execution/contract/engine.ts';
import type { GatewayQuery } from '../facts/gatewayQuery.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Preparation } from '../preparation/preparedRequest.ts';
import type { ScopedCaches } from '../runtime/caches.ts';
import type { Generation } from './generation.ts';
import { createGraphqlServer, type DocumentLimits, ownRules } from './graphqlServer.ts';
import type { SupergraphVersion } from './supergraphVersion.ts';

/** Parts of a generation that the server for its documents is put before. */
export interface ServedParts {
  readonly schema: GraphQLSchema;
  readonly pipeline: Pipeline;
  readonly busiest: Preparation['busiest'];
  readonly ownQueries: readonly GatewayQuery[];
  readonly engine: Engine;
  readonly caches: ScopedCaches;
}

/** Puts the server that validates documents before a pipeline. */
export async function serveGraph(
  { number, subgraphUrls }: Pick<SupergraphVersion, 'number' | 'subgraphUrls'>,
  { schema, pipeline, busiest, ownQueries, engine, caches }: ServedParts,
  deps: { readonly limits: DocumentLimits; readonly onError: (error: unknown) => void },
): Promise<Generation> {
  const documents = createValidatedDocuments(caches);
  const server = createGraphqlServer({ schema, pipeline, documents, caches, ...deps });
  await server.start();
  const rules = [...specifiedRules, ...ownRules(deps.limits)];
  return {
    ...{ number, pipeline, documents, server, subgraphUrls, busiest, ownQueries },
    isValid: (document) => validate(schema, document, rules).length === 0,
    inFlight: 0,
    onIdle: undefined,
    async dispose() {
      await server.stop();
      await engine.stop();
      caches.release();
    },
  };
}
