import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, bob } from './harness/benefits.ts';
import { files } from './harness/files.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: [...benefits, ...files], engines: ['compiled', 'apollo'] });
}, 240_000);
afterAll(() => product?.stop());

/** The attack: nothing of a hidden object is asked but its type's name and its id, which have no guard of their own. */
describe.each(['compiled', 'apollo'] as const)('the type’s name and the id of a hidden object, %s engine', (engine) => {
  function ask(datasets: readonly string[], query: string, variables = {}) {
    product.approve(aging, ...datasets);
    return product.ask(aging, query, variables, { engine });
  }

  test('of an object among others are not shown: it is left out of lists, and null elsewhere', async () => {
    const query = '{ newest { __typename id } files { __typename id } search { __typename } }';
    const closed = await ask([], query);
    expect(closed.data).toEqual({
      newest: null,
      files: [
        { __typename: 'Letter', id: 'l1' },
        { __typename: 'Record', id: 'r1' },
      ],
      search: [{ __typename: 'Letter' }, { __typename: 'Box' }],
    });
    expect(closed.answer.text).not.toContain('s1');
    // A linking key is asked of the kinds that may be known of alone.
    expect(closed.asked).not.toMatch(/on (Sealed|File) *\{[^}]*\bid\b/);
    expect((await ask(['archive.sealed'], query)).data).toMatchObject({ newest: { __typename: 'Sealed', id: 's1' } });
  });

  test.each([
    ['plain', '{ sealed { __typename id } }', { sealed: null }],
    ['under other names', '{ x: sealed { id: __typename __typename } }', { x: null }],
    [
      'in fragments',
      '{ ...F } fragment F on Query { sealed { ... { ... on File { __typename id } } } }',
      { sealed: null },
    ],
  ])('at the root are asked of nobody: %s', async (_, query, data) => {
    const attempt = await ask([], query);
    expect([attempt.data, attempt.denied.map(({ coordinate }) => coordinate)]).toEqual([data, ['Query.sealed']]);
    expect(attempt.requests).toEqual([]);
  });

  test('do not tell who has one', async () => {
    const query = 'query ($id: ID!) { person(id: $id) { benefit { __typename } x: benefit { y: __typename } } }';
    const one = await ask([], query, { id: ada });
    const other = await product.ask(aging, query, { id: bob }, { engine });
    expect(one.data).toEqual({ person: { benefit: null, x: null } });
    expect(one.answer.text).toBe(other.answer.text);
    expect([...one.requests, ...other.requests].map(({ subgraph }) => subgraph)).not.toContain('payments');
    expect((await ask(['payments.status'], query, { id: ada })).data).toEqual({
      person: { benefit: { __typename: 'Benefit' }, x: { y: 'Benefit' } },
    });
  });
});
