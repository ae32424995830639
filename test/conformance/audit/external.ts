import { type AuditSuite, never, records } from '../harness/auditGraph.ts';

const externalKeys: AuditSuite = {
  name: 'an extension whose key is external, although it knows it',
  subgraphs: [
    {
      name: 'lamps',
      sdl: 'type Query { lamps: [Lamp] } type Lamp @key(fields: "id") { id: ID! watts: Int }',
      resolvers: {
        Query: {
          lamps: () => [
            { id: '1', watts: 40 },
            { id: '2', watts: 60 },
          ],
        },
        Lamp: records([
          { id: '1', watts: 40 },
          { id: '2', watts: 60 },
        ]),
      },
    },
    {
      name: 'sales',
      sdl: 'extend type Lamp @key(fields: "id") { id: ID! @external price: Float } type Query { cheapest: Lamp }',
      resolvers: {
        Query: { cheapest: () => ({ id: '2', price: 1.5 }) },
        Lamp: records([
          { id: '1', price: 9 },
          { id: '2', price: 1.5 },
        ]),
      },
    },
  ],
  cases: [
    { query: '{ cheapest { id watts } }', data: { cheapest: { id: '2', watts: 60 } } },
    {
      query: '{ lamps { id price } }',
      data: {
        lamps: [
          { id: '1', price: 9 },
          { id: '2', price: 1.5 },
        ],
      },
    },
    {
      query: '{ cheapest { price } lamps { price } }',
      data: { cheapest: { price: 1.5 }, lamps: [{ price: 9 }, { price: 1.5 }] },
    },
  ],
};

/** The same graph in the words of each version of federation; a name that is external is provided on one path only. */
function externalFields(words: string, extension: string, federation1: boolean): AuditSuite {
  const version = federation1 ? ({ federation1: true } as const) : {};
  return {
    name: `external fields and @provides, written as ${words}`,
    subgraphs: [
      {
        name: 'desk',
        ...version,
        sdl: `${extension} { id: ID! @external name: String! @external room: Int }
          type Query { guest: Guest known: Guest @provides(fields: "name") }`,
        resolvers: {
          Query: { guest: () => ({ id: 'g1', room: 7 }), known: () => ({ id: 'g1', room: 7, name: 'provided' }) },
          Guest: records(
            [
              { id: 'g1', room: 7 },
              { id: 'g2', room: 8 },
            ],
            { name: ({ name }: { name?: string }) => name ?? never() },
          ),
        },
      },
      {
        name: 'register',
        ...version,
        sdl: `type Guest @key(fields: "id") { id: ID! name: String! ${federation1 ? '' : '@shareable'} nick: String } type Query { late: Guest }`,
        resolvers: {
          Query: { late: () => ({ id: 'g2', name: 'Bo', nick: 'B' }) },
          Guest: records([
            { id: 'g1', name: 'Al', nick: 'A' },
            { id: 'g2', name: 'Bo', nick: 'B' },
          ]),
        },
      },
    ],
    cases: [
      { query: '{ guest { id room } }', data: { guest: { id: 'g1', room: 7 } } },
      { query: '{ guest { room name } }', data: { guest: { room: 7, name: 'Al' } } },
      { query: '{ known { id name } }', data: { known: { id: 'g1', name: 'provided' } } },
      {
        query: '{ known { name nick } late { name room } }',
        data: { known: { name: 'provided', nick: 'A' }, late: { name: 'Bo', room: 8 } },
      },
    ],
  };
}

const resolvableExtension: AuditSuite = {
  name: 'an extension of the first federation with a key of its own beside that of the owner',
  subgraphs: [
    {
      name: 'owner',
      federation1: true,
      sdl: 'type Query { toy: Toy } type Toy @key(fields: "upc") @key(fields: "id name") { id: ID name: String upc: String maker: String }',
      resolvers: {
        Query: { toy: () => ({ id: '1', name: 'top', upc: 'u' }) },
        Toy: records([{ id: '1', name: 'top', upc: 'u', maker: 'Max' }], {
          maker: ({ maker }: { maker?: string }) => maker ?? 'Max',
        }),
      },
    },
    {
      name: 'prices',
      federation1: true,
      sdl: `type Query { soldToy: Toy } extend type Toy @key(fields: "id name") @key(fields: "upc")
        { id: ID @external name: String @external upc: String @external price: Float! }`,
      resolvers: {
        Query: { soldToy: () => ({ id: '1', name: 'top', upc: 'u', price: 2.5 }) },
        Toy: records([{ id: '1', name: 'top', upc: 'u', price: 2.5 }]),
      },
    },
  ],
  cases: [
    {
      query: '{ soldToy { id name upc price maker } }',
      data: { soldToy: { id: '1', name: 'top', upc: 'u', price: 2.5, maker: 'Max' } },
    },
    { query: '{ toy { price maker } }', data: { toy: { price: 2.5, maker: 'Max' } } },
  ],
};

