import { createKeySet } from '../../keys/keySet.ts';
import { personsOfCall } from '../../schema/persons/personKeys.ts';
import { FACTS_HEADER } from '../../schema/tokens/factsToken.ts';
import { type Database, openDatabase } from './database/database.ts';
import { noDatabase } from './database/noDatabase.ts';
import { type Encryption, openEncryption } from './encryption/encryption.ts';
import { EncryptionKeyError } from './encryption/keyEncryption.ts';
import { noEncryption } from './encryption/noEncryption.ts';
import { createPersonFacts } from './facts/personFacts.ts';
import { createFactsVerifier, createPersonListVerifier } from './grants/grantVerifier.ts';
import { createPersonsOfAnswer } from './guards/personOfField.ts';
import { createServer } from './http/createServer.ts';
import { createGraphqlEndpoint } from './http/graphqlEndpoint.ts';
import { closeServer, listen } from './http/httpLifetime.ts';
import { createObjectBudget } from './limits/objectBudget.ts';
import { createServedSchema } from './servedSchema.ts';
import {
  defaultLimits,
  type RunningSubgraph,
  type ServedSubgraph,
  type SubgraphOptions,
  type SubgraphRoutes,
  type SubgraphSchema,
  type SubgraphSystem,
} from './subgraphDefinition.ts';

export type { RunningSubgraph };

/**
 * Serves an agency's system, whose migrations have already run (migrations.ts). Rejects, leaving nothing open, if the
 * SDL leaves a field undecided, a route cannot be opened or the port is taken. Starts while the database is down: the
 * system is not ready until the database is back. A system with encrypted tables reads its keys from the database first:
 * it rejects while the database is down, and if the keys are missing or wrong.
 */
export async function startSubgraph(definition: ServedSubgraph, options: SubgraphOptions): Promise<RunningSubgraph> {
  const { name, plansOnce } = definition;
  const { clock, log, databaseUrl } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const host = options.host ?? '127.0.0.1';
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
  let served = createServedSchema(definition, { name, keys, clock, log });
  const factsTokens = createFactsVerifier({ keys, clock });
  const personListTokens = createPersonListVerifier({ keys, clock });
  const factsFor = createPersonFacts({
    url: () => options.factsUrl?.(),
    timeoutMs: limits.factTimeoutMs,
    maxAgeMs: limits.maxFactAgeMs,
    clock,
    always: definition.asksAboutNamedPersons === true,
  });
  const database =
    databaseUrl === undefined
      ? noDatabase(options.ping ?? (() => Promise.resolve()))
      : openDatabase({ system: name, databaseUrl, plansOnce, log, onQuery: options.onQuery, ...limits });
  const encryption = await encryptionOf(definition, options, database).catch(async (error: unknown) => {
    await Promise.all([keys.stop(), database.stop()]);
    throw error;
  });
  const tokens = {
    grants: { verify: (authorization: string | undefined) => served.grants.verify(authorization) },
    factsTokens,
    personListTokens,
  };
  const system: SubgraphSystem = { name, database, databaseUrl: databaseUrl ?? '', encryption, ...tokens, clock, log };

  let latest = 0;
  async function serve(schema: SubgraphSchema): Promise<void> {
    latest += 1;
    const number = latest;
    const next = createServedSchema(schema, { name, keys, clock, log });
    await next.apollo.start();
    // Requests in flight finish on the schema they began with. It holds nothing open and is freed after the last of them.
    if (number === latest) served = next;
  }

  let draining = false;
  let routes: SubgraphRoutes | undefined;
  const server = createServer({
    system: name,
    graphql: createGraphqlEndpoint({
      served: () => served,
      ...limits,
      createContext: (grant, call, end, personKey) => {
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
          persons: createPersonsOfAnswer(personKey),
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
    await served.apollo.stop();
    await database.stop();
    encryption.stop();
  }

  try {
    await served.apollo.start();
    routes = await definition.openRoutes?.(system, serve);
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

async function encryptionOf(
  { name: system, encryptedTables }: ServedSubgraph,
  { databaseUrl, keyEncryption, log, limits }: SubgraphOptions,
  { withClient }: Database,
): Promise<Encryption> {
  if (encryptedTables === undefined) return noEncryption;
  if (keyEncryption === undefined || databaseUrl === undefined) {
    throw new EncryptionKeyError(`The data of ${system} is encrypted. Start it with its database and its key file.`);
  }
  return openEncryption({
    ...{ system, databaseUrl, log, withClient },
    keys: keyEncryption,
    tables: encryptedTables.map((table) => table.name),
    refreshMs: limits?.keyRefreshMs ?? defaultLimits.keyRefreshMs,
  });
}
