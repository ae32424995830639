import { type AuditSuite, records, sent } from '../harness/auditGraph.ts';

const users = [
  { __typename: 'User', id: 'u1', name: 'Uma', age: 11 },
  { __typename: 'User', id: 'u2', name: 'Ulf', age: 22 },
];
const accounts = [
  { __typename: 'Admin', id: 'a1', main: true, active: true },
  { __typename: 'Plain', id: 'a2', main: false },
];
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => ({ id }));

const simple: AuditSuite = {
  name: '@interfaceObject: a subgraph that knows the interface and none of its types',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { users: [Named!]! } interface Named @key(fields: "id") { id: ID! name: String } type User implements Named @key(fields: "id") { id: ID! name: String age: Int }
        interface Account @key(fields: "id") { id: ID! } type Admin implements Account @key(fields: "id") { id: ID! main: Boolean! active: Boolean @shareable } type Plain implements Account @key(fields: "id") { id: ID! main: Boolean! }`,
      resolvers: {
        Query: { users: () => users },
        Named: records(users),
        User: records(users),
        Account: records(accounts),
        Admin: records(accounts),
        Plain: records(accounts),
      },
    },
    {
      name: 'b',
      sdl: `type Query { others: [Named] accounts: [Account] } type Named @interfaceObject @key(fields: "id") { id: ID! login: String }
        type Account @interfaceObject @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: { others: () => ids(users), accounts: () => ids(accounts) },
        Named: records(ids(users), { login: ({ id }: { id: string }) => `login ${id}` }),
        Account: records(ids(accounts), { title: ({ id }: { id: string }) => `title ${id}` }),
      },
    },
    {
      name: 'c',
      sdl: 'type Account @interfaceObject @key(fields: "id") { id: ID! active: Boolean @shareable }',
      resolvers: { Account: records(ids(accounts), { active: () => false }) },
    },
  ],
  cases: [
    {
      query: '{ others { id name login } }',
      data: {
        others: [
          { id: 'u1', name: 'Uma', login: 'login u1' },
          { id: 'u2', name: 'Ulf', login: 'login u2' },
        ],
      },
    },
    {
      query: '{ users { id name login } }',
      data: {
        users: [
          { id: 'u1', name: 'Uma', login: 'login u1' },
          { id: 'u2', name: 'Ulf', login: 'login u2' },
        ],
      },
    },
    {
      query: '{ others { ... on User { age } } users { ... on User { age } } }',
      data: { others: [{ age: 11 }, { age: 22 }], users: [{ age: 11 }, { age: 22 }] },
    },
    {
      query: '{ others { ... on User { age id name login } id name } }',
      data: {
        others: [
          { age: 11, id: 'u1', name: 'Uma', login: 'login u1' },
          { age: 22, id: 'u2', name: 'Ulf', login: 'login u2' },
        ],
      },
    },
    {
      query: '{ users { ... on User { age id login } id name } }',
      data: {
        users: [
          { age: 11, id: 'u1', login: 'login u1', name: 'Uma' },
          { age: 22, id: 'u2', login: 'login u2', name: 'Ulf' },
        ],
      },
    },
    { query: '{ accounts { title } }', data: { accounts: [{ title: 'title a1' }, { title: 'title a2' }] } },
    { query: '{ accounts { ... on Admin { title } } }', data: { accounts: [{ title: 'title a1' }, {}] } },
    {
      query: '{ accounts { title __typename } }',
      data: {
        accounts: [
          { title: 'title a1', __typename: 'Admin' },
          { title: 'title a2', __typename: 'Plain' },
        ],
      },
    },
    { query: '{ accounts { ... on Admin { __typename } } }', data: { accounts: [{ __typename: 'Admin' }, {}] } },
    {
      query: '{ accounts { id active } }',
      data: {
        accounts: [
          { id: 'a1', active: false },
          { id: 'a2', active: false },
        ],
      },
    },
    {
      query: '{ accounts { id ... on Admin { active main } } }',
      data: { accounts: [{ id: 'a1', active: true, main: true }, { id: 'a2' }] },
    },
    {
      query: '{ accounts { ... on Plain { main title } } }',
      data: { accounts: [{}, { main: false, title: 'title a2' }] },
    },
  ],
};