const chats = [{ id: 'h1', by: 'a1', text: 'hi' }];

const knownHere = { a1: { __typename: 'Account', id: 'a1' }, h1: { __typename: 'Chat', id: 'h1' } } as const;

const nodeOf = (_: unknown, { id }: { id: 'a1' | 'h1' }) => knownHere[id];

const idThatNobodyHas: AuditSuite = {
  name: 'a node whose id each subgraph has for one of its types only',
  subgraphs: [
    {
      name: 'accounts',
      sdl: `type Query { node(id: ID!): Node @shareable account: Account } interface Node { id: ID! }
        type Account implements Node @key(fields: "id") { id: ID! login: String! }
        type Chat implements Node @key(fields: "id") { id: ID! @external account: Account! }`,
      resolvers: {
        Query: { node: nodeOf, account: () => ({ id: 'a1', login: 'ann' }) },
        Account: records([{ id: 'a1', login: 'ann' }], { login: () => 'ann' }),
        Chat: records([{ id: 'h1' }], { account: () => ({ id: 'a1' }) }),
      },
    },
    {
      name: 'chats',
      sdl: `type Query { node(id: ID!): Node @shareable chat: Chat } interface Node { id: ID! }
        type Account implements Node @key(fields: "id") { id: ID! @external chats: [Chat!]! }
        type Chat implements Node @key(fields: "id") { id: ID! text: String! }`,
      resolvers: {
        Query: { node: nodeOf, chat: () => chats[0] },
        Account: records([{ id: 'a1' }], { chats: () => chats }),
        Chat: records(chats, { text: () => 'hi' }),
      },
    },
  ],
  cases: [
    { query: '{ node(id: "a1") { id } }', data: null, errors: true },
    { query: '{ node(id: "a1") { id ... on Chat { text } } }', data: null, errors: true },
    {
      query: '{ a: node(id: "a1") { __typename } b: node(id: "h1") { __typename } }',
      data: { a: { __typename: 'Account' }, b: { __typename: 'Chat' } },
    },
    {
      query: '{ a: node(id: "a1") { ... on Account { id login } } b: node(id: "h1") { ... on Chat { id text } } }',
      data: { a: { id: 'a1', login: 'ann' }, b: { id: 'h1', text: 'hi' } },
    },
    {
      query: '{ a: node(id: "a1") { ... on Chat { id } } b: node(id: "h1") { ... on Account { id } } }',
      data: { a: {}, b: {} },
    },
    {
      query:
        '{ a: node(id: "a1") { __typename ... on Chat { id } } b: node(id: "h1") { __typename ... on Account { id } } }',
      data: { a: { __typename: 'Account' }, b: { __typename: 'Chat' } },
    },
    { query: '{ chat { id } account { id } }', data: { chat: { id: 'h1' }, account: { id: 'a1' } } },
    {
      query: '{ chat { id text account { id login } } }',
      data: { chat: { id: 'h1', text: 'hi', account: { id: 'a1', login: 'ann' } } },
    },
    {
      query: '{ account { id login chats { id } } }',
      data: { account: { id: 'a1', login: 'ann', chats: [{ id: 'h1' }] } },
    },
    {
      query: '{ account { chats { account { chats { text } } } } }',
      data: { account: { chats: [{ account: { chats: [{ text: 'hi' }] } }] } },
    },
  ],
};

export const externalSuites: readonly AuditSuite[] = [
  externalKeys,
  externalFields('extend type, first federation', 'extend type Guest @key(fields: "id")', true),
  externalFields('@extends, first federation', 'type Guest @extends @key(fields: "id")', true),
  externalFields('extend type, second federation', 'extend type Guest @key(fields: "id")', false),
  externalFields('@extends, second federation', 'type Guest @extends @key(fields: "id")', false),
  resolvableExtension,
  idThatNobodyHas,
];
