import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Approved, type GraphProduct, inForce, startProduct } from '../harness/product/startProduct.ts';
import type { RecordedRequest } from '../harness/product/subgraphProxy.ts';
import { aging, energyAssistance, fosterCare, schoolSupport, type Who } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

let product: GraphProduct;
beforeAll(async () => {
  // Slow, so that simultaneous requests are in flight together.
  const slow = benefits.map((agency) => ({ ...agency, resolvers: slowed(agency.resolvers) }));
  product = await startProduct({ systems: slow, engines: ['compiled', 'apollo'] });
}, 240_000);
afterAll(() => product?.stop());

const variables = { id: ada };
const { birthDate, status, amount } = secrets;

/**
 * The attack: send the text that a requester with more rights has just sent, or is sending now, so that something cached
 * or in flight for them (a parsed document, a plan, a call to a system, a response) serves another requester.
 */
describe.each(['compiled', 'apollo'] as const)('what is kept or shared between requests, %s engine', (engine) => {
  const person = { name: 'Ada', birthDate: null, benefit: null };
  /** Each with what they are shown, and what an agency may be asked in their name. */
  const askers: readonly (readonly [Who, object, RegExp])[] = [
    [fosterCare, { ...person, birthDate }, /birthDate/],
    [aging, { ...person, benefit: { status, amount: null } }, /status/],
    [energyAssistance, { ...person, benefit: { status, amount } }, /status|amount/],
    [schoolSupport, person, /^$/],
  ];
  const approveAll = () =>
    product.replace([
      { ...inForce(fosterCare, { dataset: 'people.births' }), id: 'a1' },
      { ...inForce(aging, { dataset: 'payments.status' }), id: 'a2' },
      { ...inForce(energyAssistance, { dataset: 'payments.status' }), id: 'a3' },
      { ...inForce(energyAssistance, { dataset: 'payments.amounts' }), id: 'a4' },
    ]);

  test('never mixes agencies: one text, cold, then warm, forty at once', async () => {
    approveAll();
    const query = `query ${engine}($id: ID!) { person(id: $id) { name birthDate benefit { status amount } } }`;
    for (const round of ['cold', 'warm']) {
      const attempts = await Promise.all(
        Array.from({ length: 10 }, () =>
          askers.map(
            async ([who, shown]) => [who, shown, await product.ask(who, query, variables, { engine })] as const,
          ),
        ).flat(),
      );
      for (const [who, shown, { data }] of attempts)
        expect([round, who.agency, data]).toEqual([round, who.agency, { person: shown }]);
      const requests = new Set(attempts.flatMap(([, , attempt]) => attempt.requests));
      expect(requests.size).toBeGreaterThanOrEqual(askers.length);
      for (const request of requests) {
        const allowed = askers.find(([{ agency }]) => agency === agencyOf(request))?.[2];
        const guarded = request.query.match(/\b(birthDate|status|amount)\b/g) ?? [];
        expect([agencyOf(request), guarded.filter((field) => !allowed?.test(field))]).toEqual([agencyOf(request), []]);
      }
    }
  });

  test('never mixes roles or purposes of one person of one agency', async () => {
    product.replace([inForce(aging, { dataset: 'payments.status', roles: ['CASEWORKER'] })]);
    const query = `query Roles${engine}($id: ID!) { person(id: $id) { benefit { status } } }`;
    const closed = { person: { benefit: null } };
    for (let round = 0; round < 3; round++) {
      const attempts = await Promise.all(
        [aging, { ...aging, roles: ['INTERN'] }, { ...aging, purpose: 'AUDIT' as const }].map((who) =>
          product.ask(who, query, variables, { engine }),
        ),
      );
      expect(attempts.map(({ data }) => data)).toEqual([{ person: { benefit: { status } } }, closed, closed]);
    }
  });

  test('never asks in the name of another agency, though both may see the same and ask at once', async () => {
    product.replace([
      { ...inForce(aging, { dataset: 'payments.status' }), id: 'a1' },
      { ...inForce(energyAssistance, { dataset: 'payments.status' }), id: 'a2' },
    ]);
    const query = `query Names${engine}($id: ID!) { person(id: $id) { name benefit { status } } }`;
    // Each about persons of their own, so that who asked is to be seen at the agency.
    const attempts = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        product.ask(index % 2 === 0 ? aging : energyAssistance, query, { id: `p-${index % 2}-${index}` }, { engine }),
      ),
    );
    const requests = [...new Set(attempts.flatMap((attempt) => attempt.requests))];
    const names = (ids: string) =>
      new Set(requests.filter(({ variables: of }) => JSON.stringify(of).includes(ids)).map(agencyOf));
    expect([names('"p-0-'), names('"p-1-')]).toEqual([new Set([aging.agency]), new Set([energyAssistance.agency])]);
  });

  test('never mixes forms and conditions: one text, one sees the value, one the year, one nothing', async () => {
    const field = 'Person.birthDate';
    const asked: readonly (readonly [Who, Approved, string | null])[] = [
      [fosterCare, { dataset: 'people.births' }, birthDate],
      [aging, { dataset: 'people.births', fields: [{ field, transform: 'YEAR_ONLY' }] }, birthDate.slice(0, 4)],
      [energyAssistance, { dataset: 'people.births', fields: [{ field, conditions: [['WARD']] }] }, null],
    ];
    product.replace(asked.map(([who, approved], index) => inForce(who, approved, index)));
    const query = `query Forms${engine}($id: ID!) { person(id: $id) { name birthDate } }`;
    for (const order of [asked, [...asked].reverse()]) {
      for (const [who, , shown] of order) {
        const { data } = await product.ask(who, query, variables, { engine });
        expect([who.agency, data]).toEqual([who.agency, { person: { name: 'Ada', birthDate: shown } }]);
      }
    }
  });

  test('is not what an older state of the approvals gave', async () => {
    const query = `query Revision${engine}($id: ID!) { person(id: $id) { benefit { status amount } } }`;
    for (const [datasets, benefit] of [
      [['payments.status', 'payments.amounts'], { status, amount }],
      [['payments.status'], { status, amount: null }],
      [[], null],
      [['payments.status', 'payments.amounts'], { status, amount }],
    ] as const) {
      product.approve(aging, ...datasets);
      const { data, asked } = await product.ask(aging, query, variables, { engine });
      expect(data).toEqual({ person: { benefit } });
      expect([datasets, asked.includes('amount')]).toEqual([datasets, datasets.length === 2]);
    }
  });

  test('is not another person’s, whose id was asked in the same moment', async () => {
    product.approve(aging, 'payments.status');
    const query = `query Persons${engine}($id: ID!) { person(id: $id) { name benefit { status } } }`;
    const ids = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? ada : 'p-bob'));
    const attempts = await Promise.all(ids.map((id) => product.ask(aging, query, { id }, { engine })));
    for (const [index, { data }] of attempts.entries()) {
      const expected = ids[index] === ada ? { name: 'Ada', benefit: { status } } : { name: 'Bob', benefit: null };
      expect(data).toEqual({ person: expected });
    }
  });
});

test('every response forbids caching, whatever the requester and the result', async () => {
  for (const query of ['{ everybody { name } }', '{ everybody { birthDate } }', '{ nothing }']) {
    const { answer } = await product.ask(aging, query);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect([answer.headers.get('etag'), answer.headers.get('last-modified')]).toEqual([null, null]);
  }
});

/** For whom the gateway asked: the grant says so. */
function agencyOf({ authorization = '' }: RecordedRequest): string {
  const claims: { readonly agency?: string } = JSON.parse(
    Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString(),
  );
  return claims.agency ?? '';
}

/** The same resolvers, each a moment later. */
function slowed(resolvers: object | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(resolvers ?? {}).map(([name, inner]: [string, unknown]) => [
      name,
      typeof inner === 'function'
        ? async (...given: readonly unknown[]) => {
            await sleep(20);
            return inner(...given);
          }
        : slowed(inner as object), // what is no resolver holds resolvers
    ]),
  );
}
