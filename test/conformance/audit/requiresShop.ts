import { type AuditSuite, records, sent } from '../harness/auditGraph.ts';

const goods = [
  { upc: 'g1', name: 'Jar', price: 10, grams: 2 },
  { upc: 'g2', name: 'Lid', price: 20, grams: 4 },
];

interface Measured {
  readonly price?: number;
  readonly grams?: number;
}

const freight = ({ price, grams }: Measured): number => sent(price) * sent(grams);

const opinions = [
  { id: 'o1', by: 'u1', of: 'g1' },
  { id: 'o2', by: 'u1', of: 'g2' },
];

const opinionsOf = (field: 'by' | 'of', key: string) =>
  opinions
    .filter((opinion) => opinion[field] === key)
    .map(({ id, by, of }) => ({ id, author: { id: by, login: `login-${by}` }, goods: { upc: of } }));

const requiresAndProvides: AuditSuite = {
  name: '@requires and @provides in a shop',
  subgraphs: [
    {
      name: 'accounts',
      sdl: 'type Query { me: User } type User @key(fields: "id") { id: ID! name: String login: String @shareable }',
      resolvers: {
        Query: { me: () => ({ id: 'u1', name: 'Uma', login: 'login-u1' }) },
        User: records([{ id: 'u1', name: 'Uma', login: 'login-u1' }]),
      },
    },
    {
      name: 'goods',
      sdl: 'type Query { goods: [Goods] } type Goods @key(fields: "upc") { upc: String! name: String price: Int grams: Int }',
      resolvers: { Query: { goods: () => goods }, Goods: records(goods) },
    },
    {
      name: 'freight',
      sdl: `type Goods @key(fields: "upc") { upc: String! price: Int @external grams: Int @external there: Boolean
        freight: Int @requires(fields: "price grams") label: String @requires(fields: "price grams") }`,
      resolvers: {
        Goods: records(
          [
            { upc: 'g1', there: true },
            { upc: 'g2', there: false },
          ],
          {
            freight,
            label: (one: Measured & { upc: string }) => `${one.upc}:${freight(one)}`,
          },
        ),
      },
    },
    {
      name: 'opinions',
      sdl: `type Opinion @key(fields: "id") { id: ID! author: User @provides(fields: "login") goods: Goods }
        type User @key(fields: "id") { id: ID! login: String @external opinions: [Opinion] }
        type Goods @key(fields: "upc") { upc: String! opinions: [Opinion] }`,
      resolvers: {
        User: records([{ id: 'u1' }], { opinions: ({ id }: { id: string }) => opinionsOf('by', id) }),
        Goods: records([{ upc: 'g1' }, { upc: 'g2' }], {
          opinions: ({ upc }: { upc: string }) => opinionsOf('of', upc),
        }),
      },
    },
  ],
  cases: [
    { query: '{ me { id } }', data: { me: { id: 'u1' } } },
    { query: '{ me { opinions { id } } }', data: { me: { opinions: [{ id: 'o1' }, { id: 'o2' }] } } },
    {
      query: '{ goods { name price } }',
      data: {
        goods: [
          { name: 'Jar', price: 10 },
          { name: 'Lid', price: 20 },
        ],
      },
    },
    { query: '{ goods { freight } }', data: { goods: [{ freight: 20 }, { freight: 80 }] } },
    {
      query: '{ goods { freight grams price } }',
      data: {
        goods: [
          { freight: 20, grams: 2, price: 10 },
          { freight: 80, grams: 4, price: 20 },
        ],
      },
    },
    {
      query: '{ goods { cost: price f: freight l: label } }',
      data: {
        goods: [
          { cost: 10, f: 20, l: 'g1:20' },
          { cost: 20, f: 80, l: 'g2:80' },
        ],
      },
    },
    {
      query: '{ me { opinions { author { id login } goods { there } } } }',
      data: {
        me: {
          opinions: [
            { author: { id: 'u1', login: 'login-u1' }, goods: { there: true } },
            { author: { id: 'u1', login: 'login-u1' }, goods: { there: false } },
          ],
        },
      },
    },
    {
      query: '{ goods { opinions { author { login name } goods { name freight } } } }',
      data: {
        goods: [
          { opinions: [{ author: { login: 'login-u1', name: 'Uma' }, goods: { name: 'Jar', freight: 20 } }] },
          { opinions: [{ author: { login: 'login-u1', name: 'Uma' }, goods: { name: 'Lid', freight: 80 } }] },
        ],
      },
    },
    {
      query: '{ me { opinions { goods { opinions { id } } } } }',
      data: { me: { opinions: [{ goods: { opinions: [{ id: 'o1' }] } }, { goods: { opinions: [{ id: 'o2' }] } }] } },
    },
    {
      query: '{ me { opinions { goods { freight label } } } }',
      data: {
        me: { opinions: [{ goods: { freight: 20, label: 'g1:20' } }, { goods: { freight: 80, label: 'g2:80' } }] },
      },
    },
  ],
};

export const requiresShopSuites: readonly AuditSuite[] = [requiresAndProvides];
