import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { shopResolvers } from './resolvers.ts';
import { type ShopSystem, shopSchemas } from './schemas.ts';

export interface Shop {
  /** Address of each subgraph's GraphQL endpoint, by name. */
  readonly urls: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

type Modules = Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>;

/** The four subgraphs, each on its own port. Each query reaches them once; from then on the replay responds. */
export async function startShop(): Promise<Shop> {
  // The keys of an object literal are its type's keys.
  const names = Object.keys(shopSchemas) as ShopSystem[];
  const systems = await Promise.all(names.map(startSystem));
  return {
    urls: Object.fromEntries(systems.map(({ name, url }) => [name, url])),
    async stop() {
      for (const { stop } of systems) await stop();
    },
  };
}

async function startSystem(name: ShopSystem) {
  const schema = buildSubgraphSchema({
    typeDefs: parse(shopSchemas[name]),
    // The library's own name for a map of resolvers is not exported; it checks the map when it builds the schema.
    resolvers: shopResolvers[name] as NonNullable<Modules['resolvers']>,
  });
  const server = createServer(async (request, response) => {
    try {
      // Called only by the replay.
      const { query, variables } = (await json(request)) as { query: string; variables?: Record<string, unknown> };
      const body = JSON.stringify(await graphql({ schema, source: query, variableValues: variables ?? {} }));
      response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    } catch (error) {
      response.writeHead(400).end(error instanceof Error ? error.message : 'The request cannot be read.');
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    name,
    url: `http://127.0.0.1:${port}/graphql`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
