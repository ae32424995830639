import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Federation, startFederation } from '../harness/graphs/federation.ts';
import { type CompiledUnderTest, startCompiled } from './harness/engines.ts';

const people = [
  { id: 'p1', name: 'Ana', snapId: 's1' },
  { id: 'p2', name: 'Ben', snapId: null },
  { id: 'p3', name: 'Cleo', snapId: 's3' },
];

describe('the compiled engine', () => {
  let federation: Federation;
  let compiled: CompiledUnderTest;

  beforeAll(async () => {
    federation = await startFederation([
      {
        name: 'identity',
        sdl: `type Query { person(id: ID!): Person people: [Person!]! }
          type Person @key(fields: "id") @key(fields: "snapId") { id: ID! name: String snapId: ID @inaccessible }`,
        resolvers: {
          Query: {
            people: () => people,
            person: (_: unknown, { id }: { id: string }) => people.find((p) => p.id === id),
          },
        },
      },
      {
        name: 'snap',
        sdl: `type Person @key(fields: "snapId") { snapId: ID @inaccessible snap(year: Int = 2024): Snap }
          type Snap { amount: Float year: Int }`,
        resolvers: {
          Person: {
            __resolveReference: ({ snapId }: { snapId: string }) => ({ snapId }),
            snap: ({ snapId }: { snapId: string }, { year }: { year: number }) => ({
              amount: snapId.length + 0.5,
              year,
            }),
          },
        },
      },
    ]);
    compiled = await startCompiled(federation);
  });
  afterAll(async () => {
    await compiled.engine.stop();
    await federation.stop();
  });

  test('joins two systems through a key no client sees, and asks nothing where the key is null', async () => {
    const answer = await compiled.ask('{ people { name snap { amount } } }');
    expect(answer).toEqual({
      data: {
        people: [
          { name: 'Ana', snap: { amount: 2.5 } },
          { name: 'Ben', snap: null },
          { name: 'Cleo', snap: { amount: 2.5 } },
        ],
      },
      errors: [],
      invalid: [],
    });
    const call = federation.subgraphs[1]?.calls.at(-1);
    expect(call?.variables.representations).toEqual([
      { __typename: 'Person', snapId: 's1' },
      { __typename: 'Person', snapId: 's3' },
    ]);
    expect(call?.headers['x-grant']).toBe('tester');
  });

  test('passes variables and aliases on', async () => {
    const answer = await compiled.ask(
      'query($id: ID!, $y: Int) { who: person(id: $id) { __typename old: snap(year: 1999) { year } now: snap(year: $y) { year } } }',
      { id: 'p1', y: 2026 },
    );
    expect(answer.data).toEqual({ who: { __typename: 'Person', old: { year: 1999 }, now: { year: 2026 } } });
  });
});
