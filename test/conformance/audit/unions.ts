import { type AuditSuite, records } from '../harness/auditGraph.ts';

const tale = { __typename: 'Tale', id: 't', title: 'Tale', inA: 'A Tale', inB: 'B Tale' };
const tune = { __typename: 'Tune', id: 'u', title: 'Tune', inA: 'A Tune' };
const film = { __typename: 'Film', id: 'f', title: 'Film', inB: 'B Film' };
const every = '__typename ... on Tune { title inA } ... on Film { title inB } ... on Tale { title inA inB }';

const intersection: AuditSuite = {
  name: 'a union with other members in each subgraph',
  subgraphs: [
    {
      name: 'a',
      sdl: `union Work = Tale | Tune type Tale @key(fields: "id") { id: ID! title: String! @shareable inA: String! } type Tune @key(fields: "id") { id: ID! title: String! inA: String! }
        type Query { work: Work @shareable tale: Tale @shareable tune: Work aWork: Work viewer: Viewer @shareable } type Viewer { work: Work @shareable aWork: Work tale: Tale @shareable tune: Work }`,
      resolvers: {
        Query: {
          work: () => tale,
          tale: () => tale,
          tune: () => tune,
          aWork: () => tale,
          viewer: () => ({ work: tale, aWork: tale, tale, tune }),
        },
        Tale: records([{ ...tale, inB: undefined }]),
        Tune: records([tune]),
      },
    },
    {
      name: 'b',
      sdl: `union Work = Tale | Film type Tale @key(fields: "id") { id: ID! title: String! @shareable inB: String! } type Film @key(fields: "id") { id: ID! title: String! inB: String! }
        type Query { work: Work @shareable tale: Work @shareable bWork: Work viewer: Viewer @shareable } type Viewer { work: Work @shareable bWork: Work tale: Work @shareable }`,
      resolvers: {
        Query: {
          work: () => tale,
          tale: () => tale,
          bWork: () => film,
          viewer: () => ({ work: tale, bWork: film, tale }),
        },
        Tale: records([tale]),
        Film: records([film]),
      },
    },
  ],
  cases: [
    { query: '{ work { ... on Film { title } } }', data: { work: {} } },
    { query: '{ work { ... on Tale { title } } }', data: { work: { title: 'Tale' } } },
    { query: '{ work { ... on Tale { title } ... on Film { title } } }', data: { work: { title: 'Tale' } } },
    {
      query: '{ tune { __typename ... on Tune { title } ... on Film { title } } }',
      data: { tune: { __typename: 'Tune', title: 'Tune' } },
    },
    { query: '{ viewer { work { ... on Film { title } } } }', data: { viewer: { work: {} } } },
    {
      query: '{ viewer { work { ... on Tale { title inA inB } } } }',
      data: { viewer: { work: { title: 'Tale', inA: 'A Tale', inB: 'B Tale' } } },
    },
    { query: '{ aWork { ... on Film { title inB } } }', data: { aWork: {} } },
    {
      query: '{ aWork { ... on Tale { title inA inB } } }',
      data: { aWork: { title: 'Tale', inA: 'A Tale', inB: 'B Tale' } },
    },
    { query: '{ bWork { ... on Film { inB } ... on Tune { inA } } }', data: { bWork: { inB: 'B Film' } } },
    {
      query: `{ viewer { work { ${every} } tale { ${every} } tune { ${every} } } }`,
      data: {
        viewer: {
          work: { __typename: 'Tale', title: 'Tale', inA: 'A Tale', inB: 'B Tale' },
          tale: { __typename: 'Tale', title: 'Tale', inA: 'A Tale', inB: 'B Tale' },
          tune: { __typename: 'Tune', title: 'Tune', inA: 'A Tune' },
        },
      },
    },
    {
      query: '{ viewer { aWork { ... on Film { title inB } } bWork { ... on Film { title inB } } } }',
      data: { viewer: { aWork: {}, bWork: { title: 'Film', inB: 'B Film' } } },
    },
  ],
};

const ovens = [
  { __typename: 'Oven', id: 'o1' },
  { __typename: 'Oven', id: 'o2' },
];
const kettles = [
  { __typename: 'Kettle', id: 'k1', years: 3 },
  { __typename: 'Kettle', id: 'k2', years: 4 },
];
const found = (_: unknown, { id }: { id: string }) => [...ovens, ...kettles].find((one) => one.id === id) ?? null;

