import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import type { RunningGateway } from '../../gateway/gatewayOptions.ts';
import { defaultLimits } from '../../gateway/limits.ts';
import { startGateway } from '../../gateway/startGateway.ts';
import { eventually } from '../harness/eventually.ts';
import { compose } from '../harness/graphs/federation.ts';
import { close, listen, type RunningSubgraph, startSubgraph } from '../harness/graphs/subgraphServer.ts';

const PEOPLE = `type Query { person(id: ID! = "1"): Person }
  type Mutation { touch: Person }
  type Person @key(fields: "id") { id: ID! }`;
const RECORDS = `type Person @key(fields: "id") { id: ID! record(of: [ID!]): String }
  type Query { other(what: String!): String }
  type Mutation { write(what: String!): String }`;

/** A subgraph written out by hand: what it does with each call is up to the test. */
type Behave = (query: string, response: ServerResponse, request: IncomingMessage) => void;
const wellBehaved: Behave = (query, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(
    query.includes('_entities') ? '{"data":{"_entities":[{"record":"r"}]}}' : '{"data":{"other":"o","write":"w"}}',
  );
};

let people: RunningSubgraph;
let records: Server;
let behave: Behave = wellBehaved;
let calls: { readonly query: string; readonly variables: object; readonly traceparent: unknown }[] = [];
let gateway: RunningGateway;

beforeAll(async () => {
  const person = () => ({ id: '1' });
  const resolvers = { Query: { person }, Mutation: { touch: person } };
  people = await startSubgraph({ name: 'people', sdl: PEOPLE, resolvers });
  records = createServer((message, response) => {
    let body = '';
    message.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    message.on('end', () => {
      const { query, variables } = JSON.parse(body);
      calls.push({ query, variables, traceparent: message.headers.traceparent });
      behave(query, response, message);
    });
  });
  const definitions = [
    { name: 'people', sdl: PEOPLE },
    { name: 'records', sdl: RECORDS },
  ];
  const urls = new Map([
    ['people', people.url],
    ['records', await listen(records)],
  ]);
  gateway = await startGateway({
    openToAll: true,
    host: '127.0.0.1',
    port: 0,
    supergraph: compose(definitions, urls),
    engine: { engine: 'compiled', batching: false },
    limits: { ...defaultLimits, maxSubgraphResponseBytes: 10_000 },
    clock: () => new Date(),
    log: () => undefined,
  });
}, 60_000);
afterAll(async () => {
  await gateway?.stop();
  await people?.stop();
  if (records !== undefined) await close(records);
});
beforeEach(() => {
  behave = wellBehaved;
  calls = [];
  people.calls.length = 0;
});

async function ask(query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data?: unknown;
    errors?: { message: string; extensions: { code: string } }[];
  }; // GraphQL's answer
  return { status: response.status, data, errors: errors?.map(({ extensions }) => extensions.code) };
}

