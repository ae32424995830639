import { type AuditSuite, records, sent } from '../harness/auditGraph.ts';

const posts = [
  {
    id: 'p1',
    remarks: [
      { id: 'r1', by: 'b1' },
      { id: 'r2', by: 'b2' },
    ],
  },
  {
    id: 'p2',
    remarks: [
      { id: 'r3', by: 'b1' },
      { id: 'r4', by: 'b3' },
    ],
  },
];
const remarksOf = ({ id }: { id: string }, { first }: { first: number }) =>
  posts.find((post) => post.id === id)?.remarks.slice(0, first) ?? [];
const homes = [
  { code: 'c1', street: 'Elm' },
  { code: 'c2', street: 'Oak' },
];
const souls = [
  { id: '1', name: 'Ana', home: { code: 'c1', street: 'Elm' } },
  { id: '2', name: 'Bo', home: { code: 'c2', street: 'Oak' } },
];
const KEY = 'the planner asks for one of two fields of one response key, and takes it for both';
const STOCK = 'the planner asks for a field once, with the arguments of one of those who need it';

const requiredWithArguments: AuditSuite = {
  name: '@requires of a field with arguments, asked for by the client with others',
  subgraphs: [
    {
      name: 'posts',
      sdl: `type Query { feed: [Post] } type Post @key(fields: "id") { id: ID! price(in: String!): Int remarks(first: Int!): [Remark] }
        type Remark @key(fields: "id") { id: ID! by: ID }`,
      resolvers: {
        Query: { feed: () => posts.map(({ id }) => ({ id })) },
        Post: records(
          posts.map(({ id }) => ({ id })),
          {
            price: (_: unknown, args: { in: string }) => (args.in === 'USD' ? 10 : 9),
            remarks: remarksOf,
          },
        ),
        Remark: records(posts.flatMap(({ remarks }) => remarks)),
      },
    },
    {
      name: 'writers',
      sdl: `type Post @key(fields: "id") { id: ID! price(in: String!): Int @external remarks(first: Int!): [Remark] @external
          fee: Int @requires(fields: "price(in: \\"USD\\")") last: ID @requires(fields: "remarks(first: 2) { by }") } type Remark @key(fields: "id") { id: ID! by: ID @external }`,
      resolvers: {
        Post: records(
          posts.map(({ id }) => ({ id })),
          {
            fee: ({ price }: { price?: number }) => sent(price) * 2,
            last: ({ remarks }: { remarks?: readonly { by?: string }[] }) => sent(sent(remarks)[1]).by,
          },
        ),
      },
    },
  ],
  cases: [
    {
      query: '{ feed { id fee } }',
      data: {
        feed: [
          { id: 'p1', fee: 20 },
          { id: 'p2', fee: 20 },
        ],
      },
    },
    { query: '{ feed { last } }', data: { feed: [{ last: 'b2' }, { last: 'b3' }] } },
    {
      query: '{ feed { last remarks(first: 2) { id } } }',
      data: {
        feed: [
          { last: 'b2', remarks: [{ id: 'r1' }, { id: 'r2' }] },
          { last: 'b3', remarks: [{ id: 'r3' }, { id: 'r4' }] },
        ],
      },
    },
    {
      query: '{ feed { last few: remarks(first: 1) { id } } }',
      data: {
        feed: [
          { last: 'b2', few: [{ id: 'r1' }] },
          { last: 'b3', few: [{ id: 'r3' }] },
        ],
      },
    },
    {
      query: '{ feed { last remarks(first: 1) { id } } }',
      data: {
        feed: [
          { last: 'b2', remarks: [{ id: 'r1' }] },
          { last: 'b3', remarks: [{ id: 'r3' }] },
        ],
      },
      stock: STOCK,
    },
    {
      query: 'query($n: Int = 1) { feed { last ...R } } fragment R on Post { remarks(first: $n) { id } }',
      data: {
        feed: [
          { last: 'b2', remarks: [{ id: 'r1' }] },
          { last: 'b3', remarks: [{ id: 'r3' }] },
        ],
      },
      stock: STOCK,
    },
    {
      query: '{ feed { fee price(in: "EUR") } }',
      data: {
        feed: [
          { fee: 20, price: 9 },
          { fee: 20, price: 9 },
        ],
      },
      stock: STOCK,
    },
  ],
};

const taken: AuditSuite = {
  name: 'names of keys and of required fields, taken as aliases of other fields',
  subgraphs: [
    {
      name: 'people',
      sdl: `type Query { people: [Soul] one: Soul } type Soul @key(fields: "id home { code }") { id: ID! name: String home: Home friend: Soul }
        type Home @key(fields: "code") { code: ID! street: String size(unit: String = "m"): Int }`,
      resolvers: {
        Query: { people: () => souls, one: () => souls[0] },
        Soul: records(souls, { friend: () => souls[1] }),
        Home: records(homes, { size: (_: unknown, args: { unit: string }) => (args.unit === 'm' ? 50 : 500) }),
      },
    },
    {
      name: 'taxes',
      sdl: `type Soul @key(fields: "id home { code }") { id: ID! home: Home tax: Int }
        type Home @key(fields: "code") { code: ID! size(unit: String = "m"): Int @external levy: Int @requires(fields: "size") }`,
      resolvers: {
        Soul: records(
          souls.map(({ id, home }) => ({ id, home: { code: home.code } })),
          { tax: ({ id }: { id: string }) => Number(id) * 10 },
        ),
        Home: records(
          homes.map(({ code }) => ({ code })),
          { levy: ({ size }: { size?: number }) => sent(size) * 2 },
        ),
      },
    },
  ],
  cases: [
    {
      query: '{ people { id: name tax } }',
      data: {
        people: [
          { id: 'Ana', tax: 10 },
          { id: 'Bo', tax: 20 },
        ],
      },
      stock: KEY,
    },
    {
      query:
        'query($on: Boolean = true) { people { ...T ... on Soul { id: name @include(if: $on) } } } fragment T on Soul { tax }',
      data: {
        people: [
          { tax: 10, id: 'Ana' },
          { tax: 20, id: 'Bo' },
        ],
      },
      stock: KEY,
    },
    { query: '{ one { home: name id tax } }', data: { one: { home: 'Ana', id: '1', tax: 10 } }, stock: KEY },
    { query: '{ one { home { code: street } tax } }', data: { one: { home: { code: 'Elm' }, tax: 10 } }, stock: KEY },
    {
      query: '{ one { id: friend { name: id home: tax } name: id tax } }',
      data: { one: { id: { name: '2', home: 20 }, name: '1', tax: 10 } },
      stock: KEY,
    },
    {
      query: '{ one { home { size: street levy } } }',
      data: { one: { home: { size: 'Elm', levy: 100 } } },
      stock: KEY,
    },
    {
      query: '{ one { home { size(unit: "dm") levy } } }',
      data: { one: { home: { size: 500, levy: 100 } } },
      stock: STOCK,
    },
    {
      query: '{ one { home { size levy } } at: one { home { size(unit: "m") code } } }',
      data: { one: { home: { size: 50, levy: 100 } }, at: { home: { size: 50, code: 'c1' } } },
    },
    {
      query: '{ one { tax: name } people { name: tax } }',
      data: { one: { tax: 'Ana' }, people: [{ name: 10 }, { name: 20 }] },
    },
  ],
};

export const argumentSuites: readonly AuditSuite[] = [requiredWithArguments, taken];
