import { type AuditSuite, never, records } from '../harness/auditGraph.ts';

const link = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${imports}])`;

const people = [
  { id: 'p1', kind: 'PLAIN' },
  { id: 'p2', kind: 'HIDDEN' },
];

const enums: AuditSuite = {
  name: 'an enum of which one subgraph has more values, and one value is inaccessible',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { people: [Person] } enum Kind { PLAIN HIDDEN @inaccessible } type Person @key(fields: "id") { id: ID! kind: Kind @shareable }`,
      resolvers: { Query: { people: () => people }, Person: records(people) },
    },
    {
      name: 'b',
      sdl: `type Query { bPeople: [Person] byKind(kind: Kind!): [Person] } enum Kind { PLAIN HIDDEN } type Person @key(fields: "id") { id: ID! kind: Kind @shareable }`,
      resolvers: {
        Query: {
          bPeople: () => people,
          byKind: (_: unknown, { kind }: { kind: string }) => people.filter((one) => one.kind === kind),
        },
        Person: records(people),
      },
    },
    {
      name: 'c',
      sdl: `enum Mood { GOOD BAD ODD } type Query { mood: Mood } type Log { mood: Mood }`,
      resolvers: { Query: { mood: () => 'ODD' } },
    },
    {
      name: 'd',
      sdl: `enum Mood { GOOD BAD } type Query { other: Mood }`,
      resolvers: { Query: { other: () => 'BAD' } },
    },
  ],
  cases: [
    { query: '{ people { id } }', data: { people: [{ id: 'p1' }, { id: 'p2' }] } },
    {
      query: '{ people { id kind } }',
      data: {
        people: [
          { id: 'p1', kind: 'PLAIN' },
          { id: 'p2', kind: null },
        ],
      },
      errors: true,
    },
    { query: '{ bPeople { kind } }', data: { bPeople: [{ kind: 'PLAIN' }, { kind: null }] }, errors: true },
    { query: '{ byKind(kind: PLAIN) { id kind } }', data: { byKind: [{ id: 'p1', kind: 'PLAIN' }] } },
    { query: '{ byKind(kind: HIDDEN) { id } }', data: null, refused: true },
    {
      query: 'query($kind: Kind!) { byKind(kind: $kind) { id } }',
      variables: { kind: 'HIDDEN' },
      data: null,
      errors: true,
    },
    { query: '{ mood other }', data: { mood: 'ODD', other: 'BAD' } },
  ],
};

const inputs: AuditSuite = {
  name: 'an input object has the fields that every subgraph knows',
  subgraphs: [
    {
      name: 'a',
      sdl: 'input Filter { first: Int! } type Query { inA(filter: Filter!): [Person!] } type Person @key(fields: "id") { id: ID! name: String @shareable }',
      resolvers: {
        Query: { inA: (_: unknown, { filter }: { filter: { first: number } }) => people.slice(0, filter.first) },
        Person: records([{ id: 'p1', name: 'P' }]),
      },
    },
    {
      name: 'b',
      sdl: 'input Filter { first: Int! offset: Int } type Query { inB(filter: Filter!): [Person!] } type Person @key(fields: "id") { id: ID! name: String @shareable }',
      resolvers: {
        Query: { inB: (_: unknown, { filter }: { filter: object }) => ('offset' in filter ? never() : people) },
        Person: records([{ id: 'p1', name: 'P' }]),
      },
    },
  ],
  cases: [
    { query: '{ inA(filter: { first: 1 }) { id } }', data: { inA: [{ id: 'p1' }] } },
    { query: '{ inB(filter: { first: 1 }) { id } }', data: { inB: [{ id: 'p1' }, { id: 'p2' }] } },
    { query: '{ inB(filter: { first: 1, offset: 2 }) { id } }', data: null, refused: true },
    {
      query: 'query($filter: Filter!) { inA(filter: $filter) { id } }',
      variables: { filter: { first: 2 } },
      data: { inA: [{ id: 'p1' }, { id: 'p2' }] },
    },
    {
      query: 'query($filter: Filter!) { inB(filter: $filter) { id } }',
      variables: { filter: { first: 1, offset: 2 } },
      data: null,
      errors: true,
    },
  ],
};

const friends = (_: unknown, { kind = 'FAMILY' }: { kind?: string }) => [{ id: 'p2', kind }];

