import { ApolloServer, type ApolloServerOptions, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql';
import { requireStorableText } from '../../schema/graphql/requireStorableText.ts';
import { requireOperation } from '../../schema/graphql/resolvedOperation.ts';
import { aliasLimit } from '../documents/rules/aliasLimit.ts';
import { depthLimit } from '../documents/rules/depthLimit.ts';
import { onlyQueriesAndMutations } from '../documents/rules/onlyQueriesAndMutations.ts';
import { reservedNames } from '../documents/rules/reservedNames.ts';
import {
  documentBytes,
  MAX_DOCUMENTS,
  type ValidatedDocuments,
  validatedDocument,
} from '../documents/validatedDocuments.ts';
import { operationError } from '../errors/createErrors.ts';
import type { EndSignal } from '../model/endSignal.ts';
import type { AccessOptions, RequestOrigin } from '../model/request.ts';
import type { Requester } from '../model/requester.ts';
import { handleRequest, type Pipeline } from '../pipeline.ts';
import { formatError } from '../response/formatError.ts';
import { ResponseText } from '../response/responseText.ts';
import type { Caches } from '../runtime/caches.ts';

export interface GraphqlContext extends RequestOrigin {
  readonly requester: Requester;
  readonly access: AccessOptions;
  readonly signal: EndSignal;
}

export interface DocumentLimits {
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
}

export interface GraphqlServerOptions {
  readonly schema: GraphQLSchema;
  readonly pipeline: Pipeline;
  readonly limits: DocumentLimits;
  /** Filled with every document that passed the rules. */
  readonly documents: ValidatedDocuments;
  readonly caches: Caches;
  /** Called with errors that callers see masked. */
  readonly onError: (error: unknown) => void;
}

/** Rules for documents, besides those of the GraphQL specification. */
export function ownRules({ maxDepth, maxAliases }: DocumentLimits): ValidationRule[] {
  return [depthLimit(maxDepth), aliasLimit(maxAliases), onlyQueriesAndMutations, reservedNames];
}

type Gateway = ApolloServerOptionsWithGateway<GraphqlContext>['gateway'];

/** Apollo Server, which parses and validates. Everything from pruning on is up to the pipeline. */
export function createGraphqlServer(options: GraphqlServerOptions): ApolloServer<GraphqlContext> {
  return new ApolloServer<GraphqlContext>({
    gateway: gatewayOf(options),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    status400ForVariableCoercionErrors: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    // Callers send a bearer token, which a foreign page cannot make a browser attach: a GET query needs no other proof.
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    documentStore: documentStoreOf(options.caches),
    parseOptions: { maxTokens: options.limits.maxTokens },
    validationRules: ownRules(options.limits),
    formatError: (formatted, error) => {
      const masked = formatError(formatted);
      if (masked.extensions?.code === 'INTERNAL_SERVER_ERROR') options.onError(error);
      return masked;
    },
    // The pipeline returns finished text. Everything else is an error that Apollo Server created.
    stringifyResult: ({ data, ...rest }) =>
      data instanceof ResponseText ? data.text : JSON.stringify(data === undefined ? rest : { ...rest, data }),
    plugins: [
      requireOperation,
      requireStorableText({ variables: true }),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
    ],
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
}

function gatewayOf({ schema, pipeline, documents, onError }: GraphqlServerOptions): Gateway {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return ignore;
    },
    async load() {
      return {
        async executor({ document, queryHash, operationName, request, context }) {
          // Parsed and valid: the next request with this text goes straight to the pipeline.
          const validated =
            request.query === undefined
              ? validatedDocument(document, queryHash)
              : documents.add(request.query, document, queryHash);
          try {
            const data = await handleRequest(pipeline, {
              requester: context.requester,
              requestId: context.requestId,
              client: context.client,
              traceparent: context.traceparent,
              access: context.access,
              operation: validated.operation(operationName ?? undefined),
              variables: request.variables ?? {},
              signal: context.signal,
            });
            // Apollo Server passes `data` through to stringifyResult untouched.
            return { data: data as unknown as Record<string, unknown> };
          } catch (error) {
            if (error instanceof GraphQLError) return { errors: [error] };
            onError(error);
            return { errors: [operationError('INTERNAL_SERVER_ERROR')] };
          }
        },
      };
    },
    async stop() {
      // The engine is stopped where it was started.
    },
  };
}

/**
 * In place of Apollo Server's own store, whose 30 MiB are not counted with our caches and are several times as large.
 */
function documentStoreOf(caches: Caches): NonNullable<ApolloServerOptions<GraphqlContext>['documentStore']> {
  const documents = caches.lru<string, DocumentNode>('validated documents', {
    max: MAX_DOCUMENTS,
    bytesOf: ({ loc }) => documentBytes(loc?.source.body.length ?? 0),
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key) === true,
  };
}

function ignore(): void {
  // Apollo Server's own log could hold documents; the gateway logs what matters itself.
}
