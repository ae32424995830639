import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at } from '../harness/answer.ts';
import {
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import { rowsOf } from '../harness/recordsOf.ts';
import { fosterCare } from '../harness/requesters.ts';

/** The attack: nothing of a list is shown, but how long it is, or how many nulls it has, tells what is in it. */
describe('the length of a list', () => {
  let system: Product;
  let gateway: ApprovedGateway;
  /** Lives in a household of another size than the demonstration's. */
  let other: string;
  beforeAll(async () => {
    system = await startProduct();
    gateway = await startGateway(system, { approvals: 'given', limits: { maxFactAgeMs: 0 } });
    const [found] = await rowsOf<{ id: string }>(
      system.databaseUrls.get('identity') ?? '',
      `select min(person_id::text) as id from person group by household_id
       having count(*) <> (select count(*) from person where household_id =
         (select household_id from person where person_id = $1)) limit 1`,
      [idOf('child')],
    );
    other = found?.id ?? '';
  }, 240_000);
  afterAll(async () => {
    await gateway?.stop();
    await system?.stop();
  });

  const household = { dataset: 'identity.household' };

  test.each([
    ['plain', '{ members { id } }'],
    ['under another name', '{ id: members { __typename } }'],
    ['in a fragment', '{ ... on Household { ... { members { ... on Person { id } } } } }'],
  ])('of a closed household is the same for any household: %s', async (_, inside) => {
    gateway.approve(fosterCare, []);
    const query = `query ($id: ID!) { person(id: $id) { household ${inside} } }`;
    const [one, two] = [
      await gateway.ask(fosterCare, query, { id: idOf('child') }),
      await gateway.ask(fosterCare, query, { id: other }),
    ];
    expect(one.codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(one.data).toEqual({ person: { household: null } });
    expect(one.text).toBe(two.text);
  });

  test('of an open household does not depend on whose data is closed in it', async () => {
    const query = `query ($id: ID!) { person(id: $id) { household { members { id corrections { status } } } } }`;
    const conditions = [['WARD' as const]];
    const lengths: unknown[] = [];
    for (const terms of [undefined, [{ field: 'CustodyRecord.status', conditions }], null]) {
      const custody = { dataset: 'corrections.custody', ...(terms == null ? {} : { fields: terms }) };
      gateway.approve(fosterCare, terms === null ? [household] : [household, custody]);
      const { data } = await gateway.ask(fosterCare, query, { id: idOf('child') });
      lengths.push(at(data, 'person.household.members.length'));
    }
    expect(lengths).toEqual([5, 5, 5]);
  });

  test('inside of what a person’s condition closes is not to be seen: null, neither empty nor so many nulls', async () => {
    gateway.approve(fosterCare, [
      household,
      {
        dataset: 'corrections.custody',
        fields: ['CustodyRecord.sentences', 'Sentence.county'].map((field) => ({ field, conditions: [['WARD']] })),
      },
    ]);
    const query = `query ($ids: [ID!]!) { persons(ids: $ids) { corrections { sentences { county } } } }`;
    // One is in custody with sentences, the other was never sentenced.
    const [one, two] = [
      await gateway.ask(fosterCare, query, { ids: [idOf('partner')] }),
      await gateway.ask(fosterCare, query, { ids: [idOf('daughter')] }),
    ];
    expect(one.data).toEqual({ persons: [{ corrections: null }] });
    expect(one.text).toBe(two.text);
  });

  test('of persons requested by ids is the number of ids, whether or not they exist', async () => {
    gateway.approve(fosterCare, []);
    const query = 'query ($ids: [ID!]!) { persons(ids: $ids) { name { given } } }';
    const [known, unknown] = [
      await gateway.ask(fosterCare, query, { ids: [idOf('child'), other] }),
      await gateway.ask(fosterCare, query, { ids: ['nobody', 'nobody else'] }),
    ];
    expect(at(known.data, 'persons.length')).toBe(2);
    expect(at(unknown.data, 'persons.length')).toBe(2);
    // Denials do not depend on data: the same errors for people who are not there.
    expect(JSON.stringify(known.errors)).toBe(JSON.stringify(unknown.errors));
  });

  test('of what a closed search finds is not to be seen, whether it finds anybody or not', async () => {
    gateway.approve(fosterCare, [household]);
    const query = 'query ($name: String!) { searchPersons(name: $name) { id } }';
    const [one, two] = [
      await gateway.ask(fosterCare, query, { name: 'Hayes' }),
      await gateway.ask(fosterCare, query, { name: 'Xyzzyx' }),
    ];
    expect(one.data).toEqual({ searchPersons: null });
    expect(one.text).toBe(two.text);
  });
});
