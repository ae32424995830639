import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { createCaches } from '../../gateway/runtime/caches.ts';
import { type Federation, startFederation } from '../harness/graphs/federation.ts';
import {
  type CompiledUnderTest,
  credentials,
  type Oracle,
  openOperation,
  startCompiled,
  startOracle,
} from './harness/engines.ts';

const done: string[] = [];

describe('cases with a name', () => {
  let federation: Federation;
  let compiled: CompiledUnderTest;
  let oracle: Oracle;

  beforeAll(async () => {
    federation = await startFederation([
      {
        name: 'index',
        sdl: `type Query { person: Person things: [Thing] }
          type Mutation { first: Int }
          type Person @key(fields: "id") { id: ID! name: String }
          union Thing = Person | Stone
          type Stone { weight: Int }`,
        resolvers: {
          Query: {
            person: () => ({ id: '1', name: 'Ana' }),
            things: () => [{ weight: 3 }, { id: 'bad' }, null, { id: 'good' }],
          },
          Mutation: { first: () => done.push('first') },
          Thing: { __resolveType: (thing: object) => ('id' in thing ? 'Person' : 'Stone') },
        },
      },
      {
        name: 'agency',
        sdl: `type Mutation { second: Int } type Person @key(fields: "id") { id: ID! benefit: Int secret: Int }`,
        resolvers: {
          Mutation: { second: () => done.push('second') },
          Person: {
            __resolveReference: ({ id }: { id: string }) => ({ id }),
            benefit: ({ id }: { id: string }) => {
              if (id === 'bad') throw new Error('no');
              return 7;
            },
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

  test('keys come in the order GraphQL 6.3.2 asks; the stock engine merges fragments first', async () => {
    const query = '{ person { ... on Person { name } id ... on Person { other: name } } }';
    expect(Object.keys((await compiled.ask(query)).data as { person: object }).length).toBe(1);
    expect(JSON.stringify((await compiled.ask(query)).data)).toBe('{"person":{"name":"Ana","id":"1","other":"Ana"}}');
    expect(JSON.stringify((await oracle.ask(query)).data)).toBe('{"person":{"name":"Ana","other":"Ana","id":"1"}}');
  });

  test('an error in a list of mixed types has the index of its place; the stock engine counts entities only', async () => {
    const query = '{ things { __typename ... on Person { benefit } } }';
    expect((await compiled.ask(query)).errors.map(({ path }) => path)).toEqual([['things', 1, 'benefit']]);
    expect((await oracle.ask(query)).errors.map(({ path }) => path)).toEqual([['things', 0, 'benefit']]);
  });

  test('mutations run in the order of the document, across subgraphs', async () => {
    done.length = 0;
    const { data } = await compiled.ask('mutation { second first again: second }');
    expect(done).toEqual(['second', 'first', 'second']);
    expect(data).toEqual({ second: 1, first: 2, again: 3 });
  });

  test('a denied field is null at its place, whatever the alias, and no system is queried for it', async () => {
    const before = federation.subgraphs.map(({ calls }) => calls.length);
    const prepared = await compiled.engine.prepare({
      ...openOperation(parse('{ person { constructor: secret id __proto__: secret ... on Person { secret } } }')),
      pruned: parse('{ person { id } }'),
      accessOf: (_, field) => ({ kind: field.name.value === 'secret' ? 'deny' : 'show' }),
    });
    const signal = new AbortController().signal;
    const { data, errors } = await prepared.execute({ variables: {}, credentials: credentials(), signal });
    expect(data).toBe('{"person":{"constructor":null,"id":"1","__proto__":null,"secret":null}}');
    expect(errors).toEqual([]);
    expect(federation.subgraphs.map(({ calls }, index) => calls.length - (before[index] ?? 0))).toEqual([1, 0]);
  });

  test('when nothing is left to ask, every root field is null and no subgraph is called', async () => {
    const before = federation.subgraphs.map(({ calls }) => calls.length);
    const operation = {
      ...openOperation(parse('{ __typename a: person { id } things { __typename } }')),
      pruned: undefined,
    };
    const prepared = await compiled.engine.prepare(operation);
    const signal = new AbortController().signal;
    const { data } = await prepared.execute({ variables: {}, credentials: credentials(), signal });
    expect(data).toBe('{"__typename":"Query","a":null,"things":null}');
    expect(federation.subgraphs.map(({ calls }) => calls.length)).toEqual(before);
  });

  test('introspection is answered like the stock engine answers it, without a subgraph', async () => {
    const query =
      '{ __schema { queryType { name fields { name } } } t: __type(name: "Person") { fields { name type { kind } } } }';
    expect((await compiled.ask(query)).data).toEqual((await oracle.ask(query)).data);
  });

  test('variables that do not fit are refused before anything is asked', async () => {
    const prepared = await compiled.prepare('query($skip: Boolean!) { person { name @skip(if: $skip) } }');
    const signal = new AbortController().signal;
    const { data, errors } = await prepared.execute({ variables: { skip: 'no' }, credentials: credentials(), signal });
    expect(data).toBeUndefined();
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('an operation with many conditions keeps few writers and tells the same coordinates, whatever is played through', async () => {
    const caches = createCaches();
    const { engine } = await startCompiled({ ...federation, caches });
    const names = Array.from({ length: 7 }, (_, number) => `on${number}`);
    const query = `query(${names.map((name) => `$${name}: Boolean!`)}) { person {
      ${names.map((name) => `${name}: name @include(if: $${name})`).join(' ')} } }`;
    const prepared = await engine.prepare({ ...openOperation(parse(query)), personType: 'Person' });
    try {
      for (let outcome = 0; outcome < 2 ** names.length; outcome++) {
        const variables = Object.fromEntries(names.map((name, bit) => [name, (outcome & (1 << bit)) !== 0]));
        const signal = new AbortController().signal;
        const { data } = await prepared.execute({ variables, credentials: credentials(), signal });
        const included = names.filter((name) => variables[name]);
        expect(Object.keys(JSON.parse(data ?? 'null').person)).toEqual(included);
      }
      expect(caches.use().get('answer writers')).toMatchObject({ entries: 32, hits: 0, misses: 128 });
      expect(prepared.scopes).toHaveLength(2);
    } finally {
      await engine.stop();
    }
  });
});
