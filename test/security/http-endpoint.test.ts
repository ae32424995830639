import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import type { EngineName } from '../../gateway/execution/engineNames.ts';
import { defaultLimits } from '../../gateway/limits.ts';
import type { RunningGateway } from '../../gateway/startGateway.ts';
import { startOpenGateway } from '../../gateway/startOpenGateway.ts';
import { readSupergraph } from '../../gateway/supergraph/readSupergraph.ts';
import { grantClaims } from '../../subgraphs/kit/testing/grantIssuer.ts';
import { type Answer, readAnswer } from '../harness/answer.ts';
import { type Federation, startFederation } from '../harness/graphs/federation.ts';
import { type Product, post, startProduct } from '../harness/product/startProduct.ts';
import { fosterCare, idhsOfficer, snapWorker } from '../harness/requesters.ts';
import { signGrant } from './harness/signGrant.ts';

let system: Product;
let federation: Federation;
let open: RunningGateway;
let stock: RunningGateway;
let touched = 0;
beforeAll(async () => {
  system = await startProduct();
  federation = await startFederation([
    {
      name: 'counter',
      sdl: `scalar Anything input Named { id: ID }
        type Query { count: Int echo(id: ID, ids: [ID!], named: Named, any: Anything, score: Float): String }
        type Mutation { touch: Int }`,
      resolvers: {
        Query: { count: () => touched, echo: (_: unknown, given: object) => JSON.stringify(given) },
        Mutation: {
          touch: () => {
            touched += 1;
            return touched;
          },
        },
      },
    },
  ]);
  const openWith = (engine: EngineName) =>
    startOpenGateway({
      host: '127.0.0.1',
      port: 0,
      supergraph: readSupergraph(federation.supergraphSdl),
      engine: { engine, batching: false },
      limits: defaultLimits,
      clock: () => new Date(),
      log: () => undefined,
    });
  [open, stock] = await Promise.all([openWith('compiled'), openWith('apollo')]);
}, 120_000);
afterAll(async () => {
  await open?.stop();
  await stock?.stop();
  await federation?.stop();
  await system?.stop();
});

async function get(url: string, token: string | undefined, parameters: Readonly<Record<string, string>>) {
  const response = await fetch(`${url}?${new URLSearchParams(parameters)}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return readAnswer(response);
}

describe('an operationName that names no operation of the document is refused with 400 and nothing runs', () => {
  const refused = ({ status, codes, data }: Answer) => ({ status, codes, data: data ?? null });
  const refusal = { status: 400, codes: ['OPERATION_RESOLUTION_FAILURE'], data: null };
  const names = ['Other', '', 'agencyCodes'];
  const revoke = (comment: string) =>
    `mutation Revoke { revokeApproval(input: { approvalId: "x", reason: "No longer needed." }) { approvalRevision } } # ${comment}`;

  test.each(names)('by the gateway for "%s", in a new and in a known document, by POST and by GET', async (name) => {
    const token = system.token(fosterCare);
    const query = `query AgencyCodes { agencies { code } } # ${name}`;
    const wrong = { query, operationName: name };
    const { requests } = await system.recordedDuring(async () => {
      expect(refused(await post(system.url, token, wrong))).toEqual(refusal);
      expect(refused(await get(system.url, token, wrong))).toEqual(refusal);
    });
    expect(requests).toEqual([]);
    expect((await post(system.url, token, { query, operationName: 'AgencyCodes' })).status).toBe(200);
    const { requests: later } = await system.recordedDuring(async () => {
      expect(refused(await post(system.url, token, wrong))).toEqual(refusal);
      expect(refused(await get(system.url, token, wrong))).toEqual(refusal);
    });
    expect(later).toEqual([]);
  });

  test.each(names)('by the gateway for "%s" although the document holds a mutation', async (name) => {
    const token = system.token(idhsOfficer);
    const { requests } = await system.recordedDuring(async () => {
      const body = { query: revoke(name), operationName: name };
      expect(refused(await post(system.url, token, body))).toEqual(refusal);
      expect(refused(await get(system.url, token, body))).toEqual(refusal);
    });
    expect(requests).toEqual([]);
  });

  test.each(names)('by the gateway without authorization for "%s"', async (name) => {
    const before = touched;
    const query = `mutation Touch { touch } # ${name}`;
    expect(refused(await post(open.url, undefined, { query, operationName: name }))).toEqual(refusal);
    expect(refused(await get(open.url, undefined, { query, operationName: name }))).toEqual(refusal);
    expect(touched).toBe(before);
    expect((await post(open.url, undefined, { query, operationName: 'Touch' })).data).toEqual({ touch: before + 1 });
    expect(refused(await post(open.url, undefined, { query, operationName: name }))).toEqual(refusal);
    expect(touched).toBe(before + 1);
  });

  test.each(names)('by an agency\'s system for "%s"', async (name) => {
    const url = system.subgraphUrls.get('snap') ?? '';
    const grant = signGrant(system, grantClaims('snap', [], new Date()));
    const query = `query Service { _service { __typename } } # ${name}`;
    expect(refused(await post(url, grant, { query, operationName: name }))).toEqual(refusal);
    expect((await post(url, grant, { query, operationName: 'Service' })).status).toBe(200);
    expect(refused(await post(url, grant, { query, operationName: name }))).toEqual(refusal);
  });
});