const inaccessible: AuditSuite = {
  name: '@inaccessible on a field, an argument, an enum value and a type',
  subgraphs: [
    {
      name: 'ages',
      sdl: 'type Query { people: [Person] } type Person @key(fields: "id") { id: ID! age: Int @inaccessible }',
      resolvers: {
        Query: { people: () => [{ id: 'p1', age: 30 }] },
        Person: records([
          { id: 'p1', age: 30 },
          { id: 'p2', age: 40 },
        ]),
      },
    },
    {
      name: 'friends',
      sdl: `type Query { known: [Person] secret: Secret @inaccessible } enum Kind { FAMILY @inaccessible FRIEND } type Secret @inaccessible { a: Int }
        type Person @key(fields: "id") { id: ID! friends(kind: Kind = FAMILY @inaccessible): [Person!]! kind: Kind age: Int @external old: Boolean @requires(fields: "age") }`,
      resolvers: {
        Query: { known: () => [{ id: 'p1' }] },
        Person: records([{ id: 'p1' }, { id: 'p2' }], {
          friends,
          old: ({ age }: { age?: number }) => (age ?? never()) > 35,
        }),
      },
    },
  ],
  cases: [
    { query: '{ people { id friends { id } } }', data: { people: [{ id: 'p1', friends: [{ id: 'p2' }] }] } },
    {
      query: '{ known { friends { id old } old } }',
      data: { known: [{ friends: [{ id: 'p2', old: true }], old: false }] },
    },
    { query: '{ known { friends(kind: FRIEND) { id } } }', data: null, refused: true },
    { query: '{ people { age } }', data: null, refused: true },
    { query: '{ secret { a } }', data: null, refused: true },
    {
      query: '{ known { friends { id kind } } }',
      data: { known: [{ friends: [{ id: 'p2', kind: null }] }] },
      errors: true,
    },
    {
      query: '{ __type(name: "Secret") { name } kind: __type(name: "Kind") { enumValues { name } } }',
      data: { __type: null, kind: { enumValues: [{ name: 'FRIEND' }] } },
    },
  ],
};

