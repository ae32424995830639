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
const LIMIT = 'the planner asks for a field once, with the arguments of one of those who need it';

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
      limit: LIMIT,
    },
    {
      query: 'query($n: Int = 1) { feed { last ...R } } fragment R on Post { remarks(first: $n) { id } }',
      data: {
        feed: [
          { last: 'b2', remarks: [{ id: 'r1' }] },
          { last: 'b3', remarks: [{ id: 'r3' }] },
        ],
      },
      limit: LIMIT,
    },
    {
      query: '{ feed { fee price(in: "EUR") } }',
      data: {
        feed: [
          { fee: 20, price: 9 },
          { fee: 20, price: 9 },
        ],
      },
      limit: LIMIT,
    },
  ],
};

export const argumentSuites: readonly AuditSuite[] = [requiredWithArguments];
