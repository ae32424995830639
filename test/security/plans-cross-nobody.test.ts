import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { custody, wanda } from '../harness/graphs/custody.ts';
import { type GraphProduct, inForce, startProduct } from '../harness/product/startProduct.ts';
import { childProtection, fosterCare } from '../harness/requesters.ts';

const query = 'query ($id: ID!) { person(id: $id) { name custody } }';

/** Custody is open to both; the date of birth it is computed from is open to one of them for wards only. */
const approvals: readonly FeedApproval[] = [
  inForce(childProtection, { dataset: 'court.custody' }, 1),
  inForce(
    childProtection,
    {
      dataset: 'people.births',
      fields: [{ field: 'Person.birthDate', conditions: [['WARD']] }, { field: 'Person.custody' }],
    },
    2,
  ),
  inForce(fosterCare, { dataset: 'court.custody' }, 3),
  inForce(fosterCare, { dataset: 'people.births' }, 4),
];

/** The attack: a plan that was compiled for a requester who may see everything serves one who may not. */
describe.each(['compiled', 'apollo'] as const)('a plan compiled for other terms of an input, %s engine', (engine) => {
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({ systems: custody, engines: [engine] });
    product.replace(approvals);
  }, 60_000);
  afterAll(() => product?.stop());

  const inOrder = [
    ['the narrow requester first', [childProtection, fosterCare, childProtection]],
    ['the broad requester first', [fosterCare, childProtection, fosterCare]],
  ] as const;

  test.each(inOrder)('never serves another requester: %s', async (order, requesters) => {
    for (const who of requesters) {
      const text = `${query} # ${order}`;
      const { data, denied, asked } = await product.ask(who, text, { id: wanda.id });
      const opened = who === fosterCare;
      expect(data).toEqual({ person: { name: 'Wanda', custody: opened ? `custody since ${wanda.birthDate}` : null } });
      expect(asked.includes(wanda.birthDate)).toBe(opened);
      expect(denied).toEqual(
        opened ? [] : [{ path: ['person', 'custody'], coordinate: 'Person.custody', reason: 'CONDITION_NOT_MET' }],
      );
    }
  });
});

describe.each(['compiled', 'apollo'] as const)('a plan made for other keys, %s engine', (engine) => {
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({ systems: custody, engines: [engine] });
    product.replace([
      inForce(childProtection, { dataset: 'housing.rent' }, 1),
      inForce(fosterCare, { dataset: 'housing.rent' }, 2),
      inForce(fosterCare, { dataset: 'people.taxes' }, 3),
    ]);
  }, 60_000);
  afterAll(() => product?.stop());

  test('is never used for a requester to whom the key it sends is closed', async () => {
    for (const who of [fosterCare, childProtection, fosterCare, childProtection]) {
      const { data, asked } = await product.ask(who, 'query ($id: ID!) { person(id: $id) { rent } }', { id: wanda.id });
      expect(data).toEqual({ person: { rent: expect.stringContaining('rent of ') } });
      if (who === childProtection) expect(asked).not.toMatch(/taxNumber|tax-of/);
    }
  });
});

describe.each(['compiled', 'apollo'] as const)('a field that needs what is closed, %s engine', (engine) => {
  const said: string[] = [];
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({ systems: custody, engines: [engine], log: (message) => said.push(message) });
    product.replace([
      inForce(childProtection, { dataset: 'court.custody' }, 1),
      inForce(childProtection, { dataset: 'people.births', fields: [{ field: 'Person.custody' }] }, 2),
      inForce(childProtection, { dataset: 'revenue.income' }, 3),
    ]);
  }, 60_000);
  afterAll(() => product?.stop());

  test('is denied for that input at its place; its neighbors are shown, and it is not an incident', async () => {
    const query = 'query ($id: ID!) { person(id: $id) { name my: custody parent { income } } }';
    const { data, answer, denied, asked } = await product.ask(childProtection, query, { id: wanda.id });
    expect(data).toEqual({ person: { name: 'Wanda', my: null, parent: { income: null } } });
    expect(denied).toEqual([
      { path: ['person', 'my'], coordinate: 'Person.custody', reason: 'FIELD_NOT_COVERED' },
      { path: ['person', 'parent', 'income'], coordinate: 'Person.income', reason: 'NO_APPROVAL' },
    ]);
    expect(answer.errors.map(({ extensions }) => [extensions.dataset, extensions.remedy])).toEqual([
      [
        'people.births',
        expect.objectContaining({ requestAccess: expect.objectContaining({ fields: ['Person.birthDate'] }) }),
      ],
      [
        'people.taxes',
        expect.objectContaining({ requestAccess: expect.objectContaining({ datasets: ['people.taxes'] }) }),
      ],
    ]);
    expect(asked).not.toMatch(/birthDate|taxNumber/);
    expect(said.filter((message) => message.includes('incident'))).toEqual([]);
    expect(await (await fetch(new URL('/metrics', product.url))).text()).toMatch(
      /^person360_plan_violations_total 0$/m,
    );
  });
});
