import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Federation, startFederation } from '../harness/graphs/federation.ts';
import { compareAnswers } from './harness/compareAnswers.ts';
import { type CompiledUnderTest, type Oracle, startCompiled, startOracle } from './harness/engines.ts';

const owners = ['o1', 'o2', 'o1', 'bad', 'o1', 'bad'].map((id) => ({ id }));
const homes = owners.map((owner, index) => ({
  id: `h${index}`,
  // Equal in this system, different in the other.
  address: { city: 'Peoria' },
  rooms: [{ id: `r${index % 2}`, floor: index === 4 ? 9 : 1, owner }],
  doors: [],
}));

/** Equal objects in a response are one object inside the engine, which no client may notice. */
describe('objects that an answer repeats', () => {
  let federation: Federation;
  let compiled: CompiledUnderTest;
  let oracle: Oracle;

  beforeAll(async () => {
    federation = await startFederation([
      {
        name: 'register',
        sdl: `type Query { homes: [Home!]! }
          type Home @key(fields: "id") { id: ID! address: Address @shareable rooms: [Room!] doors: [Room!] }
          type Address { city: String }
          type Room { id: ID! floor: Int owner: Owner }
          type Owner @key(fields: "id") { id: ID! }`,
        resolvers: { Query: { homes: () => homes } },
      },
      {
        name: 'post',
        sdl: `type Home @key(fields: "id") { id: ID! address: Address @shareable }
          type Address { zip: String }
          type Owner @key(fields: "id") { id: ID! name: String nickname: String! }`,
        resolvers: {
          Home: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            address: ({ id }: { id: string }) => ({ zip: `zip of ${id}` }),
          },
          Owner: {
            __resolveReference: ({ id }: { id: string }) => ({ id, nickname: id }),
            name({ id }: { id: string }) {
              if (id === 'bad') throw new Error('no');
              return `name of ${id}`;
            },
            nickname: ({ id }: { id: string }) => (id === 'bad' ? null : id),
          },
        },
      },
    ]);
    oracle = await startOracle(federation.supergraphSdl);
    compiled = await startCompiled(federation);
  });
  afterAll(async () => {
    await compiled.engine.stop();
    await oracle.stop();
    await federation.stop();
  });

  test('keep apart what another system brings for each', async () => {
    const query = '{ homes { address { city zip } } }';
    const answer = await compiled.ask(query);
    expect(answer.data).toEqual({
      homes: homes.map(({ id }) => ({ address: { city: 'Peoria', zip: `zip of ${id}` } })),
    });
    expect(compareAnswers(query, answer, await oracle.ask(query))).toBeUndefined();
  });

  test('are written wherever they stand, equal lists too, and only where they are equal', async () => {
    const query = '{ homes { rooms { id floor owner { id } } doors { id } } }';
    const { data } = await compiled.ask(query);
    expect(data).toEqual({ homes: homes.map(({ rooms, doors }) => ({ rooms, doors })) });
  });

  test('have errors and lost values in every place where they stand', async () => {
    for (const field of ['name', 'nickname']) {
      const query = `{ homes { rooms { id floor owner { id ${field} } } } }`;
      const answer = await compiled.ask(query);
      expect(answer.errors.concat(answer.invalid).map(({ path }) => path?.slice(0, 2))).toEqual([
        ['homes', 3],
        ['homes', 5],
      ]);
      expect(compareAnswers(query, answer, await oracle.ask(query))).toBeUndefined();
    }
  });
});