describe('a browser', () => {
  const page = 'http://localhost:5173';
  const preflight = (url: string, origin: string) =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,purpose-of-use',
      },
    });
  const cors = ({ headers }: Response) => ({
    origin: headers.get('access-control-allow-origin'),
    credentials: headers.get('access-control-allow-credentials'),
    vary: headers.get('vary')?.split(', ')[0],
  });

  test('has its preflight answered without a token, for an allowed origin', async () => {
    const response = await preflight(system.url, page);
    expect(response.status).toBe(204);
    expect(cors(response)).toEqual({ origin: page, credentials: null, vary: 'Origin' });
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
  });

  test.each(['https://example.org', 'null', 'http://localhost.example.org', 'http://127.0.0.1.example.org:80'])(
    'is told nothing for the origin %s, before and with the request',
    async (origin) => {
      expect(cors(await preflight(system.url, origin))).toEqual({ origin: null, credentials: null, vary: 'Origin' });
      const response = await fetch(system.url, { method: 'POST', headers: { origin } });
      expect(cors(response)).toEqual({ origin: null, credentials: null, vary: 'Origin' });
    },
  );

  // Three ways through the gateway: the plain POST, what a framework receives (another accept header), and GET.
  const ways: Readonly<Record<string, (token: string | undefined) => Promise<Response>>> = {
    'a plain POST': (token) => send('POST', token, { accept: 'application/json' }),
    'a POST that accepts the newer media type': (token) =>
      send('POST', token, { accept: 'application/graphql-response+json, application/json;q=0.9' }),
    'a GET': (token) => send('GET', token, { accept: 'application/graphql-response+json' }),
  };
  function send(method: string, token: string | undefined, headers: Readonly<Record<string, string>>) {
    const query = '{ agencies { code } }';
    return fetch(method === 'GET' ? `${system.url}?query=${encodeURIComponent(query)}` : system.url, {
      method,
      headers: {
        ...headers,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        origin: page,
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify({ query }) }),
    });
  }
  test.each(Object.keys(ways))('can read the response to %s, and the request id with it', async (way) => {
    const response = await ways[way]?.(system.token(fosterCare));
    expect(response?.status).toBe(200);
    expect(response === undefined ? undefined : cors(response)).toEqual({
      origin: page,
      credentials: null,
      vary: 'Origin',
    });
    expect(response?.headers.get('access-control-expose-headers')).toContain('x-request-id');
    expect(response?.headers.get('x-request-id')).not.toBeNull();
  });

  test.each(Object.keys(ways))('can read that the token is missing in %s', async (way) => {
    const response = await ways[way]?.(undefined);
    expect([response?.status, response?.headers.get('access-control-allow-origin')]).toEqual([401, page]);
  });

  test.each(['/', '/graphql'])('that opens %s gets a page without scripts that says what this is', async (path) => {
    const response = await fetch(new URL(path, system.url), {
      headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' },
    });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toMatch(/Authorization: Bearer/);
    expect(text).not.toMatch(/<script|<link|style=|https?:/i);
  });
});

