import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GuardedGraph, opens, startGuardedGraph } from './harness/guardedGraph.ts';

/** Files of three kinds: open to everybody, guarded field by field, and such that nobody may know that there is one. */
const ARCHIVE = {
  name: 'archive',
  sdl: `
    type Query {
      files: [File] @tag(name: "public")
      newest: File @tag(name: "public")
      search: [Hit] @tag(name: "public")
      sealed: Sealed
      box: Box @tag(name: "public")
    }
    interface File { id: ID! title: String related: [File] }
    type Letter implements File @key(fields: "id") @tag(name: "public") { id: ID! title: String related: [File] pages: Int }
    type Record implements File @key(fields: "id") {
      id: ID!
      title: String @policy(policies: [["archive.records"]])
      related: [File] @tag(name: "public")
      notes: String @policy(policies: [["archive.notes"]])
    }
    type Sealed implements File @key(fields: "id") @policy(policies: [["archive.sealed"]]) {
      id: ID! title: String related: [File] reason: String
    }
    type Box @tag(name: "public") { label: String inside: [[File]] }
    union Hit = Letter | Sealed | Box`,
  resolvers: {
    File: { __resolveType: (file: { kind: string }) => file.kind },
    Hit: { __resolveType: (hit: { kind: string }) => hit.kind },
    Query: {
      files: () => files,
      newest: () => sealed,
      search: () => [letter, sealed, { kind: 'Box', label: 'a box', inside: [] }],
      sealed: () => sealed,
      box: () => ({ label: 'box', inside: [[letter, sealed], [sealed]] }),
    },
    Letter: { related: () => files },
  },
};
/** Another system knows more of files of every kind. */
const SHELVES = {
  name: 'shelves',
  sdl: `
    type Letter @key(fields: "id") { id: ID! shelf: String @tag(name: "public") }
    type Sealed @key(fields: "id") @policy(policies: [["archive.sealed"]]) { id: ID! shelf: String }`,
  resolvers: {
    Letter: { __resolveReference: ({ id }: { id: string }) => ({ id, shelf: `shelf of ${id}` }) },
    Sealed: { __resolveReference: ({ id }: { id: string }) => ({ id, shelf: `shelf of ${id}` }) },
  },
};

const letter = { kind: 'Letter', id: 'l1', title: 'a letter', pages: 2 };
const record = { kind: 'Record', id: 'r1', title: 'a record', related: [], notes: 'a note' };
const sealed = { kind: 'Sealed', id: 's1', title: 'a secret', related: [], reason: 'a reason' };
const files = [letter, record, sealed];

const records = opens('archive.records');
const notes = opens('archive.notes');
const unsealed = opens('archive.sealed');

describe.each(['compiled', 'apollo'] as const)('%s engine', (engine) => {
  let graph: GuardedGraph;
  beforeAll(async () => {
    graph = await startGuardedGraph([ARCHIVE, SHELVES]);
  }, 60_000);
  afterAll(() => graph?.stop());

  const ask = (approvals: Parameters<GuardedGraph['ask']>[1], query: string) => graph.ask(engine, approvals, query);
  const asked = (calls: Awaited<ReturnType<typeof ask>>['calls']) => calls.map(({ query }) => query).join('\n');

  test('each kind is decided by itself: a field is shown of those that may show it', async () => {
    const answer = await ask([], '{ files { title } }');
    expect(answer.data).toEqual({ files: [{ title: 'a letter' }, { title: null }, null] });
    expect(answer.denied).toEqual([
      { path: ['files', '@'], coordinate: 'Sealed', reason: 'NO_APPROVAL' },
      { path: ['files', '@', 'title'], coordinate: 'Record.title', reason: 'NO_APPROVAL' },
    ]);
    expect((await ask([records], '{ files { title } }')).data).toEqual({
      files: [{ title: 'a letter' }, { title: 'a record' }, null],
    });
    expect((await ask([records, unsealed], '{ files { title } }')).data).toEqual({
      files: [{ title: 'a letter' }, { title: 'a record' }, { title: 'a secret' }],
    });
  });

  test('an object that may not be known of leaves null, not its type’s name or its key', async () => {
    const names = '{ newest { __typename id } files { __typename id } search { __typename } }';
    expect((await ask([], names)).data).toEqual({
      newest: null,
      files: [{ __typename: 'Letter', id: 'l1' }, { __typename: 'Record', id: 'r1' }, null],
      search: [{ __typename: 'Letter' }, null, { __typename: 'Box' }],
    });
    expect((await ask([unsealed], names)).data).toMatchObject({ newest: { __typename: 'Sealed', id: 's1' } });
  });

  test('the errors are the same whether there is such an object or not', async () => {
    const { denied } = await ask([], '{ box { inside { __typename ... on Letter { pages } } } }');
    expect(denied).toEqual([{ path: ['box', 'inside', '@', '@'], coordinate: 'Sealed', reason: 'NO_APPROVAL' }]);
  });

  test('lists of lists: null for the object alone', async () => {
    const { data } = await ask([], '{ box { inside { id } } }');
    expect(data).toEqual({ box: { inside: [[{ id: 'l1' }, null], [null]] } });
  });

  test.each([
    ['no type', '{ files { ... { title } } }'],
    ['the interface', '{ files { ... on File { title } } }'],
    ['the kind itself', '{ files { ... on Letter { title } ... on Record { title } ... on Sealed { title } } }'],
    [
      'names',
      '{ files { ...A } } fragment A on File { ...B } fragment B on File { title ...C } fragment C on Sealed { title }',
    ],
    ['nesting', '{ files { ... on File { ... on Sealed { ... on File { title } } ... on File { title } } } }'],
  ])('fragments of %s let nothing through', async (_, query) => {
    const { data, calls } = await ask([], query);
    expect(data).toEqual({ files: [{ title: 'a letter' }, { title: null }, null] });
    expect(asked(calls)).not.toMatch(/on (Record|Sealed) *\{[^}]*title/);
  });

  test('two fragments with one response key keep their own guards', async () => {
    const query = '{ files { ... on Letter { x: title } ... on Record { x: notes } ... on Sealed { x: reason } } }';
    expect((await ask([], query)).data).toEqual({ files: [{ x: 'a letter' }, { x: null }, null] });
    expect((await ask([notes], query)).data).toEqual({ files: [{ x: 'a letter' }, { x: 'a note' }, null] });
  });

  test('what another system knows of it is not asked for either', async () => {
    const query = '{ files { ... on Letter { shelf } ... on Sealed { shelf id } } sealed { shelf } }';
    const { data, calls } = await ask([], query);
    expect(data).toEqual({ files: [{ shelf: 'shelf of l1' }, {}, null], sealed: null });
    expect(
      JSON.stringify(calls.filter(({ subgraph }) => subgraph === 'shelves').map(({ variables }) => variables)),
    ).not.toMatch(/s1|Sealed/);
  });

  test('on the way through open objects, at any depth', async () => {
    const { data } = await ask([records], '{ files { ... on Letter { related { id title } } } }');
    expect(data).toEqual({
      files: [{ related: [{ id: 'l1', title: 'a letter' }, { id: 'r1', title: 'a record' }, null] }, {}, null],
    });
  });
});
