import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { grantClaims } from '../../../subgraphs/kit/testing/grantIssuer.ts';
import { type Answer, readAnswer } from '../../harness/answer.ts';
import { post } from '../../harness/product/startProduct.ts';
import { fosterCare, idhsOfficer, snapWorker } from '../../harness/requesters.ts';
import { signGrant } from '../harness/signGrant.ts';
import { federation, get, open, stock, system, touched } from './endpoints.ts';

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

  test('gets 406 before anything runs if no acceptable response type exists', async () => {
    const before = touched;
    const response = await fetch(open.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'image/png' },
      body: JSON.stringify({ query: 'mutation { touch }' }),
    });
    expect([response.status, touched]).toEqual([406, before]);
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
