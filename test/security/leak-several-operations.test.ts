import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: benefits });
  product.approve(aging, 'payments.status');
}, 240_000);
afterAll(() => product?.stop());

/**
 * The attack: one document with an open operation and a denied one, so that the one is decided or planned and the other
 * run; or a mutation behind a query.
 */
describe('several operations in one document', () => {
  const query = `
    query Open($id: ID!) { person(id: $id) { ...Named benefit { status } } }
    query Denied($id: ID!) { person(id: $id) { ...Named birthDate benefit { amount } } }
    mutation Forget($id: ID!) { forget(id: $id) }
    fragment Named on Person { name }`;
  const run = (operationName: unknown) => product.send(aging, { query, operationName, variables: { id: ada } });
  const open = { person: { name: 'Ada', benefit: { status: secrets.status } } };
  const denied = { person: { name: 'Ada', birthDate: null, benefit: { amount: null } } };

  test('are each decided and asked by themselves, in any order and again and again', async () => {
    for (const [name, data] of [
      ['Denied', denied],
      ['Open', open],
      ['Denied', denied],
      ['Open', open],
    ] as const) {
      const attempt = await run(name);
      expect([name, attempt.data]).toEqual([name, data]);
      expect(attempt.denied).toHaveLength(name === 'Open' ? 0 : 2);
      expect(attempt.asked).not.toMatch(/birthDate|amount|forget/);
      expect(attempt.answer.text).not.toMatch(new RegExp(`${secrets.birthDate}|${secrets.amount}`));
    }
  });

  test('a denied mutation among them is not run, and its name does not make a query of it', async () => {
    const { data, denied: told, requests } = await run('Forget');
    expect([data, told.map(({ coordinate }) => coordinate)]).toEqual([null, ['Mutation.forget']]);
    expect(requests).toEqual([]);
  });

  test.each([
    ['no name', undefined],
    ['null', null],
    ['an empty name', ''],
    ['a name that none has', 'Other'],
    ['the name of a fragment', 'Named'],
    ['the name of every object’s property', '__proto__'],
  ])('none is run for %s', async (_, operationName) => {
    const { answer, requests } = await run(operationName);
    expect([answer.status, answer.codes, answer.data]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE'], undefined]);
    expect(requests).toEqual([]);
  });

  test.each([
    [
      'two of one name',
      'query A($id: ID!) { person(id: $id) { name } } query A($id: ID!) { person(id: $id) { birthDate } }',
    ],
    [
      'one without a name beside another',
      'query A($id: ID!) { person(id: $id) { name } } query ($id: ID!) { person(id: $id) { birthDate } }',
    ],
  ])('%s are refused', async (_, text) => {
    const { answer, requests } = await product.send(aging, { query: text, operationName: 'A', variables: { id: ada } });
    expect([answer.status, answer.codes, answer.data]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED'], undefined]);
    expect(requests).toEqual([]);
  });
});
