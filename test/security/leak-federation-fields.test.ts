import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { benefits } from './harness/benefits.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: benefits });
  product.approve(aging, 'payments.status', 'payments.amounts', 'people.births');
}, 240_000);
afterAll(() => product?.stop());

/**
 * The attack: what the gateway asks agencies with, `_entities` and `_service`, is asked of the gateway: any object by a
 * number that no client may know, past the field that guards the way to it. (Of an agency itself: subgraph-doors.)
 */
describe('fields of the federation', () => {
  const representations = [{ __typename: 'Person', caseNumber: 'C-1' }];

  test.each([
    ['the schema of an agency', '{ _service { sdl } }'],
    ['the same under another name', '{ name: _service { __typename } }'],
    [
      'objects by their keys',
      '{ _entities(representations: [{ __typename: "Person", caseNumber: "C-1" }]) { ... on Person { benefit { amount } } } }',
    ],
    [
      'the same in a fragment',
      '{ ...F } fragment F on Query { ... { _entities(representations: []) { __typename } } }',
    ],
    ['their type', '{ everybody { ... on _Entity { __typename } } }'],
    ['a linking key', '{ everybody { caseNumber } }'],
    ['a linking key as an argument', '{ person(caseNumber: "C-1") { name } }'],
    ['a mark of the supergraph', '{ everybody { name @join__field(graph: PAYMENTS) } }'],
    ['a guard of their own', '{ everybody { birthDate @policy(policies: []) } }'],
  ])('are unknown to the gateway, and no agency is asked: %s', async (_, query) => {
    const { answer, requests } = await product.ask(aging, query);
    expect([answer.status, new Set(answer.codes), answer.data]).toEqual([
      400,
      new Set(['GRAPHQL_VALIDATION_FAILED']),
      undefined,
    ]);
    expect(answer.text).not.toMatch(/did you mean|C-1|PEOPLE|join__Graph/i);
    expect(requests).toEqual([]);
  });

  test('are unknown as types of variables, too', async () => {
    const { answer, requests } = await product.ask(
      aging,
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
      { representations },
    );
    expect([answer.status, answer.data, requests]).toEqual([400, undefined, []]);
  });

  test('are not in what the schema says of itself', async () => {
    const { data, answer } = await product.ask(
      aging,
      '{ __schema { types { name fields { name } } directives { name } } }',
    );
    expect(data).toBeDefined();
    expect(answer.text).toContain('birthDate');
    expect(answer.text).not.toMatch(/_Any|_Entity|_Service|_entities|_service|join__|caseNumber|policy|inaccessible/);
  });

  test('an open variable named like the gateway’s own carries nothing to an agency but itself', async () => {
    const { data, requests } = await product.ask(
      aging,
      'query ($representations: ID!) { person(id: $representations) { benefit { amount } } }',
      { representations: 'p-bob' },
    );
    expect(data).toEqual({ person: { benefit: null } });
    const toPayments = requests.filter(({ subgraph }) => subgraph === 'payments');
    expect(toPayments.map(({ variables }) => variables)).toEqual([
      { representations: [{ __typename: 'Person', caseNumber: 'C-2' }] },
    ]);
  });
});