const withRequires: AuditSuite = {
  name: '@interfaceObject with @requires of a field of the interface',
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { users: [Named!]! } interface Named @key(fields: "id") { id: ID! name: String } type User implements Named @key(fields: "id") { id: ID! name: String age: Int }',
      resolvers: { Query: { users: () => users }, Named: records(users), User: records(users) },
    },
    {
      name: 'b',
      sdl: 'type Query { others: [Named] } type Named @interfaceObject @key(fields: "id") { id: ID! name: String @external login: String @requires(fields: "name") }',
      resolvers: {
        Query: { others: () => ids(users) },
        Named: records(ids(users), { login: ({ name }: { name?: string }) => `login ${sent(name)}` }),
      },
    },
  ],
  cases: [
    { query: '{ others { login } }', data: { others: [{ login: 'login Uma' }, { login: 'login Ulf' }] } },
    { query: '{ users { login } }', data: { users: [{ login: 'login Uma' }, { login: 'login Ulf' }] } },
    { query: '{ others { ... on User { age } } }', data: { others: [{ age: 11 }, { age: 22 }] } },
    {
      query: '{ others { ... on User { age login } id name } }',
      data: {
        others: [
          { age: 11, login: 'login Uma', id: 'u1', name: 'Uma' },
          { age: 22, login: 'login Ulf', id: 'u2', name: 'Ulf' },
        ],
      },
    },
    {
      query: '{ users { ... on User { age name login } id } }',
      data: {
        users: [
          { age: 11, name: 'Uma', login: 'login Uma', id: 'u1' },
          { age: 22, name: 'Ulf', login: 'login Ulf', id: 'u2' },
        ],
      },
    },
  ],
};

const videos = [{ __typename: 'Video', id: '1', title: 'One', minutes: 100 }];

const indirect: AuditSuite = {
  name: '@interfaceObject beside a subgraph that extends one of the types',
  subgraphs: [
    {
      name: 'media',
      sdl: `type Query { medium: Medium } interface Medium @key(fields: "id") { id: ID! title: String }
        type Video implements Medium @key(fields: "id") { id: ID! title: String minutes: Int } type Text implements Medium @key(fields: "id") { id: ID! title: String words: Int }`,
      resolvers: {
        Query: { medium: () => videos[0] },
        Medium: records(videos),
        Video: records(videos),
        Text: records([]),
      },
    },
    {
      name: 'makers',
      sdl: 'type Query { maker: Maker } type Maker @key(fields: "id") { id: ID! name: String } type Video @key(fields: "id") { id: ID! by: String }',
      resolvers: { Query: { maker: () => ({ id: 'm', name: 'Mo' }) }, Video: records([{ id: '1', by: 'Mo' }]) },
    },
    {
      name: 'lists',
      sdl: 'type Query { list: List } type List @key(fields: "id") { id: ID! first: Medium } type Medium @interfaceObject @key(fields: "id") { id: ID! }',
      resolvers: { Query: { list: () => ({ id: 'l', first: { id: '1' } }) } },
    },
  ],
  cases: [
    {
      query: '{ list { id first { id ... on Video { minutes } } } }',
      data: { list: { id: 'l', first: { id: '1', minutes: 100 } } },
    },
    {
      query: '{ list { first { title ... on Video { by } } } }',
      data: { list: { first: { title: 'One', by: 'Mo' } } },
    },
    {
      query:
        '{ medium { id title ... on Video { minutes by } ... on Text { words } } maker { name } list { first { __typename } } }',
      data: {
        medium: { id: '1', title: 'One', minutes: 100, by: 'Mo' },
        maker: { name: 'Mo' },
        list: { first: { __typename: 'Video' } },
      },
    },
  ],
};

const unresolvable: AuditSuite = {
  name: '@interfaceObject whose key cannot be followed to the types',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { a: Node ware: Ware } interface Node { id: ID! }
        interface Ware @key(fields: "id", resolvable: false) { id: ID! } type Bread implements Ware @key(fields: "id", resolvable: false) { id: ID! }`,
      resolvers: {
        Query: { a: () => ({ __typename: 'Gone', id: 'x' }), ware: () => ({ __typename: 'Bread', id: 'w1' }) },
      },
    },
    {
      name: 'b',
      sdl: `type Query { b: Node } type Node @interfaceObject @key(fields: "id", resolvable: false) { id: ID! field: String }
        type Ware @interfaceObject @key(fields: "id") { id: ID! name: String }`,
      resolvers: { Query: { b: () => ({ id: 'n1', field: 'f' }) }, Ware: records([{ id: 'w1', name: 'Rye' }]) },
    },
  ],
  cases: [
    { query: '{ b { id field } }', data: { b: { id: 'n1', field: 'f' } } },
    { query: '{ b { id } }', data: { b: { id: 'n1' } } },
    { query: '{ a { field } }', data: null, errors: true, stock: 'a null without an error, although nobody was asked' },
    { query: '{ a { id } }', data: { a: null }, errors: true },
    { query: '{ ware { id } }', data: { ware: { id: 'w1' } } },
    { query: '{ ware { id name } }', data: { ware: { id: 'w1', name: 'Rye' } } },
    { query: '{ ware { ... on Bread { id } } }', data: { ware: { id: 'w1' } } },
  ],
};

export const interfaceObjectSuites: readonly AuditSuite[] = [simple, withRequires, indirect, unresolvable];
