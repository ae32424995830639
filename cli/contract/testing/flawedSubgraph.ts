import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type FormattedExecutionResult, GraphQLError, type GraphQLSchema, graphql, parse } from 'graphql';
import type { Flaw } from './flaw.ts';
import { type Claims, createGrantCheck } from './flawedGrantCheck.ts';

export const SUBGRAPH_SDL = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy", "@tag", "@inaccessible"])
  type Query {
    clubMember(number: String! @tag(name: "filters/clubs/lookup")): Member @policy(policies: [["clubs.lookup"]])
    clubTowns(town: String @tag(name: "filters/clubs/membership")): [String!] @tag(name: "public")
  }
  type Person @key(fields: "clubId") {
    clubId: ID @inaccessible
    membership: Membership @policy(policies: [["clubs.membership"]])
  }
  type Membership @policy(policies: [["clubs.membership"]]) {
    joined: String
    town: String
    dues: Int @policy(policies: [["clubs.dues"]])
    secret: String @tag(name: "hard-bar")
  }
  type Member @policy(policies: [["clubs.lookup"]]) { number: String }`;

interface Context extends Claims {
  /** Reads of numbers. */
  readonly find: (number: unknown) => Promise<Membership | undefined>;
}

interface Membership {
  readonly joined: string;
  readonly town: string;
  readonly dues: number;
  readonly secret: string;
}

const records: ReadonlyMap<unknown, Membership> = new Map([
  ['C-1', { joined: '2021-04-05', town: 'Springfield No. 5', dues: 40, secret: 'nobody-reads-this' }],
  ['C-2', { joined: '2022-06-07', town: 'Peoria', dues: 50, secret: 'nobody-reads-this' }],
]);

/**
 * A small subgraph of its own, written without the kit, as an agency might. Without flaws it keeps the contract; each
 * flaw breaks one item of it.
 */
export async function startFlawedSubgraph(
  jwksUrl: string,
  flaws: readonly Flaw[],
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const has = (flaw: Flaw): boolean => flaws.includes(flaw);
  const claimsOf = createGrantCheck(jwksUrl, has);
  const schema = createSchema(has);
  let turn: Promise<void> = Promise.resolve();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/health/')) {
      const detail = has('http health') ? { database: 'postgres://clubs@10.0.0.7/clubs' } : {};
      return reply(response, 200, { status: 'ok', ...detail });
    }
    if (has('http dies')) request.on('error', () => server.close()).on('aborted', () => server.closeAllConnections());
    const claims = await claimsOf(request.headers.authorization ?? '');
    if (request.method === 'GET' && has('http get')) {
      const query = (url.searchParams.get('query') ?? '').replace('mutation', '');
      return reply(response, 200, await graphql({ schema, source: query }));
    }
    const isOpen = has('grants introspection') && claims === undefined;
    if (claims === undefined && !isOpen) return refuse(response, 401);
    if (request.method !== 'POST') return refuse(response, 405);
    const body = await readBody(request, has);
    if (typeof body === 'number') return refuse(response, body);
    const operation = parseOperation(body, has);
    if (operation === undefined) {
      if (has('errors stacks')) return reply(response, 400, { errors: [{ message: String(new Error('bad').stack) }] });
      return refuse(response, 400);
    }
    if (isOpen && !/__schema|_service/.test(operation.query)) return refuse(response, 401);
    if (Array.isArray(operation)) return reply(response, 200, { data: { __typename: 'Query' } });
    reply(response, 200, await run(operation, claims ?? { datasets: [] }));
  }

  async function run(operation: Operation, claims: Claims): Promise<FormattedExecutionResult> {
    let reads = Promise.resolve();
    const find = async (number: unknown): Promise<Membership | undefined> => {
      if (has('entities one by one')) {
        reads = reads.then(() => sleep(2));
        await reads;
      }
      return records.get(number);
    };
    const { query: source, variables: variableValues } = operation;
    const contextValue: Context = { ...claims, find };
    const result = await graphql({ schema, source, variableValues: variableValues ?? null, contextValue });
    const errors = result.errors?.map((error) => {
      const { message, path, extensions } = error;
      if (has('errors stacks')) return { message, extensions: { stacktrace: error.stack } };
      return { message, ...(path === undefined ? {} : { path }), extensions };
    });
    return { ...(result.data === undefined ? {} : { data: result.data }), ...(errors && { errors }) };
  }

  const server = createServer((request, response) => {
    const work = (): Promise<void> =>
      handle(request, response).catch(() => {
        if (has('http dies')) server.close();
        if (!response.headersSent) refuse(response, 500);
      });
    if (!has('http one at a time')) return void work();
    turn = turn.then(work);
  });
  if (has('http html')) server.on('request', (_request, response) => response.setHeader('x-powered-by', 'html'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;

  function reply(response: ServerResponse, status: number, body: object): void {
    const type = has('http html') ? 'text/html' : 'application/json';
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
  }
  function refuse(response: ServerResponse, status: number): void {
    response.setHeader('connection', 'close');
    reply(response, status, { errors: [{ message: 'Refused.', extensions: { code: `HTTP_${status}` } }] });
  }
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async stop() {
      if (!server.listening) return server.closeAllConnections();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

const MOST_BYTES = 2_000_000;

/** The body, or the status of a refusal. */
async function readBody(request: IncomingMessage, has: (flaw: Flaw) => boolean): Promise<string | number> {
  const encoding = request.headers['content-encoding'];
  if (!/^application\/json/.test(request.headers['content-type'] ?? '') && !has('http types')) return 415;
  if (encoding !== undefined && !has('http endless')) return 415;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MOST_BYTES && !has('http endless')) return 413;
    chunks.push(chunk as Buffer);
  }
  const bytes = Buffer.concat(chunks);
  return String(encoding === 'gzip' ? gunzipSync(bytes) : bytes);
}

function parseOperation(body: string, has: (flaw: Flaw) => boolean): Operation | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (Array.isArray(parsed) && has('http arrays')) return parsed as never;
    if (has('http crashes')) return { ...(parsed as Operation) };
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
    const { query, variables } = parsed as Record<string, unknown>;
    if (typeof query !== 'string' || !['object', 'undefined'].includes(typeof variables)) return undefined;
    return { query, variables: variables as Operation['variables'] };
  } catch (error) {
    if (has('http crashes')) throw error;
    return undefined;
  }
}

function createSchema(has: (flaw: Flaw) => boolean): GraphQLSchema {
  function need({ datasets, conditions = {} }: Context, dataset: string, alias: unknown, field: string): void {
    const isConditional = Object.hasOwn(conditions, dataset) && !has('guards conditions');
    const isGranted = datasets.includes(dataset) || (has('guards prefixes') && datasets.includes('clubs.*'));
    if (has('guards nothing') || (has('guards aliases') && alias !== field)) return;
    if (!isGranted || isConditional || has('guards too much')) {
      throw new GraphQLError(`The grant does not open ${field}.`, { extensions: { code: 'FORBIDDEN_FIELD' } });
    }
  }
  const guarded =
    (dataset: string, field: string, isFree = false) =>
    (source: Record<string, unknown>, _args: unknown, context: Context, info: { readonly path: { key: unknown } }) => {
      if (!isFree) need(context, dataset, info.path.key, field);
      return source[field];
    };
  const refuseValue = (value: unknown): never => {
    throw new GraphQLError(`There is no member ${String(value)}.`);
  };
  async function reference({ clubId }: { readonly clubId: unknown }, { find }: Context): Promise<object | null> {
    if (has('entities fragile') && typeof clubId !== 'string') throw new Error('clubId.trim is not a function');
    if (has('errors values') && String(clubId).startsWith('MARKER')) refuseValue(clubId);
    const record = await find(clubId);
    if (record === undefined) return has('entities stubs') ? { clubId } : null;
    return { clubId, membership: record };
  }
  const sdl = has('sdl other')
    ? SUBGRAPH_SDL.replace('joined: String', 'since: String\n    joined: String')
    : SUBGRAPH_SDL;
  const module = {
    typeDefs: parse(sdl),
    resolvers: {
      Query: {
        clubMember(
          _query: unknown,
          { number }: { number: string },
          context: Context,
          info: { path: { key: unknown } },
        ) {
          if (!has('guards roots')) need(context, 'clubs.lookup', info.path.key, 'clubMember');
          return records.has(number) ? { number } : null;
        },
        clubTowns(_query: unknown, { town }: { town?: string }, context: Context) {
          if (town !== undefined && !has('guards arguments'))
            need(context, 'clubs.membership', 'clubTowns', 'clubTowns');
          return [...records.values()]
            .map((record) => record.town)
            .filter((name) => town === undefined || name === town);
        },
      },
      Person: {
        __resolveReference: reference,
        membership: guarded('clubs.membership', 'membership'),
      },
      Membership: {
        dues: guarded('clubs.dues', 'dues', has('guards dues')),
        secret: (source: Membership) => (has('guards bars') ? source.secret : null),
      },
      Member: { number: guarded('clubs.lookup', 'number') },
    },
  };
  // The library's type knows nothing of this context.
  const schema = buildSubgraphSchema(module as unknown as Parameters<typeof buildSubgraphSchema>[0]);
  const entities = schema.getQueryType()?.getFields()._entities;
  const resolve = entities?.resolve;
  if (entities !== undefined && resolve !== undefined) {
    entities.resolve = async (source, args, context, info) => {
      if (has('entities without aliases') && info.path.key !== '_entities') return [];
      const found = (await Promise.all((await resolve(source, args, context, info)) as unknown[])) as unknown[];
      return has('entities unordered') ? [...found].sort((a, b) => Number(a === null) - Number(b === null)) : found;
    };
  }
  return schema;
}