describe('a request by GET', () => {
  test('is answered when it is a query with a token', async () => {
    const { status, data } = await get(system.url, system.token(fosterCare), {
      query: 'query ($id: ID!) { person(id: $id) { __typename } }',
      variables: JSON.stringify({ id: 'b4b1c5d2-0000-4000-8000-000000000000' }),
    });
    expect([status, data]).toEqual([200, { person: null }]);
  });

  test('is refused with 405 when it is a mutation, and nothing runs', async () => {
    const before = touched;
    expect((await get(open.url, undefined, { query: 'mutation { touch }' })).status).toBe(405);
    expect(touched).toBe(before);
  });
});

describe.each(['compiled', 'apollo'] as const)('numbers in variables, %s engine,', (engine) => {
  const query = `query ($id: ID, $ids: [ID!], $named: Named, $any: Anything, $score: Float) {
    echo(id: $id, ids: $ids, named: $named, any: $any, score: $score) }`;
  const url = () => (engine === 'compiled' ? open : stock).url;
  /** The text of the variables, since JavaScript cannot write these numbers. */
  const ask = async (variables: string) =>
    readAnswer(
      await fetch(url(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
      }),
    );
  const sent = () => federation.subgraphs[0]?.calls.at(-1)?.variables;

  test('are passed on as strings where they are ids', async () => {
    const { data } = await ask(
      '{"id":7,"ids":[7,"x"],"named":{"id":9007199254740991},"any":{"n":[0.1,7]},"score":1e300}',
    );
    expect(sent()).toEqual({
      ...{ id: '7', ids: ['7', 'x'], named: { id: '9007199254740991' } },
      ...{ any: { n: [0.1, 7] }, score: 1e300 },
    });
    expect(data).toEqual({ echo: JSON.stringify(sent()) });
  });

  test.each([
    [
      '{"id":9007199254740993}',
      'Variable "$id" holds the number 9007199254740992, which is too large to be exact. Send it',
    ],
    ['{"id":1e400}', 'Variable "$id" holds the number Infinity, which is too large to be exact.'],
    ['{"ids":["x",9007199254740993]}', 'Variable "$ids" holds the number'],
    ['{"named":{"id":-9007199254740993}}', 'Variable "$named" holds the number'],
    ['{"any":{"deep":[{"n":1e400}]}}', 'Variable "$any" holds the number'],
    ['{"any":12345678901234567890}', 'Variable "$any" holds the number'],
    ['{"score":1e400}', 'Variable "$score" got an invalid value'],
  ])('are refused where they cannot be exact: %s', async (variables, message) => {
    const before = federation.subgraphs[0]?.calls.length;
    const { status, codes, errors, data } = await ask(variables);
    expect([status, codes, data ?? null]).toEqual([400, ['BAD_USER_INPUT'], null]);
    expect(errors[0]?.message).toContain(message);
    expect(federation.subgraphs[0]?.calls.length).toBe(before);
  });
});