const overrides: AuditSuite = {
  name: '@override of a field, of a field of one type of an interface, and from a subgraph that is not there',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { feed: [Post] @shareable aFeed: [Post] pins: [Pin] } type Post @key(fields: "id") { id: ID! made: String! }
        interface Pin { id: ID! made: String! } type Photo implements Pin @key(fields: "id") { id: ID! made: String! }`,
      resolvers: {
        Query: {
          feed: () => [{ id: '1' }],
          aFeed: () => [{ id: '2' }],
          pins: () => [{ __typename: 'Photo', id: '3' }],
        },
        Post: records([{ id: '1' }, { id: '2' }], { made: never }),
        Photo: records([{ id: '3' }], { made: never }),
      },
    },
    {
      name: 'b',
      sdl: `type Query { feed: [Post] @shareable bFeed: [Post] late: [Late] } type Post @key(fields: "id") { id: ID! made: String! @override(from: "a") seen: Int @override(from: "nowhere") }
        interface Late { id: ID! made: String! } interface Pin { id: ID! made: String! } type Photo implements Late @key(fields: "id") { id: ID! made: String! @override(from: "a") }
        type Note implements Pin @key(fields: "id") { id: ID! made: String! body: String }`,
      resolvers: {
        Query: {
          feed: () => [{ id: '1', made: 'b1', seen: 1 }],
          bFeed: () => [{ id: '2', made: 'b2', seen: 2 }],
          late: () => [{ __typename: 'Photo', id: '3', made: 'b3' }],
        },
        Post: records([
          { id: '1', made: 'b1', seen: 1 },
          { id: '2', made: 'b2', seen: 2 },
        ]),
        Photo: records([{ id: '3', made: 'b3' }]),
        Note: records([]),
      },
    },
  ],
  cases: [
    { query: '{ feed { id made } }', data: { feed: [{ id: '1', made: 'b1' }] } },
    { query: '{ aFeed { made } bFeed { made } }', data: { aFeed: [{ made: 'b2' }], bFeed: [{ made: 'b2' }] } },
    { query: '{ aFeed { seen } }', data: { aFeed: [{ seen: 2 }] } },
    { query: '{ pins { id made } }', data: { pins: [{ id: '3', made: 'b3' }] } },
    { query: '{ pins { ... on Photo { made } ... on Note { body } } }', data: { pins: [{ made: 'b3' }] } },
    { query: '{ late { id made ... on Photo { made } } }', data: { late: [{ id: '3', made: 'b3' }] } },
  ],
};

const directives: AuditSuite = {
  name: '@tag, @composeDirective and a directive for operations',
  subgraphs: ['a', 'b'].map((name) => ({
    name,
    sdl: `${link('"@key", "@tag", "@composeDirective", "@shareable"')} @link(url: "https://example.org/mark/v1.0", import: ["@mark"])
      @composeDirective(name: "@mark")
      directive @mark(level: Level = LOW) on FIELD_DEFINITION directive @show(as: Level = LOW) on FIELD enum Level { LOW HIGH }
      type Query { ${name}: String @mark(level: HIGH) @tag(name: "open") same: Thing @shareable } type Thing @key(fields: "id") @tag(name: "thing") { id: ID! of${name}: String @mark }`,
    resolvers: {
      Query: { [name]: () => name, same: () => ({ id: '1', [`of${name}`]: `1 ${name}` }) },
      Thing: records([{ id: '1', [`of${name}`]: `1 ${name}` }]),
    },
  })),
  cases: [
    { query: '{ a b }', data: { a: 'a', b: 'b' } },
    { query: '{ a @show b @show(as: HIGH) }', data: { a: 'a', b: 'b' } },
    { query: '{ same { id ofa ofb } }', data: { same: { id: '1', ofa: '1 a', ofb: '1 b' } } },
  ],
};

const sums = new Map<string, number>();
const wares = new Map<string, { id: string; name: string; price: number }>();

const mutations: AuditSuite = {
  name: 'mutations in the order of the document, and what hangs on them',
  subgraphs: [
    {
      name: 'wares',
      sdl: `type Query { wares: [Ware] } input NewWare { name: String! price: Float! } type Mutation { add(input: NewWare!): Ware! times(run: String!, by: Int!): Int! tag(name: String!): Tag @shareable }
        type Ware @key(fields: "id") { id: ID! name: String! price: Float! } type Tag @key(fields: "id") { id: ID! name: String! @shareable }`,
      resolvers: {
        Query: { wares: () => [] },
        Mutation: {
          add: (_: unknown, { input }: { input: { name: string; price: number } }) => {
            const ware = { id: `ware-${input.name}`, ...input };
            wares.set(ware.id, ware);
            return ware;
          },
          times: (_: unknown, { run, by }: { run: string; by: number }) => {
            sums.set(run, (sums.get(run) ?? 0) * by);
            return sums.get(run);
          },
          tag: (_: unknown, { name }: { name: string }) => ({ id: `tag-${name}`, name }),
        },
        Ware: { __resolveReference: ({ id }: { id: string }) => wares.get(id) ?? null },
      },
    },
    {
      name: 'stock',
      sdl: `type Mutation { forget(run: String!): Int! plus(run: String!, by: Int!): Int! tag(name: String!): Tag @shareable } type Tag @key(fields: "id") { id: ID! name: String! @shareable }
        type Ware @key(fields: "id") { id: ID! price: Float! @external dear: Boolean! @requires(fields: "price") there: Boolean! }`,
      resolvers: {
        Mutation: {
          forget: (_: unknown, { run }: { run: string }) => {
            const sum = sums.get(run) ?? -1;
            sums.delete(run);
            return sum;
          },
          plus: (_: unknown, { run, by }: { run: string; by: number }) => {
            sums.set(run, (sums.get(run) ?? 0) + by);
            return sums.get(run);
          },
          tag: (_: unknown, { name }: { name: string }) => ({ id: `tag-${name}`, name }),
        },
        Ware: {
          __resolveReference: (ware: { id: string }) => (wares.has(ware.id) ? { there: true, ...ware } : null),
          dear: ({ price }: { price?: number }) => (price ?? never()) > 100,
        },
      },
    },
  ],
  cases: [
    {
      query: 'mutation { add(input: { name: "new", price: 599.5 }) { name price dear there } }',
      data: { add: { name: 'new', price: 599.5, dear: true, there: true } },
    },
    {
      query:
        'mutation { five: plus(run: "x", by: 5) ten: times(run: "x", by: 2) twelve: plus(run: "x", by: 2) all: forget(run: "x") }',
      data: { five: 5, ten: 10, twelve: 12, all: 12 },
    },
    {
      query:
        'mutation($name: String!) { first: add(input: { name: $name, price: 1 }) { id there } second: add(input: { name: "b", price: 101 }) { dear id } }',
      variables: { name: 'a' },
      data: { first: { id: 'ware-a', there: true }, second: { dear: true, id: 'ware-b' } },
    },
    { query: 'mutation { tag(name: "t") { id name } }', data: { tag: { id: 'tag-t', name: 't' } } },
  ],
};

export const schemaSuites: readonly AuditSuite[] = [enums, inputs, inaccessible, overrides, directives, mutations];
