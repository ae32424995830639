import { type AuditSuite, records, sent } from '../harness/auditGraph.ts';

const places = [
  { __typename: 'Home', id: 'a1', city: 'Alton' },
  { __typename: 'Work', id: 'a2', city: 'Peru' },
];

type Placed = { readonly id: string; readonly address?: { readonly id?: string } };

const cityOf = (id: string | undefined) => places.find((place) => place.id === id)?.city ?? null;

const requiresInterface: AuditSuite = {
  name: '@requires through an interface, with and without a type condition',
  subgraphs: [
    {
      name: 'cities',
      sdl: `type Query { first: Person } interface Address { id: ID! }
        type Home implements Address @key(fields: "id") { id: ID! city: String @shareable } type Work implements Address @key(fields: "id") { id: ID! city: String @shareable }
        type Person @key(fields: "id") { id: ID! address: Address @external city: String @requires(fields: "address { id }")
          country: String @requires(fields: "address { ... on Work { id } }") }`,
      resolvers: {
        Query: { first: () => ({ id: 'p1' }) },
        Home: records(places),
        Work: records(places),
        Person: records([{ id: 'p1' }, { id: 'p2' }], {
          city: ({ address }: Placed) => cityOf(sent(address).id),
          country: ({ address }: Placed) => (address?.id === undefined ? null : `land of ${cityOf(address.id)}`),
        }),
      },
    },
    {
      name: 'addresses',
      sdl: `type Query { second: Person } interface Address { id: ID! }
        type Home implements Address @key(fields: "id") { id: ID! } type Work implements Address @key(fields: "id") { id: ID! }
        type Tent implements Address @key(fields: "id") { id: ID! } type Person @key(fields: "id") { id: ID! address: Address }`,
      resolvers: {
        Query: { second: () => ({ id: 'p2', address: places[1] }) },
        Person: records([
          { id: 'p1', address: places[0] },
          { id: 'p2', address: places[1] },
        ]),
      },
    },
  ],
  cases: [
    { query: '{ first { city } }', data: { first: { city: 'Alton' } } },
    { query: '{ second { city } }', data: { second: { city: 'Peru' } } },
    {
      query: '{ first { country } second { country } }',
      data: { first: { country: null }, second: { country: 'land of Peru' } },
    },
    {
      query: '{ first { address { __typename id } } }',
      data: { first: { address: { __typename: 'Home', id: 'a1' } } },
    },
    {
      query: '{ second { address { __typename id ... on Work { city } } } }',
      data: { second: { address: { __typename: 'Work', id: 'a2', city: 'Peru' } } },
    },
    {
      query: '{ first { city address { ... on Home { city } } } }',
      data: { first: { city: 'Alton', address: { city: 'Alton' } } },
    },
  ],
};

const forms = [
  { __typename: 'Circle', name: 'c', round: 'yes', radius: 'r1' },
  { __typename: 'Square', name: 's', round: 'no', side: 's1' },
];

type WithForm = { readonly form?: Readonly<Record<string, unknown>> };

const requiresFragments: AuditSuite = {
  name: '@requires with nested fragments on interfaces, one of the types being inaccessible',
  subgraphs: [
    {
      name: 'forms',
      sdl: `type Query { a: Item b: Item } type Item @key(fields: "id") { id: ID! form: Form }
        interface Form { name: String! } interface Rounded implements Form { name: String! round: String! }
        type Circle implements Form & Rounded @inaccessible { name: String! round: String! radius: String! }
        type Square implements Form & Rounded { name: String! round: String! side: String! }`,
      resolvers: {
        Query: { a: () => ({ id: 'i1', form: forms[0] }), b: () => ({ id: 'i2', form: forms[1] }) },
        Item: records([
          { id: 'i1', form: forms[0] },
          { id: 'i2', form: forms[1] },
        ]),
      },
    },
    {
      name: 'sketches',
      sdl: `type Query { c: Item } type Item @key(fields: "id") { id: ID! form: Form @external
          sketch: String! @requires(fields: "form { name ... on Rounded { round ... on Circle { radius } ... on Square { side } } }")
          title: String! @requires(fields: "form { ... on Form { name } }") }
        interface Form { name: String! } interface Rounded implements Form { name: String! round: String! }
        type Circle implements Form & Rounded @inaccessible { name: String! @external round: String! @external radius: String! @external }
        type Square implements Form & Rounded { name: String! @external round: String! @external side: String! @external }`,
      resolvers: {
        Query: { c: () => ({ id: 'i2' }) },
        Item: records([{ id: 'i1' }, { id: 'i2' }], {
          sketch: ({ form }: WithForm) =>
            ['name', 'round', 'radius', 'side'].map((key) => sent(form)[key] ?? '-').join(' '),
          title: ({ form }: WithForm) => `The ${sent(form).name}`,
        }),
      },
    },
  ],
  cases: [
    { query: '{ a { id title } }', data: { a: { id: 'i1', title: 'The c' } } },
    { query: '{ a { sketch } }', data: { a: { sketch: 'c yes r1 -' } } },
    { query: '{ b { sketch title } }', data: { b: { sketch: 's no - s1', title: 'The s' } } },
    {
      query: '{ c { sketch } b { form { __typename ... on Square { side } } } }',
      data: { c: { sketch: 's no - s1' }, b: { form: { __typename: 'Square', side: 's1' } } },
    },
    { query: '{ c { title form { name } } }', data: { c: { title: 'The s', form: { name: 's' } } } },
    { query: '{ a { form { ... on Circle { radius } } } }', data: null, refused: true },
    { query: '{ a { form { name } } }', data: { a: { form: null } }, errors: true },
  ],
};

const nested: AuditSuite = {
  name: '@requires of a list of entities that only their keys are known of',
  subgraphs: [
    {
      name: 'people',
      sdl: 'type Query { person: Person } type Person @key(fields: "id") { id: ID! name: String }',
      resolvers: { Query: { person: () => ({ id: 'p', name: 'Pat' }) }, Person: records([{ id: 'p', name: 'Pat' }]) },
    },
    {
      name: 'orders',
      sdl: 'type Person @key(fields: "id") { id: ID! orders: [Order!] } type Order @key(fields: "id") { id: ID! cents: Int }',
      resolvers: {
        Person: records([
          {
            id: 'p',
            orders: [
              { id: '1', cents: 5 },
              { id: '2', cents: 7 },
            ],
          },
        ]),
        Order: records([
          { id: '1', cents: 5 },
          { id: '2', cents: 7 },
        ]),
      },
    },
    {
      name: 'sums',
      sdl: `type Order @key(fields: "id", resolvable: false) { id: ID! cents: Int @external }
        type Person @key(fields: "id") { id: ID! orders: [Order!] @external count: Int @requires(fields: "orders { id }") sum: Int @requires(fields: "orders { cents }") }`,
      resolvers: {
        Person: records([{ id: 'p' }], {
          count: ({ orders }: { orders?: readonly object[] }) => sent(orders).length,
          sum: ({ orders }: { orders?: readonly { cents?: number }[] }) =>
            sent(orders).reduce((sum, { cents }) => sum + sent(cents), 0),
        }),
      },
    },
  ],
  cases: [
    { query: '{ person { count } }', data: { person: { count: 2 } } },
    { query: '{ person { sum count name } }', data: { person: { sum: 12, count: 2, name: 'Pat' } } },
    { query: '{ person { sum orders { id } } }', data: { person: { sum: 12, orders: [{ id: '1' }, { id: '2' }] } } },
  ],
};

export const requiresThroughSuites: readonly AuditSuite[] = [requiresInterface, requiresFragments, nested];
