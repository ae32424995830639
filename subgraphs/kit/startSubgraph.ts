import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import express from 'express';
import { parse } from 'graphql';
import { buildGuardedSchema } from './buildGuardedSchema.ts';
import { openDatabase } from './database.ts';
import { readFieldGuards } from './fieldGuards.ts';
import { createGrantVerifier, type VerifiedGrant } from './grantVerifier.ts';
import { createGraphqlDoor } from './graphqlDoor.ts';
import { healthRoutes } from './healthRoutes.ts';
import { createErrorMask } from './maskError.ts';
import {
  defaultLimits,
  type RunningSubgraph,
  type SubgraphContext,
  type SubgraphDefinition,
  type SubgraphOptions,
  type SubgraphSystem,
} from './subgraphDefinition.ts';

export type { RunningSubgraph, SubgraphContext, SubgraphDefinition, SubgraphOptions, SubgraphSystem };

/** Serves an agency's system. Its migrations have run (migrations.ts). Rejects when the SDL leaves a field undecided or the port is taken. */
export async function startSubgraph(
  definition: SubgraphDefinition,
  options: SubgraphOptions,
): Promise<RunningSubgraph> {
  const { name } = definition;
  const { clock, log, databaseUrl } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const host = options.host ?? '127.0.0.1';

  const document = parse(definition.schema);
  const guards = readFieldGuards(document);
  const schema = buildGuardedSchema(document, definition.resolvers, guards);
  const grants = createGrantVerifier({ audience: name, jwksUrl: options.grantJwksUrl, guards, clock });
  const database = openDatabase({ system: name, databaseUrl, log, onQuery: options.onQuery, ...limits });
  const system: SubgraphSystem = { name, database, databaseUrl, grants, clock, log };

  const apollo = new ApolloServer<SubgraphContext>({
    schema,
    introspection: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: createErrorMask(name, log),
    logger: silentLogger,
    // Each of these would listen to every field of every answer.
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await apollo.start();

  const createContext = ({ claims, mayDisclose }: VerifiedGrant): SubgraphContext => ({
    grant: claims,
    system,
    loaders: definition.createLoaders(system),
    mayDisclose,
  });
  const graphql = createGraphqlDoor({ apollo, grants, createContext, maxBodyBytes: limits.maxBodyBytes });
  const routes = await definition.openRoutes?.(system);

  let draining = false;
  const app = express();
  app.disable('x-powered-by');
  app.use(healthRoutes({ isDraining: () => draining, ping: () => database.ping() }));
  if (routes !== undefined) app.use(routes.router);
  app.use((_request, response) => void response.status(404).json({ errors: [{ message: 'Not found.' }] }));
  app.use(((error, _request, response, _next) => {
    log({
      level: 'error',
      system: name,
      event: 'A route failed.',
      code: error instanceof Error ? error.name : 'UNKNOWN',
    });
    fail(response);
  }) satisfies express.ErrorRequestHandler);

  const server = createServer((request, response) => {
    if (draining) response.setHeader('connection', 'close');
    const path = request.url?.split('?', 1)[0];
    if (path !== '/graphql') return void app(request, response);
    return void graphql(request, response).catch((error: unknown) => {
      log({
        level: 'error',
        system: name,
        event: 'A request failed.',
        code: error instanceof Error ? error.name : 'UNKNOWN',
      });
      fail(response);
    });
  });
  // Longer than the gateway keeps its idle connections, so that it never writes into one that is just being closed.
  server.keepAliveTimeout = 75_000;
  server.requestTimeout = 30_000;

  async function close(): Promise<void> {
    draining = true;
    const closed = closeServer(server, limits.drainMs);
    await routes?.stop();
    await closed;
    await apollo.stop();
    await database.stop();
  }

  try {
    await listen(server, options.port, host);
  } catch (error) {
    await close();
    throw error;
  }
  // A TCP server that listens has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  const hostInUrl = host.includes(':') ? `[${host}]` : host;
  log({ level: 'info', system: name, event: `Listening on port ${port}.` });

  let stopped: Promise<void> | undefined;
  return {
    name,
    url: `http://${hostInUrl}:${port}/graphql`,
    stop: () => {
      stopped ??= close();
      return stopped;
    },
  };
}

/** Apollo would print to stderr what the error mask already tells the log. */
const silent = (): void => undefined;
const silentLogger = { debug: silent, info: silent, warn: silent, error: silent };

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Takes no new connection, lets requests in flight finish, and after `drainMs` cuts off those that have not. */
function closeServer(server: Server, drainMs: number): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), drainMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function fail(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(500, { 'content-type': 'application/json; charset=utf-8' });
  response.end(
    JSON.stringify({ errors: [{ message: 'Internal error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
  );
}
