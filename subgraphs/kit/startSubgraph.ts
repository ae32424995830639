import { parse } from 'graphql';
import { createKeySet } from '../../keys/keySet.ts';
import { personsOfCall } from '../../schema/persons/personKeys.ts';
import { FACTS_HEADER } from '../../schema/tokens/factsToken.ts';
import { openDatabase } from './database/database.ts';
import { createPersonFacts } from './facts/personFacts.ts';
import { createFactsVerifier, createGrantVerifier, createPersonListVerifier } from './grants/grantVerifier.ts';
import { buildGuardedSchema } from './guards/buildGuardedSchema.ts';
import { readFieldGuards } from './guards/fieldGuards.ts';
import { createPersonsOfAnswer } from './guards/personOfField.ts';
import { createApollo } from './http/createApollo.ts';
import { createServer } from './http/createServer.ts';
import { createGraphqlEndpoint } from './http/graphqlEndpoint.ts';
import { closeServer, listen } from './http/httpLifetime.ts';
import { createObjectBudget } from './limits/objectBudget.ts';
import {
  defaultLimits,
  type RunningSubgraph,
  type SubgraphDefinition,
  type SubgraphOptions,
  type SubgraphRoutes,
  type SubgraphSystem,
} from './subgraphDefinition.ts';

export type { RunningSubgraph };

/**
 * Serves an agency's system, whose migrations have already run (migrations.ts). Rejects, leaving nothing open, if the
 * SDL leaves a field undecided, a route cannot be opened or the port is taken. Starts while the database is down: the
 * system is not ready until the database is back.
 */
export async function startSubgraph(
  definition: SubgraphDefinition,
  options: SubgraphOptions,
): Promise<RunningSubgraph> {
  const { name, plansOnce } = definition;
  const { clock, log, databaseUrl } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const host = options.host ?? '127.0.0.1';

  const document = parse(definition.schema);
  const guards = readFieldGuards(document);
  const apollo = createApollo(buildGuardedSchema(document, definition.resolvers, guards), name, log);
  const keys = createKeySet({
    url: options.grantJwksUrl,
    algorithms: ['ES256'],
    maxAgeMs: limits.maxKeyAgeMs,
    clock,
    onRefresh: (failure) =>
      log({
        level: failure === undefined ? 'info' : 'error',
        system: name,
        event: `The gateway's signing keys ${failure === undefined ? 'were refreshed.' : `cannot be refreshed: ${failure}.`}`,
      }),
  });
  const grants = createGrantVerifier({ audience: name, keys, guards, clock });
  const factsTokens = createFactsVerifier({ keys, clock });
  const personListTokens = createPersonListVerifier({ keys, clock });
  const factsFor = createPersonFacts({
    url: () => options.factsUrl?.(),
    timeoutMs: limits.factTimeoutMs,
    maxAgeMs: limits.maxFactAgeMs,
    clock,
    always: definition.asksAboutNamedPersons === true,
  });
  const database = openDatabase({ system: name, databaseUrl, plansOnce, log, onQuery: options.onQuery, ...limits });
  const tokens = { grants, factsTokens, personListTokens };
  const system: SubgraphSystem = { name, database, databaseUrl, ...tokens, clock, log };

  let draining = false;
  let routes: SubgraphRoutes | undefined;
  const server = createServer({
    system: name,
    graphql: createGraphqlEndpoint({
      apollo,
      grants,
      ...limits,
      createContext: (grant, call, end) => {
        const ofRequest = { ...system, database: database.forRequest(end) };
        return {
          grant: grant.claims,
          system: ofRequest,
          loaders: definition.createLoaders(ofRequest),
          disclosure: grant.disclosure,
          facts: factsFor(grant, () => ({
            authorization: call.headerOf(FACTS_HEADER),
            persons: personsOfCall(name, call.text, () => call.variables),
          })),
          persons: createPersonsOfAnswer(guards.personKey),
          headerOf: call.headerOf,
          reported: [],
          budget: createObjectBudget(limits.maxObjects),
          end,
        };
      },
    }),
    router: () => routes?.router,
    isDraining: () => draining,
    ping: () => database.ping(),
    log,
  });

  async function close(): Promise<void> {
    draining = true;
    const closed = closeServer(server, limits.drainMs);
    await routes?.stop();
    await closed;
    await keys.stop();
    await apollo.stop();
    await database.stop();
  }

  try {
    await apollo.start();
    routes = await definition.openRoutes?.(system);
    const port = await listen(server, options.port, host);
    log({ level: 'info', system: name, event: `Listening on port ${port}.` });
    let stopped: Promise<void> | undefined;
    return {
      name,
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/graphql`,
      stop: () => {
        stopped ??= close();
        return stopped;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
