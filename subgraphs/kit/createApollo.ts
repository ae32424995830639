import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { requireStorableText } from '../../schema/requireStorableText.ts';
import { requireOperation } from '../../schema/resolvedOperation.ts';
import type { Log } from './log.ts';
import { createErrorMask } from './maskError.ts';
import type { SubgraphContext } from './subgraphDefinition.ts';

/** Apollo would print to stderr what the error mask already tells the log. */
const silent = (): void => undefined;
const silentLogger = { debug: silent, info: silent, warn: silent, error: silent };

/** Apollo Server with everything off that shows more than the answer; `_service` is an ordinary field and stays. */
export function createApollo(schema: GraphQLSchema, system: string, log: Log): ApolloServer<SubgraphContext> {
  return new ApolloServer<SubgraphContext>({
    schema,
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: createErrorMask(system, log),
    logger: silentLogger,
    // Each of these would listen to every field of every answer.
    plugins: [
      requireOperation,
      requireStorableText({ variables: false }),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
