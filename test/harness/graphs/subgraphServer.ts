import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  defaultFieldResolver,
  execute,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { inhabit, type World, worldFieldResolver } from './world.ts';

export interface SubgraphDefinition {
  readonly name: string;
  readonly sdl: string;
  /** Written for the first version of federation, which knows no @link. */
  readonly federation1?: true;
  readonly resolvers?: Readonly<Record<string, unknown>>;
  /** Values of fields without a resolver. */
  readonly world?: World;
}

type Modules = Extract<Parameters<typeof buildSubgraphSchema>[0], { typeDefs: unknown }>;

/** One call a subgraph received. */
export interface SubgraphCallRecord {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
}

export interface RunningSubgraph {
  readonly name: string;
  readonly url: string;
  readonly calls: SubgraphCallRecord[];
  stop(): Promise<void>;
}

export const FEDERATION_LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@interfaceObject", "@inaccessible", "@extends"
])`;

/** SDL that does not link federation by itself gets the usual link. */
export const linked = (sdl: string, federation1?: true): string =>
  federation1 || sdl.includes('@link(') ? sdl : `${FEDERATION_LINK}\n${sdl}`;

/** A real subgraph over HTTP on a port of its own. */
export async function startSubgraph({
  name,
  sdl,
  federation1,
  resolvers = {},
  world,
}: SubgraphDefinition): Promise<RunningSubgraph> {
  const schema: GraphQLSchema = buildSubgraphSchema({
    typeDefs: parse(linked(sdl, federation1)),
    // The library's own name for a resolver map is not exported; it checks the map when it builds the schema.
    resolvers: resolvers as NonNullable<Modules['resolvers']>,
  });
  const calls: SubgraphCallRecord[] = [];
  const documents = new Map<string, DocumentNode>();
  if (world !== undefined) inhabit(schema, world);
  const fieldResolver = world === undefined ? defaultFieldResolver : worldFieldResolver(world);
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      // Whether it is ready.
      if (request.method === 'GET') return void response.end();
      const { query, variables = {} } = JSON.parse(Buffer.concat(chunks).toString());
      calls.push({ subgraph: name, query, variables, headers: request.headers });
      const document = documents.get(query) ?? parse(query);
      const errors = documents.has(query) ? [] : validate(schema, document, specifiedRules);
      documents.set(query, document);
      const result =
        errors.length > 0
          ? { errors: errors.map((error) => error.toJSON()) }
          : await execute({ schema, document, fieldResolver, variableValues: variables });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(result));
    });
  });
  // Longer than any pause between two operations: the stock engine does not retry on a connection that just closed.
  server.keepAliveTimeout = 60_000;
  const url = await listen(server);
  return { name, url, calls, stop: () => close(server) };
}

export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    // A listening TCP server has an address object.
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`));
  });
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
