import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { FactQuestion } from '../../../schema/persons/personFacts.ts';
import { snapSubgraph } from '../../snap/subgraph.ts';
import { askSubgraph } from '../testing/askSubgraph.ts';
import { grantClaims } from '../testing/grantIssuer.ts';
import { startTestSystems, type TestSystem, type TestSystems } from '../testing/testSystems.ts';

const rows = `
  insert into snap_case values ('C1', 'ACTIVE', 'S1', '2026-06-01', '2027-05-31', '2027-05-01', null, true, 'Peoria FCRC',
    29100, 120000, 'EMPLOYER', 80000, 'IRS', 5000, true);
  insert into client values
    ('S1', 'C1', true, 'EXEMPT', 0, false, null, false),
    ('S2', 'C1', true, 'EXEMPT', 0, false, null, false);`;
const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person {
  snap { status certificationEnd office } } } }`;

describe('facts that a system learns', () => {
  let systems: TestSystems;
  let snap: TestSystem;
  let asked: { readonly keys: readonly string[]; readonly authorization: string | undefined }[];
  let answer: { status: number; body: string };
  const door = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const { keys } = FactQuestion.parse(JSON.parse(body));
      asked.push({ keys, authorization: request.headers.authorization });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
  });
  let isTold = true;

  beforeAll(async () => {
    systems = await startTestSystems();
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    // A TCP server that listens has an AddressInfo.
    const { port } = door.address() as AddressInfo;
    const factsUrl = () => (isTold ? `http://127.0.0.1:${port}/facts` : undefined);
    snap = await systems.start(snapSubgraph, rows, { factsUrl });
  }, 60_000);
  afterAll(async () => {
    door.close();
    door.closeAllConnections();
    await systems.stop();
  });
  beforeEach(() => {
    asked = [];
    isTold = true;
    answer = { status: 200, body: JSON.stringify({ persons: [{ key: 'S2', facts: ['WARD'] }] }) };
    // Another grant, so that nothing is cached.
    systems.now = new Date(systems.now.getTime() + 10_000);
  });

  const sign = () =>
    systems.issuer.sign({
      ...grantClaims('snap', ['snap.participation'], systems.now),
      conditions: { 'snap.participation': [['WARD']] },
    });
  const ask = (grant: string) =>
    askSubgraph(
      snap.running.url,
      grant,
      query,
      { representations: ['S1', 'S2', 'S1'].map((snapClientId) => ({ __typename: 'Person', snapClientId })) },
      { 'facts-authorization': 'Bearer facts.of.call' },
    );
  const ofWard = { status: 'ACTIVE', certificationEnd: '2027-05-31', office: 'Peoria FCRC' };

  test('are requested once for all persons and fields, with the call’s facts token instead of the grant, and cached for seconds', async () => {
    const grant = sign();
    for (let n = 0; n < 3; n++) {
      const { data, codes } = await ask(grant);
      expect([data, codes]).toEqual([{ _entities: [{ snap: null }, { snap: ofWard }, { snap: null }] }, []]);
    }
    expect(asked).toEqual([{ keys: ['S1', 'S2'], authorization: 'Bearer facts.of.call' }]);
    systems.now = new Date(systems.now.getTime() + 4_999);
    await ask(grant);
    expect(asked).toHaveLength(1);
    answer = { status: 200, body: '{"persons":[]}' };
    systems.now = new Date(systems.now.getTime() + 1);
    expect((await ask(grant)).data).toEqual({ _entities: [{ snap: null }, { snap: null }, { snap: null }] });
    expect(asked).toHaveLength(2);
  });

  test.each([
    ['answers an error', { status: 500, body: '{}' }],
    ['refuses', { status: 401, body: '' }],
    ['answers something else', { status: 200, body: '{"persons":[{"key":"S2","facts":"WARD"}]}' }],
    ['answers no JSON', { status: 200, body: 'WARD' }],
  ])('do not hold when the door %s: null, and it is said', async (_, given) => {
    answer = given;
    const grant = sign();
    const { data, codes } = await ask(grant);
    expect(data).toEqual({ _entities: [{ snap: null }, { snap: null }, { snap: null }] });
    expect(new Set(codes)).toEqual(new Set(['FACTS_UNAVAILABLE']));
    // A failure is not cached.
    answer = { status: 200, body: JSON.stringify({ persons: [{ key: 'S2', facts: ['WARD'] }] }) };
    expect((await ask(grant)).codes).toEqual([]);
  });

  test('count as not met if no facts endpoint is configured', async () => {
    isTold = false;
    expect(new Set((await ask(sign())).codes)).toEqual(new Set(['FACTS_UNAVAILABLE']));
    expect(asked).toEqual([]);
  });

  test('are not requested under a grant without conditions', async () => {
    const { data } = await ask(systems.issuer.sign(grantClaims('snap', ['snap.participation'], systems.now)));
    expect(data).toEqual({ _entities: [{ snap: ofWard }, { snap: ofWard }, { snap: ofWard }] });
    expect(asked).toEqual([]);
  });
});
