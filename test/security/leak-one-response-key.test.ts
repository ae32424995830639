import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';
import { files } from './harness/files.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({ systems: [...benefits, ...files], engines: ['compiled', 'apollo'] });
}, 240_000);
afterAll(() => product?.stop());

/** The attack: two fragments write fields with different guards under one response key, so that one guard might stand for both. */
describe.each(['compiled', 'apollo'] as const)('two fragments with one response key, %s engine', (engine) => {
  function ask(datasets: readonly string[], query: string) {
    product.approve(aging, ...datasets);
    return product.ask(aging, query, { id: ada }, { engine });
  }

  test('on kinds of an interface keep each its own guard', async () => {
    const query = '{ files { ... on Letter { x: title } ... on Record { x: notes } ... on Sealed { x: reason } } }';
    const closed = await ask([], query);
    expect(closed.data).toEqual({ files: [{ x: 'a letter' }, { x: null }] });
    expect(closed.asked).not.toMatch(/notes|reason/);
    const notes = await ask(['archive.notes'], query);
    expect(notes.data).toEqual({ files: [{ x: 'a letter' }, { x: 'a note' }] });
    expect(notes.asked).not.toMatch(/reason/);
  });

  test('on the interface and on one kind of it: the guard of the kind holds for both', async () => {
    const query = '{ files { ... on File { x: title } ... on Record { x: title } ... on Sealed { x: title } } }';
    const closed = await ask([], query);
    expect(closed.data).toEqual({ files: [{ x: 'a letter' }, { x: null }] });
    expect(closed.denied.map(({ coordinate }) => coordinate).sort()).toEqual(['Record.title', 'Sealed']);
    expect((await ask(['archive.records'], query)).data).toEqual({
      files: [{ x: 'a letter' }, { x: 'a record' }],
    });
  });

  test.each([
    ['the open one first', '...Open ...Denied'],
    ['the denied one first', '...Denied ...Open'],
  ])('on one object merge, and each field inside keeps its guard: %s', async (_, spreads) => {
    const { data, denied, asked } = await ask(
      ['payments.status'],
      `query ($id: ID!) { person(id: $id) { ${spreads} } } fragment Open on Person { x: benefit { y: status } }
       fragment Denied on Person { x: benefit { z: amount officer } }`,
    );
    expect(data).toEqual({ person: { x: { y: secrets.status, z: null, officer: null } } });
    expect(denied.map(({ path }) => path.join('.')).sort()).toEqual(['person.x.officer', 'person.x.z']);
    expect(asked).not.toMatch(/amount|officer/);
  });

  test('with different fields on one type are refused whole: one would be shown for the other', async () => {
    const { answer, requests } = await ask(
      ['payments.status'],
      `query ($id: ID!) { person(id: $id) { ...A ...B } } fragment A on Person { x: name } fragment B on Person { x: birthDate }`,
    );
    expect([answer.status, answer.codes, answer.data]).toEqual([400, ['GRAPHQL_VALIDATION_FAILED'], undefined]);
    expect(requests).toEqual([]);
  });
});