describe('a body', () => {
  const send = (body: Buffer | string, headers: Readonly<Record<string, string>>) =>
    fetch(system.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${system.token(fosterCare)}`, ...headers },
      body,
    });
  const body = JSON.stringify({ query: '{ agencies { code } }' });

  test.each(['application/json', '*/*', 'application/graphql-response+json', 'text/html, */*'])(
    'with a byte order mark is read when %s is accepted',
    async (accept) => {
      expect((await send(`\ufeff${body}`, { accept })).status).toBe(200);
    },
  );

  test('that is compressed is read, and one whose compression is broken is refused with 400', async () => {
    const zipped = gzipSync(body);
    expect((await send(zipped, { 'content-encoding': 'gzip' })).status).toBe(200);
    for (const broken of [zipped.subarray(0, -6), Buffer.concat([Buffer.from('x'), zipped]), Buffer.from(body)]) {
      const response = await send(broken, { 'content-encoding': 'gzip' });
      expect((await readAnswer(response)).codes).toEqual(['BAD_REQUEST']);
      expect(response.status).toBe(400);
    }
  });

  test('whose answer nobody accepts is refused with 406 before anything runs', async () => {
    const before = touched;
    const response = await fetch(open.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'image/png' },
      body: JSON.stringify({ query: 'mutation { touch }' }),
    });
    expect([response.status, touched]).toEqual([406, before]);
  });
});

describe('introspection', () => {
  const ask = (query: string, variables: object = {}) =>
    post(system.url, system.token(fosterCare), { query, variables });

  test('with everything that the newest tools ask for is answered from the graph that clients see', async () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    for (const url of [system.url, open.url]) {
      const { status, errors, data } = await post(url, system.token(fosterCare), { query });
      expect([status, errors]).toEqual([200, []]);
      const schema = buildClientSchema(data as IntrospectionQuery);
      expect(schema.getQueryType()?.getFields()).toHaveProperty(url === open.url ? 'count' : 'person');
    }
  });

  test('is answered beside data', async () => {
    const query =
      'query ($type: String!) { agencies { code } __type(name: $type) { isOneOf specifiedByURL name } ... { __schema { queryType { name isOneOf } } } }';
    const { errors, data } = await ask(query, { type: 'RequestAccessInput' });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      agencies: expect.arrayContaining([{ code: 'DCFS' }]),
      __type: { isOneOf: false, specifiedByURL: null, name: 'RequestAccessInput' },
      __schema: { queryType: { name: 'Query', isOneOf: null } },
    });
  });

  test('asks for what each request names, and refuses a variable that does not fit', async () => {
    const query = 'query ($type: String!) { __type(name: $type) { name } }';
    for (const type of ['Person', 'Household', 'Nobody']) {
      expect((await ask(query, { type })).data).toEqual({ __type: type === 'Nobody' ? null : { name: type } });
    }
    const { status, codes } = await ask(query, { type: 5 });
    expect([status, codes]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});

describe('a text that neither PostgreSQL nor JSON can hold is refused with 400, and nothing is asked', () => {
  const texts: Readonly<Record<string, string>> = {
    'half an emoji': '\ud83d',
    'the other half': 'a\ude00b',
    'a NUL': 'a\0b',
  };
  const search = 'query ($name: String) { searchPersons(name: $name) { id } }';
  const refused = async (ask: () => Promise<Answer>) => {
    const { result, requests } = await system.recordedDuring(ask);
    expect([result.status, result.codes, requests]).toEqual([400, ['BAD_USER_INPUT'], []]);
  };

  test.each(Object.keys(texts))(
    '%s in a variable, of a new and of a known document, by POST and by GET',
    async (kind) => {
      const token = system.token(snapWorker);
      const name = texts[kind] ?? '';
      const query = `${search} # ${kind}`;
      const ask = () => post(system.url, token, { query, variables: { name } });
      await refused(ask);
      await refused(() => get(system.url, token, { query, variables: JSON.stringify({ name }) }));
      expect((await post(system.url, token, { query, variables: { name: '😀' } })).status).toBe(200);
      await refused(ask);
    },
  );

  test.each(Object.keys(texts))('%s in a literal and inside a list or an input object', async (kind) => {
    const token = system.token(idhsOfficer);
    const escaped = [...(texts[kind] ?? '')]
      .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    const { status } = await post(system.url, token, { query: `{ person(id: "${escaped}") { id } }` });
    expect(status).toBe(400);
    await refused(() =>
      post(system.url, token, {
        query: 'query ($ids: [ID!]!) { persons(ids: $ids) { id } }',
        variables: { ids: ['x', texts[kind]] },
      }),
    );
    await refused(() =>
      post(system.url, token, {
        query: 'mutation ($input: RevokeApprovalInput!) { revokeApproval(input: $input) { approvalRevision } }',
        variables: { input: { approvalId: 'x', reason: `${texts[kind]} is no longer needed.` } },
      }),
    );
  });

  test.each(Object.keys(texts))("%s sent straight to an agency's system", async (kind) => {
    const grant = signGrant(system, grantClaims('identity', ['identity.demographics'], new Date()));
    const url = system.subgraphUrls.get('identity') ?? '';
    const { status, codes } = await post(url, grant, { query: search, variables: { name: texts[kind] } });
    expect([status, codes]).toEqual([400, ['BAD_USER_INPUT']]);
  });
});
