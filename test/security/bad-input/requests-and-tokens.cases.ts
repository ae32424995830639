import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import { publicJwk } from '../../../gateway/grants/signingKey.ts';
import { at, readAnswer } from '../../harness/answer.ts';
import { idOf, post } from '../../harness/product/startProduct.ts';
import { snapWorker } from '../../harness/requesters.ts';
import { refused, renewToken, system, token } from './refused.ts';

const simple = '{ agencies { code } }';
const ward = { id: idOf('ward') };

describe('a request', () => {
  const raw = (init: RequestInit, path = '') =>
    refused(async () =>
      readAnswer(
        await fetch(`${system.url}${path}`, {
          method: 'POST',
          ...init,
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...init.headers },
        }),
      ),
    );

  test.each([
    ['broken JSON', '{"query": "{ agencies'],
    ['a JSON text', '"{ agencies { code } }"'],
    ['null', 'null'],
    ['a query that is no text', '{"query": {"a": 1}}'],
    ['variables that are a text', JSON.stringify({ query: simple, variables: '{' })],
    ['bytes', '\u0000\u0001\u0002'],
    ['an empty body', ''],
  ])('of %s is refused with 400', async (_, body) => {
    const [status, codes] = await raw({ body });
    expect([status, codes]).toEqual([400, ['BAD_REQUEST']]);
  });

  test('that is too large is refused with 413', async () => {
    const body = JSON.stringify({ query: simple, variables: { x: 'x'.repeat(300_000) } });
    expect(await raw({ body })).toEqual([413, ['PAYLOAD_TOO_LARGE']]);
  });

  test('with headers that are too large is refused with 431 and not a word more', async () => {
    const { status, text } = await fetch(system.url, {
      method: 'POST',
      body: JSON.stringify({ query: simple }),
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        'emergency-words': 'x'.repeat(20_000),
      },
    }).then(async (response) => ({ status: response.status, text: await response.text() }));
    expect([status, text]).toEqual([431, '']);
  });

  test('that a foreign page could send in a form is refused', async () => {
    const body = JSON.stringify({ query: simple });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const [status] = await raw({ body, headers: { 'content-type': type } });
      expect([type, status >= 400 && status < 500]).toEqual([type, true]);
    }
    // What a page can make a browser send by itself has no Authorization header.
    const { status } = await fetch(`${system.url}?query=${encodeURIComponent(simple)}`);
    expect(status).toBe(401);
  });

  test('with a mutation in its address is refused', async () => {
    const mutation = 'mutation { revokeApproval(input: { approvalId: "x", reason: "y" }) { approvalRevision } }';
    const [status] = await raw(
      { method: 'GET', headers: { 'apollo-require-preflight': '1' } },
      `?query=${encodeURIComponent(mutation)}`,
    );
    expect(status).toBe(405);
  });

  test('gets an answer that names no server', async () => {
    const { headers } = await post(system.url, token, { query: simple });
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null]);
  });
});

