import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits } from './harness/benefits.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: benefits, engines: ['compiled', 'apollo'] });
  product.approve(aging, 'payments.status');
}, 240_000);
afterAll(() => product?.stop());

/**
 * The attack: `@skip` and `@include` get a variable that may be null, and null. Neither true nor false, the denied field
 * is null without its reason, and the refusal is not recorded.
 */
describe.each(['compiled', 'apollo'] as const)('a condition that is null, %s engine', (engine) => {
  const ask = (query: string, variables: object, headers = {}) =>
    product.ask(aging, query, { id: ada, ...variables }, { engine, headers });
  const attacks = {
    'of a denied field': 'query ($id: ID!, $v: Boolean = true) { person(id: $id) { name birthDate @skip(if: $v) } }',
    'of a fragment':
      'query ($id: ID!, $v: Boolean = true) { person(id: $id) { name ... @skip(if: $v) { birthDate } } }',
    'within a named fragment':
      'query ($id: ID!, $v: Boolean = false) { ...Q } fragment Q on Query { person(id: $id) { name benefit { ...B @include(if: $v) } } } fragment B on Benefit { amount }',
    'of an open field':
      'query ($id: ID!, $v: Boolean = true) { person(id: $id) { name benefit @include(if: $v) { status } } }',
  };

  test.each(Object.entries(attacks))('is an error of the request: %s', async (_, query) => {
    for (const headers of [{}, { 'access-mode': 'reject' }]) {
      const { answer, data, requests } = await ask(query, { v: null }, headers);
      expect([answer.status, answer.codes, data, requests]).toEqual([400, ['BAD_USER_INPUT'], undefined, []]);
    }
  });

  test('that is left out has its default, and a null that decides nothing in this operation is no error', async () => {
    const query = 'query ($id: ID!, $v: Boolean = false) { person(id: $id) { name birthDate @skip(if: $v) } }';
    const { data, denied } = await ask(query, {});
    expect(data).toEqual({ person: { name: 'Ada', birthDate: null } });
    expect(denied.map(({ coordinate }) => coordinate)).toEqual(['Person.birthDate']);
    const two = `query One($id: ID!, $v: Place) { everybody(in: $v) { name } person(id: $id) { name } }
      query Two($id: ID!, $v: Boolean = true) { person(id: $id) { name @skip(if: $v) } }`;
    const one = await product.send(
      aging,
      { query: two, operationName: 'One', variables: { id: ada, v: null } },
      { engine },
    );
    expect([one.answer.status, one.answer.codes]).toEqual([200, []]);
  });
});

/** The attack: whether a denied field takes part is said by a literal, a variable or a default, at any place on the way to it. */
describe.each(['compiled', 'apollo'] as const)('a denied field that is left out, %s engine', (engine) => {
  const on = 'fragment B on Benefit { amount }';
  test.each([
    ['by a literal', 'query ($id: ID!) { person(id: $id) { name birthDate @include(if: false) } }', {}],
    ['by a literal around it', 'query ($id: ID!) { person(id: $id) { name ... @skip(if: true) { birthDate } } }', {}],
    [
      'by a literal at its fragment',
      `query ($id: ID!) { person(id: $id) { name benefit { status ...B @include(if: false) } } } ${on}`,
      {},
    ],
    [
      'by a variable',
      'query ($id: ID!, $v: Boolean!) { person(id: $id) { name birthDate @skip(if: $v) } }',
      { v: true },
    ],
    [
      'by a default',
      `query ($id: ID!, $v: Boolean = false) { person(id: $id) { name benefit { status ... @include(if: $v) { ...B } } } } ${on}`,
      {},
    ],
    [
      'by one of two conditions',
      'query ($id: ID!, $v: Boolean!) { person(id: $id) { name birthDate @skip(if: $v) @include(if: $v) } }',
      { v: true },
    ],
  ])('%s is neither an error nor asked for, nor a reason to refuse', async (_, query, variables) => {
    for (const headers of [{}, { 'access-mode': 'reject' }]) {
      const { answer, data, asked } = await product.ask(aging, query, { id: ada, ...variables }, { engine, headers });
      expect([answer.status, answer.errors]).toEqual([200, []]);
      expect(data).toMatchObject({ person: { name: 'Ada' } });
      expect(answer.text).not.toMatch(/birthDate|amount/);
      expect(asked).not.toMatch(/birthDate|amount/);
    }
  });
});
