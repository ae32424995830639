import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { archive } from '../harness/graphs/archive.ts';
import { compose } from '../harness/graphs/guardedSubgraph.ts';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';

let product: GraphProduct;
beforeAll(async () => {
  product = await startProduct({
    systems: archive({ salted: new Set(), hasSealed: true }),
    engines: ['compiled', 'apollo'],
  });
}, 240_000);
afterAll(() => product?.stop());

/**
 * The attack: a guarded field is had from another subgraph than the one that guards it: sent there by `@requires`, brought
 * by `@provides`, shared, or of an interface object.
 */
describe.each(['compiled', 'apollo'] as const)('a field of one agency at another, %s engine', (engine) => {
  function ask(datasets: readonly string[], query: string) {
    product.approve(aging, ...datasets);
    return product.ask(aging, query, {}, { engine });
  }

  test('that a field requires is neither fetched nor sent if that field is denied', async () => {
    const query = '{ parcels { letter { stamp x: postage } } }';
    const closed = await ask(['post.senders'], query);
    expect(closed.data).toEqual({ parcels: [{ letter: { stamp: 'Letter.stamp of l1', x: null } }] });
    expect(closed.denied.map(({ coordinate }) => coordinate)).toEqual(['Letter.postage']);
    expect(closed.asked).toContain('stamp');
    expect(closed.asked).not.toMatch(/weight|postage/);
    const open = await ask(['post.senders', 'archive.weights'], query);
    expect(open.data).toMatchObject({ parcels: [{ letter: { x: 'Letter.postage for Letter.weight of l1' } }] });
  });

  test('that another agency provides has the guard of its owner', async () => {
    const query = '{ parcels { letter { id title } } }';
    const closed = await ask([], query);
    expect(closed.data).toEqual({ parcels: [{ letter: { id: 'l1', title: null } }] });
    expect(closed.asked).toContain('parcels');
    expect(closed.asked).not.toContain('title');
    expect((await ask(['archive.letters'], query)).data).toEqual({
      parcels: [{ letter: { id: 'l1', title: 'Letter.title of l1' } }],
    });
  });

  test('that is shared has the guard of both, though one of them has none', async () => {
    const query = '{ shelves { label room } }';
    const closed = await ask([], query);
    expect(closed.data).toEqual({ shelves: [{ label: null, room: 'Shelf.room of f1' }] });
    expect(closed.requests.map(({ subgraph }) => subgraph)).toContain('post');
    expect(closed.asked).not.toContain('label');
    expect((await ask(['archive.shelves'], query)).data).toMatchObject({ shelves: [{ label: 'Shelf.label of f1' }] });
  });

  test('on an interface object is not requested, and nothing of an object that is hidden elsewhere', async () => {
    const query = '{ files { id stars views } }';
    const closed = await ask([], query);
    expect(closed.data).toEqual({
      files: ['l1', 'r1', 'l2'].map((id) => ({ id, stars: `File.stars of ${id}`, views: null })),
    });
    const ofStats = closed.requests.filter(({ subgraph }) => subgraph === 'stats');
    expect(ofStats.length).toBeGreaterThan(0);
    expect(JSON.stringify(ofStats.map(({ query: text, variables }) => [text, variables]))).not.toMatch(/views|s1/);
  });
});

test('a field that requires what is guarded otherwise is refused when the supergraph is composed', () => {
  const parts = (guard: string) => [
    {
      name: 'archive',
      url: 'http://127.0.0.1:9',
      sdl: `type Query { letter: Letter @tag(name: "public") }
        type Letter @key(fields: "id") { id: ID! @tag(name: "public") weight: Int @policy(policies: [["archive.weights"]]) }`,
    },
    {
      name: 'post',
      url: 'http://127.0.0.1:9',
      sdl: `type Letter @key(fields: "id") { id: ID! @tag(name: "public") weight: Int @external
        postage: Int @requires(fields: "weight") @policy(policies: [[${guard}]]) }`,
    },
  ];
  expect(() => compose(parts('"post.postage"'))).toThrow(/weight/);
  expect(compose(parts('"post.postage", "archive.weights"'))).toContain('postage');
});
