import { type AuditSuite, records } from '../harness/auditGraph.ts';

const ships = [
  { id: 's1', name: 'Ada', berth: 'b1' },
  { id: 's2', name: 'Bea', berth: 'b2' },
];

const simpleEntityCall: AuditSuite = {
  name: 'an entity is completed by another subgraph, over a key and over a second key',
  subgraphs: [
    {
      name: 'crews',
      sdl: 'type Query { crew: Sailor } type Sailor @key(fields: "id") { id: ID! ship: Ship } type Ship @key(fields: "id") { id: ID! }',
      resolvers: {
        Query: { crew: () => ({ id: 'c1' }) },
        Sailor: records([{ id: 'c1' }], { ship: () => ({ id: 's2' }) }),
      },
    },
    {
      name: 'ships',
      sdl: 'type Ship @key(fields: "id") @key(fields: "name") { id: ID! name: String! } type Sailor @key(fields: "id") { id: ID! nick: String }',
      resolvers: {
        Ship: records(ships.map(({ id, name }) => ({ id, name }))),
        Sailor: records([{ id: 'c1', nick: 'Sea' }]),
      },
    },
    {
      name: 'port',
      sdl: 'type Ship @key(fields: "name") { name: String! berth: String }',
      resolvers: { Ship: records(ships.map(({ name, berth }) => ({ name, berth }))) },
    },
  ],
  cases: [
    { query: '{ crew { nick } }', data: { crew: { nick: 'Sea' } } },
    { query: '{ crew { ship { name } } }', data: { crew: { ship: { name: 'Bea' } } } },
    { query: '{ crew { ship { berth } } }', data: { crew: { ship: { berth: 'b2' } } } },
    {
      query: '{ crew { id nick ship { id berth } } }',
      data: { crew: { id: 'c1', nick: 'Sea', ship: { id: 's2', berth: 'b2' } } },
    },
  ],
};

const nullKeys: AuditSuite = {
  name: 'an entity that a subgraph on the way does not know has nulls, and no error',
  subgraphs: [
    {
      name: 'shelves',
      sdl: 'type Query { shelf: [Slot] } type Slot { book: Book } type Book @key(fields: "upc") { upc: ID! }',
      resolvers: {
        Query: { shelf: () => ['u1', 'u2', 'u3', null].map((upc) => ({ book: upc === null ? null : { upc } })) },
      },
    },
    {
      name: 'numbers',
      sdl: 'type Book @key(fields: "id") @key(fields: "upc") { id: ID! upc: ID! }',
      resolvers: {
        Book: records([
          { id: '1', upc: 'u1' },
          { id: '2', upc: 'u2' },
        ]),
      },
    },
    {
      name: 'writers',
      sdl: 'type Book @key(fields: "id") { id: ID! writer: Writer } type Writer @key(fields: "id") { id: ID! name: String }',
      resolvers: {
        Book: records([
          { id: '1', writer: { id: 'w', name: 'Wu' } },
          { id: '2', writer: null },
        ]),
      },
    },
  ],
  cases: [
    {
      query: '{ shelf { book { upc writer { name } } } }',
      data: {
        shelf: [
          { book: { upc: 'u1', writer: { name: 'Wu' } } },
          { book: { upc: 'u2', writer: null } },
          { book: { upc: 'u3', writer: null } },
          { book: null },
        ],
      },
    },
  ],
};

const parentEntityCall: AuditSuite = {
  name: 'a value object is completed through the entity it stands in',
  subgraphs: [
    {
      name: 'farms',
      sdl: 'type Query { farm: Farm } type Farm @key(fields: "id") { id: ID! field: Field @shareable } type Field { crop: String }',
      resolvers: {
        Query: { farm: () => ({ id: 'f1', field: { crop: 'rye' } }) },
        Farm: records([{ id: 'f1', field: { crop: 'rye' } }]),
      },
    },
    {
      name: 'soils',
      sdl: 'type Farm @key(fields: "id") { id: ID! @external field: Field @shareable } type Field { soil: Soil @shareable }  type Soil { acid: Int }',
      resolvers: { Farm: records([{ id: 'f1', field: { soil: { acid: 5 } } }]) },
    },
    {
      name: 'rains',
      sdl: 'type Farm @key(fields: "id") { id: ID! field: Field @shareable } type Field { soil: Soil @shareable } type Soil { wet: Boolean }',
      resolvers: { Farm: records([{ id: 'f1', field: { soil: { wet: true } } }]) },
    },
  ],
  cases: [
    {
      query: '{ farm { field { crop soil { wet } } } }',
      data: { farm: { field: { crop: 'rye', soil: { wet: true } } } },
    },
    {
      query: '{ farm { field { soil { acid wet } crop } } }',
      data: { farm: { field: { soil: { acid: 5, wet: true }, crop: 'rye' } } },
    },
  ],
};

const node: AuditSuite = {
  name: 'a node is known by its interface here and completed there',
  subgraphs: [
    {
      name: 'nodes',
      sdl: `type Query { first: Node second: Node all: [Node] } interface Node { id: ID! }
        type Cup implements Node @key(fields: "id") { id: ID! } type Pot implements Node @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          first: () => ({ __typename: 'Cup', id: 'c' }),
          second: () => ({ __typename: 'Pot', id: 'p' }),
          all: () => [{ __typename: 'Cup', id: 'c' }, null, { __typename: 'Pot', id: 'p' }],
        },
      },
    },
    {
      name: 'wares',
      sdl: `interface Node { id: ID! } type Cup implements Node @key(fields: "id") { id: ID! color: String }
        type Pot implements Node @key(fields: "id") { id: ID! liters: Int }`,
      resolvers: { Cup: records([{ id: 'c', color: 'red' }]), Pot: records([{ id: 'p', liters: 2 }]) },
    },
  ],
  cases: [
    {
      query: '{ first { __typename id ... on Cup { color } } second { ... on Pot { liters } ... on Cup { color } } }',
      data: { first: { __typename: 'Cup', id: 'c', color: 'red' }, second: { liters: 2 } },
    },
    {
      query: '{ all { id ... on Pot { liters } ... on Cup { color } } }',
      data: { all: [{ id: 'c', color: 'red' }, null, { id: 'p', liters: 2 }] },
    },
  ],
};

const sharedRoot: AuditSuite = {
  name: 'one root field and one value are put together from three subgraphs',
  subgraphs: ['title', 'price', 'color'].map((field) => ({
    name: field,
    sdl: `type Query { thing: Thing @shareable things: [Thing] @shareable } type Thing @shareable { id: ID! detail: Detail }
      type Detail { ${field}: String }`,
    resolvers: {
      Query: {
        thing: () => ({ id: 't', detail: { [field]: `${field} of t` } }),
        things: () => ['t', 'u'].map((id) => ({ id, detail: { [field]: `${field} of ${id}` } })),
      },
    },
  })),
  cases: [
    { query: '{ thing { id detail { title } } }', data: { thing: { id: 't', detail: { title: 'title of t' } } } },
    {
      query: '{ thing { detail { title price color } id } }',
      data: { thing: { detail: { title: 'title of t', price: 'price of t', color: 'color of t' }, id: 't' } },
    },
    {
      query: '{ things { id detail { price color } } }',
      data: {
        things: [
          { id: 't', detail: { price: 'price of t', color: 'color of t' } },
          { id: 'u', detail: { price: 'price of u', color: 'color of u' } },
        ],
      },
    },
  ],
};

export const entitySuites: readonly AuditSuite[] = [simpleEntityCall, nullKeys, parentEntityCall, node, sharedRoot];