const distributed: AuditSuite = {
  name: 'a type implements an interface in one subgraph and not in the other',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { wares: [Ware] node(id: ID!): Node nodes: [Node] kettles: [Kettle] } union Ware = Oven | Kettle interface Node { id: ID! } interface Lasting { years: Int }
        type Oven @key(fields: "id") { id: ID! } type Kettle implements Node & Lasting @key(fields: "id") { id: ID! years: Int }`,
      resolvers: {
        Query: { wares: () => [...ovens, ...kettles], node: found, nodes: () => kettles, kettles: () => kettles },
        Oven: records(ovens),
        Kettle: records(kettles),
      },
    },
    {
      name: 'b',
      sdl: 'interface Node { id: ID! } interface Lasting { years: Int } type Oven implements Node & Lasting @key(fields: "id") { id: ID! years: Int }',
      resolvers: { Oven: records(ovens.map(({ id }) => ({ id, years: 1 }))) },
    },
  ],
  cases: [
    { query: '{ wares { ... on Node { id } } }', data: { wares: ['o1', 'o2', 'k1', 'k2'].map((id) => ({ id })) } },
    { query: '{ wares { ... on Lasting { years } } }', data: { wares: [1, 1, 3, 4].map((years) => ({ years })) } },
    {
      query: '{ nodes { ... on Kettle { years } ... on Oven { id } } }',
      data: { nodes: [{ years: 3 }, { years: 4 }] },
    },
    { query: '{ nodes { id } }', data: { nodes: [{ id: 'k1' }, { id: 'k2' }] } },
    { query: '{ nodes { ... on Node { ... on Lasting { years } } } }', data: { nodes: [{ years: 3 }, { years: 4 }] } },
    {
      query: '{ nodes { ... on Node { id ... on Node { id ... on Lasting { years } } } } }',
      data: {
        nodes: [
          { id: 'k1', years: 3 },
          { id: 'k2', years: 4 },
        ],
      },
    },
    {
      query: '{ kettles { ...Own ...Any } } fragment Own on Kettle { id } fragment Any on Node { id __typename }',
      data: {
        kettles: [
          { id: 'k1', __typename: 'Kettle' },
          { id: 'k2', __typename: 'Kettle' },
        ],
      },
    },
    { query: '{ node(id: "o1") { ... on Oven { years } } }', data: { node: null }, errors: true },
    { query: '{ node(id: "o1") { ... on Kettle { years } } }', data: { node: null }, errors: true },
    { query: '{ node(id: "k1") { ... on Kettle { years } } }', data: { node: { years: 3 } } },
    { query: '{ none: node(id: "zz") { id } }', data: { none: null } },
  ],
};

const common = { __typename: 'Common', label: 'both' };
const onlyA = { __typename: 'OnlyA', a: 'a' };
const onlyB = { __typename: 'OnlyB', b: 'b' };
const members = '__typename ... on Common { label } ... on OnlyA { a } ... on OnlyB { b }';

const STOCK = 'the planner takes a shared list to hold only what every subgraph that shares it knows';

/** The box knows its steps when a root field gave it; found by its key it has those of the subgraph. */
function boxes(own: object, others: Readonly<Record<string, unknown>>) {
  return records([{ id: 'x' }], {
    wrap: ({ steps }: { steps?: object[] }) => ({ steps: steps ?? [common, own] }),
    ...others,
  });
}

const partial: AuditSuite = {
  name: 'a list of a union that each subgraph knows in part, in a shared value of an entity',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { rootA: Box shared: Box @shareable } type Box @key(fields: "id") { id: ID! wrap: Wrap @shareable } type Wrap @shareable { steps: [Step!]! }
        union Step = Common | OnlyA type Common @shareable { label: String } type OnlyA { a: String }`,
      resolvers: {
        Query: { rootA: () => ({ id: 'x' }), shared: () => ({ id: 'x', steps: [common] }) },
        Box: boxes(onlyA, {}),
      },
    },
    {
      name: 'b',
      sdl: `type Query { rootB: Box shared: Box @shareable } type Box @key(fields: "id") { id: ID! wrap: Wrap @shareable ofB: Wrap } type Wrap @shareable { steps: [Step!]! }
        union Step = Common | OnlyB type Common @shareable { label: String } type OnlyB { b: String }`,
      resolvers: {
        Query: { rootB: () => ({ id: 'x' }), shared: () => ({ id: 'x', steps: [common] }) },
        Box: boxes(onlyB, { ofB: () => ({ steps: [common, onlyB] }) }),
      },
    },
  ],
  cases: [
    {
      query: `{ rootA { wrap { steps { ${members} } } } }`,
      stock: STOCK,
      data: { rootA: { wrap: { steps: [common, onlyA] } } },
    },
    {
      query: `{ rootB { wrap { steps { ${members} } } } }`,
      stock: STOCK,
      data: { rootB: { wrap: { steps: [common, onlyB] } } },
    },
    {
      query: '{ rootA { wrap { steps { __typename ... on OnlyB { b } } } } }',
      data: { rootA: { wrap: { steps: [{ __typename: 'Common' }, { __typename: 'OnlyA' }] } } },
    },
    {
      query: `{ rootA { wrap { steps { ${members} } } ofB { steps { ... on OnlyB { b } } } } }`,
      stock: STOCK,
      data: { rootA: { wrap: { steps: [common, onlyA] }, ofB: { steps: [{}, { b: 'b' }] } } },
    },
    { query: `{ shared { wrap { steps { ${members} } } } }`, data: { shared: { wrap: { steps: [common] } } } },
    { query: `{ rootA { ofB { steps { ${members} } } } }`, data: { rootA: { ofB: { steps: [common, onlyB] } } } },
  ],
};