describe('a token', () => {
  const issuer = () => publicJwk(createPrivateKey(readFileSync(join(system.dataDirectory, 'keys', 'issuer.pem')))).key;
  const claims = (more: object = {}): object => {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: 'https://issuer.person360.localhost',
      aud: 'person360',
      sub: 'dcfs.caseworker',
      iat: now,
      exp: now + 600,
      agency: 'DCFS',
      roles: ['CASEWORKER'],
      purposes: ['FOSTER_CARE_CASE'],
      ...more,
    };
  };
  const signed = (more: object = {}) =>
    jwt.sign(JSON.stringify(claims(more)), issuer().privateKey, { algorithm: 'ES256', keyid: issuer().kid });
  const past = () => Math.floor(Date.now() / 1000) - 1;

  const bad: Readonly<Record<string, () => string>> = {
    'is expired': () => signed({ exp: past() - 10 }),
    'has a subject with a NUL': () => signed({ sub: 'a\0b' }),
    'has a subject with half an emoji': () => signed({ sub: 'a\ud83d' }),
    'has a critical header that nobody understands': () =>
      jwt.sign(JSON.stringify(claims()), issuer().privateKey, {
        algorithm: 'ES256',
        keyid: issuer().kid,
        header: { alg: 'ES256', crit: ['b64'] },
      }),
    'never expires': () => signed({ exp: undefined }),
    'is for another audience': () => signed({ aud: 'person361' }),
    'is for nobody': () => signed({ aud: undefined }),
    'is of another issuer': () => signed({ iss: 'https://issuer.example' }),
    'names no agency': () => signed({ agency: undefined }),
    'names a list of agencies': () => signed({ agency: ['DCFS', 'IDHS'] }),
    'names no subject': () => signed({ sub: '' }),
    'names no purposes': () => signed({ purposes: [] }),
    'has roles that are a text': () => signed({ roles: 'CASEWORKER' }),
    'is not valid yet': () => signed({ nbf: past() + 3_600 }),
    'is signed with none': () => jwt.sign(claims(), '', { algorithm: 'none', keyid: issuer().kid }),
    'is signed with HS256 and the public key': () =>
      jwt.sign(claims(), createPublicKey(issuer().privateKey).export({ type: 'spki', format: 'pem' }), {
        algorithm: 'HS256',
        keyid: issuer().kid,
      }),
    'is signed with another key under the same name': () =>
      jwt.sign(claims(), generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey, {
        algorithm: 'ES256',
        keyid: issuer().kid,
      }),
    'names a key that nobody has': () =>
      jwt.sign(claims(), issuer().privateKey, { algorithm: 'ES256', keyid: '../../etc' }),
    'is changed in one letter': () => {
      const [header, payload, signature] = signed().split('.');
      const other = Buffer.from(JSON.stringify({ ...claims(), agency: 'IDHS' })).toString('base64url');
      return payload === other ? '' : `${header}.${other}.${signature}`;
    },
    'is no token': () => 'a.b.c',
    'is a grant for a subgraph': () =>
      jwt.sign(
        claims({ iss: 'person360-gateway' }),
        createPrivateKey(readFileSync(join(system.dataDirectory, 'keys', 'grants.pem'))),
        {
          algorithm: 'ES256',
        },
      ),
  };

  /** Said only of tokens that the identity provider has signed; all others are TOKEN_INVALID. */
  const reasons: Readonly<Record<string, string>> = {
    'is expired': 'TOKEN_EXPIRED',
    'never expires': 'TOKEN_CLAIMS',
    'is for another audience': 'TOKEN_AUDIENCE',
    'is for nobody': 'TOKEN_AUDIENCE',
    'is of another issuer': 'TOKEN_ISSUER',
    'names no agency': 'TOKEN_CLAIMS',
    'names a list of agencies': 'TOKEN_CLAIMS',
    'names no subject': 'TOKEN_CLAIMS',
    'names no purposes': 'TOKEN_CLAIMS',
    'has roles that are a text': 'TOKEN_CLAIMS',
    'is not valid yet': 'TOKEN_NOT_YET_VALID',
    'has a subject with a NUL': 'TOKEN_CLAIMS',
    'has a subject with half an emoji': 'TOKEN_CLAIMS',
  };

  test('that is good is answered', async () => {
    expect((await post(system.url, signed(), { query: simple })).status).toBe(200);
  });

  test.each(Object.keys(bad))('that %s gets 401 and nothing else', async (name) => {
    const { result, requests } = await system.recordedDuring(() => post(system.url, bad[name]?.(), { query: simple }));
    const reason = reasons[name] ?? 'TOKEN_INVALID';
    expect(result.status).toBe(401);
    expect(JSON.parse(result.text)).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED', reason } }],
    });
    expect(result.headers.get('www-authenticate')).toBe(
      `Bearer realm="person360", error="invalid_token", error_description="${result.errors[0]?.message}"`,
    );
    expect(requests).toEqual([]);
  });

  test('that is missing gets 401 with a challenge that names no error', async () => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const { status, headers, text } = await post(system.url, undefined, { query: simple }, { accept });
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="person360"']);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { reason: 'TOKEN_MISSING' } }] });
    }
  });

  test.each([
    ['expired three seconds ago', { exp: -3 }],
    ['becomes valid in three seconds', { nbf: 3 }],
  ])('that %s is accepted: clocks differ', async (_, times) => {
    const now = Math.floor(Date.now() / 1000);
    const moved = Object.fromEntries(Object.entries(times).map(([claim, seconds]) => [claim, now + seconds]));
    expect((await post(system.url, signed(moved), { query: simple })).status).toBe(200);
  });

  test('is not taken from anywhere but the Authorization header', async () => {
    expect((await post(system.url, undefined, { query: simple })).status).toBe(401);
    expect((await post(system.url, undefined, { query: simple }, { authorization: token })).status).toBe(401);
    expect((await post(system.url, undefined, { query: simple }, { authorization: `Basic ${token}` })).status).toBe(
      401,
    );
    expect((await post(system.url, undefined, { query: simple }, { cookie: `token=${token}` })).status).toBe(401);
    expect((await post(`${system.url}?access_token=${token}`, undefined, { query: simple })).status).toBe(401);
  });

  test('is refused before a byte of the body is looked at', async () => {
    expect((await post(system.url, undefined, '{"query":')).status).toBe(401);
  });

  test.each([
    ['another than the token’s', 'CHILD_PROTECTION', 403, 'PURPOSE_NOT_PERMITTED'],
    ['one that nobody knows', 'CURIOSITY', 400, 'PURPOSE_UNKNOWN'],
    ['two at once', 'FOSTER_CARE_CASE, CHILD_PROTECTION', 400, 'PURPOSE_UNKNOWN'],
  ])('with a purpose that is %s is refused', async (_, purpose, status, code) => {
    const ask = () => post(system.url, token, { query: simple }, { 'purpose-of-use': purpose });
    expect(await refused(ask)).toEqual([status, [code]]);
  });

  test('of several purposes needs the header, and each purpose sees its own', async () => {
    const both = signed({ purposes: ['FOSTER_CARE_CASE', 'CHILD_PROTECTION'] });
    const query = 'query ($id: ID!) { person(id: $id) { medicaid { status } } }';
    const ask = (headers = {}) => post(system.url, both, { query, variables: ward }, headers);
    expect(await refused(() => ask())).toEqual([400, ['PURPOSE_REQUIRED']]);
    const asked = async (purpose: string) => at((await ask({ 'purpose-of-use': purpose })).data, 'person.medicaid');
    expect(await asked('FOSTER_CARE_CASE')).toEqual({ status: 'ACTIVE' });
    expect(await asked('CHILD_PROTECTION')).toBeNull();
  });

  test('that has run out is refused although it was believed a moment ago', async () => {
    const short = system.token(snapWorker, { lifetime: 30 });
    expect((await post(system.url, short, { query: simple })).status).toBe(200);
    system.clock.advance(36_000);
    expect((await post(system.url, short, { query: simple })).status).toBe(401);
    renewToken();
  });
});
