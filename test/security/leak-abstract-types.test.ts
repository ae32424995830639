import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { files } from './harness/files.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: files, engines: ['compiled', 'apollo'] });
}, 240_000);
afterAll(() => product?.stop());

/**
 * The attack: a field is asked of an interface or a union, where a guard that stands on one of its types might be
 * overlooked, or that of one type taken for all of them.
 */
describe.each(['compiled', 'apollo'] as const)('%s engine', (engine) => {
  function ask(datasets: readonly string[], query: string) {
    product.approve(aging, ...datasets);
    return product.ask(aging, query, {}, { engine });
  }

  test('each type is decided separately: a field is shown only for the types that may show it', async () => {
    const attempt = await ask([], '{ files { title } }');
    expect(attempt.data).toEqual({ files: [{ title: 'a letter' }, { title: null }] });
    expect(attempt.denied).toEqual([
      { path: ['files', '@'], coordinate: 'Sealed', reason: 'NO_APPROVAL' },
      { path: ['files', '@', 'title'], coordinate: 'Record.title', reason: 'NO_APPROVAL' },
    ]);
    expect(attempt.asked).not.toMatch(/on (Record|Sealed|File) *\{[^}]*title|files *\{ *title/);
    expect((await ask(['archive.records'], '{ files { title } }')).data).toEqual({
      files: [{ title: 'a letter' }, { title: 'a record' }],
    });
    expect((await ask(['archive.records', 'archive.sealed'], '{ files { title } }')).data).toEqual({
      files: [{ title: 'a letter' }, { title: 'a record' }, { title: 'a secret' }],
    });
  });

  test('the errors are the same whether there is such an object or not', async () => {
    const { denied } = await ask([], '{ box { inside { __typename ... on Letter { pages } } } }');
    expect(denied).toEqual([{ path: ['box', 'inside', '@', '@'], coordinate: 'Sealed', reason: 'NO_APPROVAL' }]);
  });

  test('lists of lists: the object alone is left out, the list that held it is there', async () => {
    const { data } = await ask([], '{ box { inside { id } } }');
    expect(data).toEqual({ box: { inside: [[{ id: 'l1' }], []] } });
  });

  test('data in another system is not requested either', async () => {
    const query = '{ files { ... on Letter { shelf } ... on Sealed { shelf id } } sealed { shelf } }';
    const { data, requests } = await ask([], query);
    expect(data).toEqual({ files: [{ shelf: 'shelf of l1' }, {}], sealed: null });
    const ofShelves = requests.filter(({ subgraph }) => subgraph === 'shelves').map(({ variables }) => variables);
    expect(JSON.stringify(ofShelves)).toContain('l1');
    expect(JSON.stringify(ofShelves)).not.toMatch(/s1|Sealed/);
  });

  test('on the way through open objects, at any depth', async () => {
    const { data } = await ask(['archive.records'], '{ files { ... on Letter { related { id title } } } }');
    expect(data).toEqual({
      files: [
        {
          related: [
            { id: 'l1', title: 'a letter' },
            { id: 'r1', title: 'a record' },
          ],
        },
        {},
      ],
    });
  });
});