describe('calls to subgraphs', () => {
  test('carry the trace context of the request, and nothing that only looks like one', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    for (let round = 0; round < 2; round++) await ask('{ person { record } }', {}, { traceparent });
    expect(calls.map((call) => call.traceparent)).toEqual([traceparent, traceparent]);
    expect(people.calls.map(({ headers }) => headers.traceparent)).toEqual([traceparent, traceparent]);
    await ask('{ person { record } }', {}, { traceparent: '00-zz-1-01' });
    expect(calls.at(-1)?.traceparent).toBeUndefined();
  });

  test('are sent once more when the connection is lost before any byte, if they are queries', async () => {
    const loseFirst: Behave = (query, response, message) => {
      if (calls.length === 1) response.destroy();
      else wellBehaved(query, response, message);
    };
    behave = loseFirst;
    expect(await ask('{ other(what: "a") }')).toEqual({ status: 200, data: { other: 'o' } });
    expect(calls).toHaveLength(2);
    calls = [];
    expect(await ask('mutation { write(what: "a") }')).toMatchObject({
      data: { write: null },
      errors: ['SUBGRAPH_UNAVAILABLE'],
    });
    expect(calls).toHaveLength(1);
    calls = [];
    behave = (_, response) => response.destroy();
    expect(await ask('{ other(what: "b") }')).toMatchObject({
      data: { other: null },
      errors: ['SUBGRAPH_UNAVAILABLE'],
    });
    expect(calls).toHaveLength(2);
  });

  test('are not repeated once a byte has come', async () => {
    behave = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"data":');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await ask('{ other(what: "c") }')).toMatchObject({
      data: { other: null },
      errors: ['SUBGRAPH_UNAVAILABLE'],
    });
    expect(calls).toHaveLength(1);
  });

  test('are given up when the answer is larger than allowed, whatever length it announces', async () => {
    let sent = 0;
    behave = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = setInterval(() => {
        sent += 4_000;
        response.write(' '.repeat(4_000));
      }, 5);
      response.on('close', () => clearInterval(more));
    };
    expect(await ask('{ person { record } }')).toMatchObject({
      data: { person: { record: null } },
      errors: ['SUBGRAPH_INVALID_RESPONSE'],
    });
    await sleep(100);
    expect(sent).toBeLessThan(200_000);
  });

  test('end when the client goes', async () => {
    const over: string[] = [];
    behave = (_, response) => {
      response.on('close', () => over.push(response.writableFinished ? 'answered' : 'left'));
    };
    const client = request(gateway.url, { method: 'POST', headers: { 'content-type': 'application/json' } });
    client.on('error', () => undefined);
    client.end(JSON.stringify({ query: '{ person { record } }' }));
    await eventually(
      async () => calls.length,
      (count) => count > 0,
    );
    client.destroy();
    expect(
      await eventually(
        async () => over,
        ({ length }) => length > 0,
        3_000,
      ),
    ).toEqual(['left']);
  });

  test('may carry a variable that has the name of their own', async () => {
    const query = 'query ($representations: [ID!]) { person { record(of: $representations) } }';
    const answer = await ask(query, { representations: ['a'] });
    expect(answer).toEqual({ status: 200, data: { person: { record: 'r' } } });
    const [call] = calls;
    const [definition] = parse(call?.query ?? '').definitions;
    const names = definition?.kind === 'OperationDefinition' ? definition.variableDefinitions : undefined;
    expect(names?.map(({ variable }) => variable.name.value)).toEqual(['representations', 'representations_']);
    expect(call?.variables).toEqual({
      representations: [{ __typename: 'Person', id: '1' }],
      representations_: ['a'],
    });
    const onlyIf = 'query ($representations: Boolean!) { person { record @include(if: $representations) } }';
    expect((await ask(onlyIf, { representations: true })).data).toEqual({ person: { record: 'r' } });
    expect((await ask(onlyIf, { representations: false })).data).toEqual({ person: {} });
  });
});

describe('texts of systems', () => {
  test.each([
    ['ASCII', 'plain, "quoted"\n'],
    ['Latin', 'Zo\u00eb'],
    ['other scripts', '\u6771\u4eac \u{1f600} Zo\u00eb'],
    ['half of a character', '\ud800'],
  ])('reach the client as they are: %s', async (_, record) => {
    behave = (_query, response) => response.end(JSON.stringify({ data: { _entities: [{ record }] } }));
    // The first request goes through Apollo Server, the second does not.
    for (let round = 0; round < 2; round++) {
      expect(await ask('{ person { record } }')).toEqual({ status: 200, data: { person: { record } } });
    }
  });
});

describe('a document that nests without end', () => {
  test.each([
    ['braces', '{a'.repeat(3_000)],
    ['brackets', `{ a(b: ${'['.repeat(3_000)}`],
    ['types', `query ($a: ${'['.repeat(3_000)}`],
  ])('is refused in plain words: %s', async (_, query) => {
    expect(await ask(query)).toEqual({ status: 400, data: undefined, errors: ['OPERATION_TOO_COMPLEX'] });
    const get = await fetch(`${gateway.url}?query=${encodeURIComponent(query.slice(0, 2_000))}`, {
      headers: { 'apollo-require-preflight': 'yes' },
    });
    expect([get.status, await get.text()]).toEqual([400, expect.stringContaining('brackets within each other')]);
  });
});
