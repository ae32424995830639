import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Federation, startFederation } from '../harness/graphs/federation.ts';
import { type CompiledUnderTest, startCompiled } from './harness/engines.ts';

const things = ['1', '2', '3', '4'].map((id) => ({ id }));
const [one, two, three, four] = things;

let federation: Federation;
let compiled: CompiledUnderTest;
beforeAll(async () => {
  federation = await startFederation([
    {
      name: 'notes',
      sdl: `type Query { notes: [Note] first: Note } union Note = Draft | Signed | Sealed
        type Draft { about: Thing parts: [Note] } type Signed { about: Thing } type Sealed { about: Thing }
        type Thing @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          notes: () => [
            { __typename: 'Signed', about: one },
            { __typename: 'Draft', about: two, parts: [{ __typename: 'Sealed', about: four }, null] },
            null,
            { __typename: 'Sealed', about: three },
            { __typename: 'Draft', about: one, parts: [] },
          ],
          first: () => ({ __typename: 'Draft', about: two }),
        },
      },
    },
    {
      name: 'sizes',
      sdl: 'type Thing @key(fields: "id") { id: ID! size: Int }',
      resolvers: { Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, size: Number(id) }) } },
    },
    {
      name: 'colors',
      sdl: 'type Thing @key(fields: "id") { id: ID! color: String }',
      resolvers: {
        Thing: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          color: ({ id }: { id: string }) => {
            if (id === '3') throw new Error('no');
            return `c${id}`;
          },
        },
      },
    },
  ]);
  compiled = await startCompiled(federation);
});
afterAll(async () => {
  await compiled?.engine.stop();
  await federation?.stop();
});

/** The answer, and about whom each system was asked, call by call. */
async function ask(query: string) {
  const before = federation.subgraphs.map(({ calls }) => calls.length);
  const answer = await compiled.ask(query);
  const asked = federation.subgraphs.map(({ calls }, index) =>
    calls.slice(before[index]).map((call) => [...JSON.stringify(call).matchAll(/\bid\W+(\d)/g)].map(([, id]) => id)),
  );
  return { data: answer.data, errors: answer.errors.map(({ path }) => path), sizes: asked[1], colors: asked[2] };
}

describe('entities under one kind of object are queried where only that kind occurs', () => {
  test('each system about those under its own kind', async () => {
    expect(await ask('{ notes { ... on Draft { about { size } } ... on Signed { about { color } } } }')).toEqual({
      data: { notes: [{ about: { color: 'c1' } }, { about: { size: 2 } }, null, {}, { about: { size: 1 } }] },
      errors: [],
      sizes: [['2', '1']],
      colors: [['1']],
    });
  });

  test('an entity under no such kind is not queried', async () => {
    expect(await ask('{ first { ... on Draft { about { size } } ... on Signed { about { color } } } }')).toEqual({
      data: { first: { about: { size: 2 } } },
      errors: [],
      sizes: [['2']],
      colors: [],
    });
  });

  test('the same of two kinds is one call, whatever the name of the operation', async () => {
    const inside = 'notes { ... on Draft { about { size } } ... on Sealed { about { size } } }';
    for (const query of [`{ ${inside} }`, `query Named { ${inside} }`]) {
      expect(await ask(query)).toMatchObject({
        data: { notes: [{}, { about: { size: 2 } }, null, { about: { size: 3 } }, { about: { size: 1 } }] },
        sizes: [['2', '3', '1']],
      });
    }
  });

  test('nested kinds work, and the error is at its place', async () => {
    const query = `{ notes { ... on Draft { parts { ... on Sealed { about { size color } } } } ... on Sealed { about { color } } } }`;
    expect(await ask(query)).toEqual({
      data: {
        notes: [
          {},
          { parts: [{ about: { size: 4, color: 'c4' } }, null] },
          null,
          { about: { color: null } },
          { parts: [] },
        ],
      },
      errors: [['notes', 3, 'about', 'color']],
      sizes: [['4']],
      colors: [['4'], ['3']],
    });
  });
});
