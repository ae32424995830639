import type { GraphQLSchema } from 'graphql';
import { createValidatedDocuments } from '../documents/validatedDocuments.ts';
import type { Engine } from '../execution/contract/engine.ts';
import type { Pipeline } from '../pipeline.ts';
import type { ScopedCaches } from '../runtime/caches.ts';
import type { Generation } from './generation.ts';
import { createGraphqlServer, type DocumentLimits } from './graphqlServer.ts';
import type { SupergraphVersion } from './supergraphVersion.ts';

/** Puts the server that validates documents before a pipeline. */
export async function serveGraph(
  { number, subgraphUrls }: Pick<SupergraphVersion, 'number' | 'subgraphUrls'>,
  parts: {
    readonly schema: GraphQLSchema;
    readonly pipeline: Pipeline;
    readonly engine: Engine;
    readonly caches: ScopedCaches;
  },
  deps: { readonly limits: DocumentLimits; readonly onError: (error: unknown) => void },
): Promise<Generation> {
  const { schema, pipeline, engine, caches } = parts;
  const documents = createValidatedDocuments(caches);
  const server = createGraphqlServer({ schema, pipeline, documents, caches, ...deps });
  await server.start();
  return {
    ...{ number, pipeline, documents, server, subgraphUrls },
    inFlight: 0,
    onIdle: undefined,
    async dispose() {
      await server.stop();
      await engine.stop();
      caches.release();
    },
  };
}
