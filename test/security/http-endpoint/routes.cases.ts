import { describe, expect, test } from '@jest/globals';
import { securityHeaders } from '../../../gateway/http/headers/securityHeaders.ts';
import { readAnswer } from '../../harness/answer.ts';
import { post } from '../../harness/product/startProduct.ts';
import { fosterCare } from '../../harness/requesters.ts';
import { open, system, touched } from './endpoints.ts';

const send = (path: string, init: RequestInit = {}) => fetch(new URL(path, system.url), init);
const authorized = (headers: Readonly<Record<string, string>> = {}) => ({
  authorization: `Bearer ${system.token(fosterCare)}`,
  ...headers,
});
const query = '{ agencies { code } }';
const body = JSON.stringify({ query });
const type = { 'content-type': 'application/json' };

describe('a path', () => {
  test.each([
    ['GET', '/health/live', 200, 'application/json; charset=utf-8'],
    ['HEAD', '/health/live', 200, 'application/json; charset=utf-8'],
    ['GET', '/health/live/', 200, 'application/json; charset=utf-8'],
    ['GET', '/health/ready?verbose', 200, 'application/json; charset=utf-8'],
    ['GET', '/metrics', 200, 'text/plain; version=0.0.4; charset=utf-8'],
    ['GET', '/.well-known/jwks.json', 200, 'application/json; charset=utf-8'],
    ['POST', '/health/live', 404, 'application/json; charset=utf-8'],
    ['POST', '/metrics', 404, 'application/json; charset=utf-8'],
    ['GET', '/', 404, 'application/json; charset=utf-8'],
    ['GET', '/graphqlx', 404, 'application/json; charset=utf-8'],
    ['GET', '/%', 404, 'application/json; charset=utf-8'],
  ])('%s %s has status %i and the type %s', async (method, path, status, contentType) => {
    const response = await send(path, { method });
    expect([response.status, response.headers.get('content-type')]).toEqual([status, contentType]);
    if (status === 404) expect((await readAnswer(response)).codes).toEqual(['NOT_FOUND']);
  });

  test.each(['/graphql', '/graphql/', '/graphql/any', '/graphql?any=1'])('%s takes an operation', async (path) => {
    const response = await send(path, { method: 'POST', headers: authorized(type), body });
    expect([response.status, (await readAnswer(response)).errors]).toEqual([200, []]);
  });
});

test.each<[string, string, RequestInit]>([
  ['a response', '/graphql', { method: 'POST', headers: type, body }],
  ['a response by GET', `/graphql?${new URLSearchParams({ query })}`, {}],
  ['a rejected document', '/graphql', { method: 'POST', headers: type, body: '{"query":"{"}' }],
  ['a rejected method', '/graphql', { method: 'PUT' }],
  ['a rejected body', '/graphql', { method: 'POST', headers: type, body: '{' }],
  ['the readiness', '/health/ready', {}],
  ['the metrics', '/metrics', {}],
  ['the keys', '/.well-known/jwks.json', {}],
  ['a path that is not there', '/nothing', {}],
  ['the page for browsers', '/', { headers: { accept: 'text/html' } }],
])('every security header comes with %s', async (what, path, init) => {
  const isPage = what.includes('browsers');
  const { headers } = await send(path, isPage ? init : { ...init, headers: { ...authorized(), ...init.headers } });
  expect(securityHeaders.map(([name]) => [name, headers.get(name)])).toEqual(securityHeaders);
  expect(headers.get('x-powered-by')).toBeNull();
});

test.each([
  ['PUT', undefined, 'GET, POST'],
  ['DELETE', undefined, 'GET, POST'],
  ['HEAD', undefined, 'GET, POST'],
  ['GET', 'mutation { touch }', 'POST'],
])('%s %s is refused with 405, and the allowed methods are stated', async (method, operation, allow) => {
  const before = touched;
  const parameters = operation === undefined ? '' : `?${new URLSearchParams({ query: operation })}`;
  const response = await fetch(`${open.url}${parameters}`, { method });
  expect([response.status, response.headers.get('allow'), touched]).toEqual([405, allow, before]);
});

describe.each(['new', 'known'])('the response to a %s document', (kind) => {
  const newer = 'application/graphql-response+json';
  test.each([
    [newer, `${newer}; charset=utf-8`],
    [`application/json;q=0.9, ${newer}`, `${newer}; charset=utf-8`],
    [`application/json, ${newer};q=0.9`, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
  ])('has the type that the client prefers: %s', async (accept, contentType) => {
    const text = `query ($ids: [ID!]!) { persons(ids: $ids) { id } } # ${kind} ${accept}`;
    const variables = { ids: [] };
    if (kind === 'known') await post(system.url, system.token(fosterCare), { query: text, variables });
    const headers = authorized({ ...type, accept });
    const response = await send('/graphql', {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ query: text, variables }),
    });
    const rejected = await send('/graphql', {
      ...{ method: 'POST', headers },
      body: JSON.stringify({ query: text, variables: { ids: { wrong: true } } }),
    });
    expect([response, rejected].map(({ status, headers: got }) => [status, got.get('content-type')])).toEqual([
      [200, contentType],
      [400, contentType],
    ]);
  });
});

test.each(['POST', 'GET'])('a document that nests too deeply is refused before it is parsed, by %s', async (method) => {
  const deep = '{a'.repeat(300);
  const { status, codes } = await readAnswer(
    method === 'GET'
      ? await send(`/graphql?${new URLSearchParams({ query: deep })}`, { headers: authorized() })
      : await send('/graphql', { method, headers: authorized(type), body: JSON.stringify({ query: deep }) }),
  );
  expect([status, codes]).toEqual([400, ['OPERATION_TOO_COMPLEX']]);
});

test('a GET query with another content type than JSON is refused with 415', async () => {
  const path = `/graphql?${new URLSearchParams({ query })}`;
  expect((await send(path, { headers: authorized({ 'content-type': 'text/plain' }) })).status).toBe(415);
  expect((await send(path, { headers: authorized(type) })).status).toBe(200);
});

test('an empty operationName is refused for a document with a single operation without a name, new and known', async () => {
  const text = '{ agencies { name } } # no name';
  const token = system.token(fosterCare);
  const ask = (more: object) => post(system.url, token, { query: text, ...more });
  const refused = [400, ['OPERATION_RESOLUTION_FAILURE']];
  for (let i = 0; i < 2; i++) {
    const { status, codes } = await ask({ operationName: '' });
    expect([status, codes]).toEqual(refused);
    expect((await ask({ operationName: null })).status).toBe(200);
  }
});
