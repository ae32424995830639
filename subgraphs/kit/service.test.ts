import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Router } from 'express';
import pg from 'pg';
import { snapSubgraph } from '../snap/subgraph.ts';
import { runMigrations } from './database/migrations.ts';
import { statement } from './database/statement.ts';
import { startSubgraph } from './startSubgraph.ts';
import type { ServeSchema, SubgraphDefinition } from './subgraphDefinition.ts';
import { askSubgraph } from './testing/askSubgraph.ts';
import { grantClaims } from './testing/grantIssuer.ts';
import { execute, startTestSystems, type TestSystem, type TestSystems } from './testing/testSystems.ts';

/** A small system whose resolvers fail the way real ones do. */
let serve: ServeSchema;
const oddSubgraph: SubgraphDefinition = {
  name: 'odd',
  schema: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@tag", "@key"])
    type Query {
      ok: String @tag(name: "public")
      throws: String @tag(name: "public")
      badSql: String @tag(name: "public")
      sleep(seconds: Float!): String @tag(name: "public")
    }`,
  resolvers: {
    Query: {
      ok: () => 'ok',
      throws: () => {
        throw new Error('SECRET-IN-MESSAGE');
      },
      badSql: (_query: unknown, _args: unknown, { system }: { system: { database: Rows } }) =>
        system.database.rows(statement('bad', `select 'SECRET-IN-SQL'::integer`), []),
      sleep: async (_query: unknown, { seconds }: { seconds: number }, { system }: { system: { database: Rows } }) => {
        await system.database.rows(statement('sleep', 'select pg_sleep($1)'), [seconds]);
        return 'slept';
      },
    },
  },
  migrationsDirectory: snapSubgraph.migrationsDirectory,
  createLoaders: () => ({}),
  openRoutes(_system, replace) {
    serve = replace;
    return { router: Router(), stop: () => undefined };
  },
};
type Rows = { rows(sql: { name: string; text: string }, values: readonly unknown[]): Promise<readonly unknown[]> };

describe('serving a system', () => {
  let systems: TestSystems;
  let odd: TestSystem;
  beforeAll(async () => {
    systems = await startTestSystems();
    odd = await systems.start(oddSubgraph, undefined, { limits: { maxBodyBytes: 10_000, statementTimeoutMs: 300 } });
  }, 60_000);
  afterAll(() => systems.stop());

  const grant = () => systems.issuer.sign(grantClaims('odd', [], systems.now));
  const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(odd.running.url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${grant()}`, ...headers },
    });

  test('another schema is served without a restart; a request in flight finishes on the one it began with', async () => {
    const text = async (query: string) => await (await post(JSON.stringify({ query }))).text();
    const { schema, resolvers } = oddSubgraph;
    const added = schema.replace('ok: String', 'added: String @tag(name: "public") ok: String');
    const withoutSleep = added.replace(/sleep.*/, '');
    const { sleep: _, ...rest } = (resolvers as { Query: Record<string, unknown> }).Query;
    const inFlight = text('{ sleep(seconds: 0.2) ok }');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await serve({ schema: withoutSleep, resolvers: { Query: { ...rest, added: () => 'new' } } });
    expect(await text('{ added }')).toBe('{"data":{"added":"new"}}\n');
    expect(await inFlight).toBe('{"data":{"sleep":"slept","ok":"ok"}}\n');
    expect(await text('{ sleep(seconds: 0) }')).toContain('GRAPHQL_VALIDATION_FAILED');
    await expect(serve({ schema: `${added} type Open { field: String }`, resolvers })).rejects.toThrow('Open.field');
    expect(await text('{ added }')).toBe('{"data":{"added":"new"}}\n');
    await serve(oddSubgraph);
    expect(await text('{ added }')).toContain('GRAPHQL_VALIDATION_FAILED');
  });

  test('health needs no grant and tells nothing', async () => {
    const health = (path: string) =>
      fetch(odd.running.url.replace('/graphql', path)).then((response) => response.text());
    expect(await health('/health/live')).toBe('{"status":"live"}');
    expect(await health('/health/ready')).toBe('{"status":"ready"}');
  });

  test('bodies that are too large, compressed, of another type or broken are refused with their reason', async () => {
    const large = JSON.stringify({ query: `{ ok ${' '.repeat(20_000)} }` });
    expect((await post(large)).status).toBe(413);
    expect((await post('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post('query=1', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect((await post('{')).status).toBe(400);
    expect((await post('7')).status).toBe(400);
    expect((await post('[{"query":"{ ok }"}]')).status).toBe(400);
    expect((await post(JSON.stringify({ query: '{ ok }' }))).status).toBe(200);
    expect((await post(`\ufeff${JSON.stringify({ query: '{ ok }' })}`)).status).toBe(200);
    const get = await fetch(`${odd.running.url}?query={ok}`, { headers: { authorization: `Bearer ${grant()}` } });
    expect(get.status).toBe(405);
  });

  test('a body that grows past the limit without saying so is refused too', async () => {
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(' '.repeat(4_000))),
    });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${grant()}` };
    // The fetch standard has `duplex` for streamed bodies, but the types lack it.
    const init = { method: 'POST', body: stream, headers, duplex: 'half' } as RequestInit;
    expect((await fetch(odd.running.url, init)).status).toBe(413);
  });

  test('introspection is off, and a misspelled field is not corrected', async () => {
    const introspection = await odd.ask([], '{ __schema { types { name } } }');
    expect(introspection).toMatchObject({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    expect((await odd.ask([], '{ thrown }')).text).not.toContain('throws');
  });

  test('what a resolver or the database says of its failure stays inside', async () => {
    const answer = await odd.ask([], '{ throws badSql ok }');
    expect(answer.data).toEqual({ throws: null, badSql: null, ok: 'ok' });
    expect([...answer.codes].sort()).toEqual(['DATABASE_ERROR', 'INTERNAL_SERVER_ERROR']);
    for (const secret of ['SECRET', 'select', 'integer', 'postgres:', 'stack', '.ts'])
      expect(answer.text).not.toContain(secret);
    expect(JSON.stringify(systems.log)).not.toContain('SECRET');
  });

  test('a statement that takes too long is cut off', async () => {
    expect((await odd.ask([], '{ sleep(seconds: 5) }')).codes).toEqual(['DATABASE_TIMEOUT']);
    expect((await odd.ask([], '{ sleep(seconds: 0.01) }')).data).toEqual({ sleep: 'slept' });
  });

  test('connections cut in the middle give an error, and the next request is served', async () => {
    const slow = await systems.start(oddSubgraph);
    await askSubgraph(slow.running.url, grant(), '{ sleep(seconds: 0) }');
    const pending = Promise.all([1, 2, 3].map(() => askSubgraph(slow.running.url, grant(), '{ sleep(seconds: 3) }')));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await execute(
      systems.postgres.superuserUrl(),
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'person360-odd'`,
    );
    for (const answer of await pending) expect(answer.codes).toEqual(['DATABASE_UNAVAILABLE']);
    expect((await askSubgraph(slow.running.url, grant(), '{ sleep(seconds: 0) }')).codes).toEqual([]);
  });

  test('a database that crashes and recovers is used again', async () => {
    const { running } = await systems.start(oddSubgraph);
    const sleep = (seconds: number) => askSubgraph(running.url, grant(), `{ sleep(seconds: ${seconds}) }`);
    const client = new pg.Client({ connectionString: systems.postgres.superuserUrl() });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const pending = sleep(5);
    await new Promise((resolve) => setTimeout(resolve, 200));
    // Killing one backend this way makes the server drop all others and recover from its log.
    process.kill(rows[0]?.pid ?? Number.NaN, 'SIGKILL');
    expect((await pending).codes).toEqual(['DATABASE_UNAVAILABLE']);
    let answer = await sleep(0);
    for (let tries = 0; tries < 100 && answer.codes.length > 0; tries += 1) {
      expect(answer.codes).toEqual(['DATABASE_UNAVAILABLE']);
      await new Promise((resolve) => setTimeout(resolve, 100));
      answer = await sleep(0);
    }
    expect(answer.codes).toEqual([]);
    await client.end().catch(() => undefined);
  });

  test('a database that is away gives a clear error without its address, and not ready', async () => {
    const away = await systems.start(oddSubgraph, undefined, { databaseUrl: 'postgres://odd:HIDDEN@127.0.0.1:1/odd' });
    const answer = await askSubgraph(away.running.url, grant(), '{ ok sleep(seconds: 0) }');
    expect(answer.data).toEqual({ ok: 'ok', sleep: null });
    expect(answer.codes).toEqual(['DATABASE_UNAVAILABLE']);
    expect(`${answer.text}${JSON.stringify(systems.log)}`).not.toMatch(/HIDDEN|127\.0\.0\.1:1\b/);
    expect((await fetch(away.running.url.replace('/graphql', '/health/ready'))).status).toBe(503);
    expect((await fetch(away.running.url.replace('/graphql', '/health/live'))).status).toBe(200);
  });

  test('a stop lets requests in flight finish and takes no new ones', async () => {
    const stopping = await systems.start(oddSubgraph);
    const pending = askSubgraph(stopping.running.url, grant(), '{ sleep(seconds: 0.5) }');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await Promise.all([stopping.running.stop(), stopping.running.stop()]);
    expect((await pending).data).toEqual({ sleep: 'slept' });
    await expect(askSubgraph(stopping.running.url, grant(), '{ ok }')).rejects.toThrow();
  });

  test('a port in use is reported, and nothing stays open', async () => {
    const port = Number(new URL(odd.running.url).port);
    await expect(systems.start(oddSubgraph, undefined, { port })).rejects.toThrow('EADDRINUSE');
  });

  test('routes that cannot be opened keep the system from starting, and nothing stays open', async () => {
    const openRoutes = () => Promise.reject(new Error('no routes'));
    await expect(systems.start({ ...oddSubgraph, openRoutes })).rejects.toThrow('no routes');
  });

  test('a scalar without a meaning keeps the system from starting', async () => {
    const databaseUrl = await systems.postgres.ensureSystem('odd');
    await runMigrations(databaseUrl, oddSubgraph.migrationsDirectory);
    const schema = 'scalar Mood type Query { mood: Mood @tag(name: "public") }';
    const options = {
      databaseUrl,
      port: 0,
      grantJwksUrl: systems.issuer.jwksUrl,
      clock: () => systems.now,
      log: () => undefined,
    };
    await expect(startSubgraph({ ...oddSubgraph, schema, resolvers: {} }, options)).rejects.toThrow('The scalar Mood');
  });
});