const overfetching: AuditSuite = {
  name: 'two members of a union, of which one subgraph completes what stands in the one, another what stands in the other',
  subgraphs: [
    {
      name: 'notes',
      sdl: 'type Query { note: Note } union Note = Unsigned | Signed type Unsigned { about: Thing } type Signed { about: Thing } type Thing @key(fields: "id") { id: ID! }',
      resolvers: { Query: { note: () => ({ __typename: 'Unsigned', about: { id: '1' } }) } },
    },
    {
      name: 'sizes',
      sdl: 'type Thing @key(fields: "id") { id: ID! size: Int }',
      resolvers: { Thing: records([{ id: '1', size: 5 }]) },
    },
    {
      name: 'colors',
      sdl: 'type Thing @key(fields: "id") { id: ID! color: String }',
      resolvers: { Thing: records([{ id: '1', color: 'blue' }]) },
    },
  ],
  cases: [
    {
      query: '{ note { ... on Unsigned { about { size } } ... on Signed { about { color } } } }',
      data: { note: { about: { size: 5 } } },
    },
    { query: '{ note { __typename ... on Signed { about { color } } } }', data: { note: { __typename: 'Unsigned' } } },
  ],
};

const typenames: AuditSuite = {
  name: '__typename in unions, interfaces and entities',
  subgraphs: [
    {
      name: 'a',
      sdl: `type Query { union: Ware interface: Node staff: [Admin] } union Ware = Oven | Kettle interface Node { id: ID! }
        type Oven implements Node { id: ID! } type Kettle implements Node { id: ID! warm: Boolean } type Admin @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          union: () => ({ __typename: 'Oven', id: '1' }),
          interface: () => ({ __typename: 'Kettle', id: '2' }),
          staff: () => [{ id: 'u1' }, { id: 'u2' }],
        },
      },
    },
    {
      name: 'b',
      sdl: 'interface Person @key(fields: "id") { id: ID! name: String } type Admin implements Person @key(fields: "id") { id: ID! name: String } type Query { people: [Person] }',
      resolvers: {
        Query: { people: () => [{ __typename: 'Admin', id: 'u2' }] },
        Admin: records([
          { id: 'u1', name: 'U1' },
          { id: 'u2', name: 'U2' },
        ]),
        Person: records([]),
      },
    },
  ],
  cases: [
    { query: '{ union { __typename kind: __typename } }', data: { union: { __typename: 'Oven', kind: 'Oven' } } },
    {
      query: '{ interface { id __typename a: __typename b: __typename } }',
      data: { interface: { id: '2', __typename: 'Kettle', a: 'Kettle', b: 'Kettle' } },
    },
    {
      query: '{ union { __typename ... on Oven { kind: __typename } ... on Kettle { kind: __typename } } }',
      data: { union: { __typename: 'Oven', kind: 'Oven' } },
    },
    {
      query: '{ interface { ... on Oven { kind: __typename } ... on Kettle { kind: __typename warm } } }',
      data: { interface: { kind: 'Kettle', warm: null } },
    },
    {
      query: '{ staff { __typename name } people { __typename id } }',
      data: {
        staff: [
          { __typename: 'Admin', name: 'U1' },
          { __typename: 'Admin', name: 'U2' },
        ],
        people: [{ __typename: 'Admin', id: 'u2' }],
      },
    },
    {
      query: '{ __typename staff { __typename } }',
      data: { __typename: 'Query', staff: [{ __typename: 'Admin' }, { __typename: 'Admin' }] },
    },
  ],
};

export const unionSuites: readonly AuditSuite[] = [intersection, distributed, partial, overfetching, typenames];
