import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import { fosterCare } from '../harness/requesters.ts';

/** The attack: query a person and infer from the response whether a closed system knows them. */
describe('whether a person is known to a closed system', () => {
  let system: Product;
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    system = await startProduct();
    gateway = await startGateway(system, { approvals: 'given', limits: { maxFactAgeMs: 0 } });
  }, 240_000);
  afterAll(async () => {
    await gateway?.stop();
    await system?.stop();
  });

  // The partner is in custody, the daughter is not; she is known to SNAP, he is not.
  const known = { id: idOf('partner') };
  const unknown = { id: idOf('daughter') };
  const attacks = {
    plain: 'query ($id: ID!) { person(id: $id) { corrections { status } } }',
    'by its type': 'query ($id: ID!) { person(id: $id) { corrections { __typename } } }',
    'by an alias': 'query ($id: ID!) { person(id: $id) { id: corrections { status: __typename } } }',
    'by a list in it': 'query ($id: ID!) { person(id: $id) { corrections { sentences { __typename } } } }',
    'by a fragment':
      'query ($id: ID!) { person(id: $id) { ...F } } fragment F on Person { ... { corrections { ... on CustodyRecord { __typename } } } }',
  };

  test.each(Object.entries(attacks))('does not show: %s', async (_, query) => {
    gateway.approve(fosterCare, []);
    const [one, other] = [await gateway.ask(fosterCare, query, known), await gateway.ask(fosterCare, query, unknown)];
    expect(one.text).toBe(other.text);
    expect(one.codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  test.each(Object.entries(attacks))('does not show under a condition that neither meets: %s', async (_, query) => {
    const conditions = [['WARD' as const]];
    gateway.approve(fosterCare, [
      {
        dataset: 'corrections.custody',
        fields: ['CustodyRecord.status', 'CustodyRecord.sentences', 'Sentence.county'].map((field) => ({
          field,
          conditions,
        })),
      },
    ]);
    const [one, other] = [await gateway.ask(fosterCare, query, known), await gateway.ask(fosterCare, query, unknown)];
    expect(one.text).toBe(other.text);
    expect(one.codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  test('nor does a person who is known nowhere look different where all is closed', async () => {
    gateway.approve(fosterCare, []);
    const query = 'query ($number: String!) { custodyRecord(idocNumber: $number) { __typename } }';
    const [one, other] = [
      await gateway.ask(fosterCare, query, { number: 'A00385' }),
      await gateway.ask(fosterCare, query, { number: 'Z99999' }),
    ];
    expect(one.text).toBe(other.text);
    expect(one.data).toEqual({ custodyRecord: null });
  });
});
