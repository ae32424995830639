import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { requireStorableText } from '../../../schema/graphql/requireStorableText.ts';
import { requireOperation } from '../../../schema/graphql/resolvedOperation.ts';
import { createErrorMask } from '../errors/maskError.ts';
import { sendReportedErrors } from '../errors/reportedErrors.ts';
import type { Log } from '../log.ts';
import type { SubgraphContext } from '../subgraphDefinition.ts';

/** Discards what Apollo would print to stderr, because the error mask already logs it. */
const silent = (): void => undefined;
const silentLogger = { debug: silent, info: silent, warn: silent, error: silent };

/** Maximum characters of operation text whose documents are cached. A document takes up to 150 bytes per character. */
const MAX_DOCUMENT_TEXT = 250_000;

/**
 * Cache of parsed documents by hash. Apollo Server's own cache holds 30 MiB of JSON, several times as much in heap, and
 * many systems in one process would each hold that for operations that are never sent again.
 */
function parsedDocuments(): NonNullable<ApolloServerOptions<SubgraphContext>['documentStore']> {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_DOCUMENT_TEXT,
    sizeCalculation: ({ loc }) => 1 + (loc?.source.body.length ?? 0),
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}

/**
 * Creates an Apollo Server with every feature disabled that reveals more than the response. `_service` is an ordinary
 * field and stays.
 */
export function createApollo(schema: GraphQLSchema, system: string, log: Log): ApolloServer<SubgraphContext> {
  return new ApolloServer<SubgraphContext>({
    schema,
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    documentStore: parsedDocuments(),
    formatError: createErrorMask(system, log),
    logger: silentLogger,
    // Each of these would listen to every field of every response.
    plugins: [
      requireOperation,
      requireStorableText({ variables: false }),
      sendReportedErrors,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
