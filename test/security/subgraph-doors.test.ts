import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from '../../schema/files.ts';
import { type Product, post, startProduct } from '../harness/product/startProduct.ts';
import { fosterCare } from '../harness/requesters.ts';

const questions = [
  '{ __typename }',
  '{ _service { sdl } }',
  '{ __schema { types { name } } }',
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
];

let system: Product;
beforeAll(async () => {
  system = await startProduct();
}, 120_000);
afterAll(() => system?.stop());

const key = () => publicJwk(createPrivateKey(readFileSync(join(system.dataDirectory, 'keys', 'grants.pem')))).key;

function grant(
  audience: string,
  more: object = {},
  options: { key?: jwt.Secret; algorithm?: jwt.Algorithm } = {},
): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: 'person360-gateway',
    aud: audience,
    iat: now,
    exp: now + 60,
    agency: 'DCFS',
    purpose: 'FOSTER_CARE_CASE',
    roles: ['CASEWORKER'],
    datasets: ['snap.participation'],
    revision: 1,
    ...more,
  };
  return jwt.sign(JSON.stringify(claims), options.key ?? key().privateKey, {
    algorithm: options.algorithm ?? 'ES256',
    keyid: key().kid,
  });
}

const url = (name: SubgraphName): string => system.subgraphUrls.get(name) ?? '';
const hourAgo = () => Math.floor(Date.now() / 1000) - 3_600;

const strangers: Readonly<Record<string, (name: SubgraphName) => string | undefined>> = {
  'without a grant': () => undefined,
  'with a grant for another subgraph': (name) => grant(name === 'snap' ? 'tanf' : 'snap'),
  'with a grant for every subgraph': () => grant('*', { aud: ['*', 'person360'] }),
  'with an expired grant': (name) => grant(name, { iat: hourAgo(), exp: hourAgo() + 60 }),
  'with a grant that never ends': (name) => grant(name, { exp: undefined }),
  'with a grant of another issuer': (name) => grant(name, { iss: 'person360-emou' }),
  'with a grant signed by a stranger': (name) =>
    grant(name, {}, { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }),
  'with a grant signed with none': (name) => grant(name, {}, { key: '', algorithm: 'none' }),
  'with a grant signed with the public key': (name) =>
    grant(
      name,
      {},
      { key: createPublicKey(key().privateKey).export({ type: 'spki', format: 'pem' }), algorithm: 'HS256' },
    ),
  'with a caller’s token': () => system.token(fosterCare),
};

describe.each(SUBGRAPH_NAMES)('%s', (name) => {
  test.each(Object.keys(strangers))('%s answers 401 to every question, and nothing else', async (stranger) => {
    for (const query of questions) {
      const answer = await post(url(name), strangers[stranger]?.(name), { query, variables: { representations: [] } });
      expect([query, answer.status, answer.codes]).toEqual([query, 401, ['UNAUTHENTICATED']]);
      expect(answer.data).toBeUndefined();
    }
  });

  test('with a good grant answers', async () => {
    expect((await post(url(name), grant(name), { query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
  });
});

test('a subgraph checks guarded fields again: a grant for one dataset opens no other', async () => {
  const answer = await post(url('snap'), grant('snap'), {
    query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
      snap { status monthlyAllotment immigrationStatus } } } }`,
    variables: { representations: [{ __typename: 'Person', snapClientId: '1000000742' }] },
  });
  expect(answer.data).toEqual({
    _entities: [{ snap: { status: 'ACTIVE', monthlyAllotment: null, immigrationStatus: null } }],
  });
  expect(answer.codes).toEqual(['FORBIDDEN_FIELD', 'FORBIDDEN_FIELD']);
});

test('the feed of approvals is for the gateway only', async () => {
  const feed = new URL('/feed', url('emou'));
  expect((await fetch(feed)).status).toBe(401);
  for (const token of [grant('snap'), system.token(fosterCare)]) {
    expect((await fetch(feed, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  }
});

test('health is public and reveals no internals', async () => {
  for (const name of SUBGRAPH_NAMES) {
    for (const path of ['/health/live', '/health/ready']) {
      const response = await fetch(new URL(path, url(name)));
      expect([name, path, response.status]).toEqual([name, path, 200]);
      expect(await response.text()).not.toMatch(/postgres|127\.0\.0\.1|password/);
    }
  }
});
