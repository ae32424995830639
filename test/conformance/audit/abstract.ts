import { type AuditSuite, never, records } from '../harness/auditGraph.ts';

const papers = [
  { __typename: 'Novel', id: 'n1', code: 'N1', maker: { mail: 'ann@x' }, house: { __typename: 'Firm', id: 'f1' } },
  { __typename: 'Weekly', id: 'w1', code: 'W1', maker: { mail: 'bob@x' }, house: { __typename: 'Own', mail: 'own@x' } },
  { __typename: 'Novel', id: 'n2', code: 'N2', maker: { mail: 'bob@x' }, house: null },
];
const ofType = (name: string) => papers.filter(({ __typename }) => __typename === name);
const bare = (name: string) => ofType(name).map(({ id }) => ({ id }));
const notesOf = ({ id }: { id?: string }) =>
  id === 'n2' ? [] : [{ id: `note-${id}`, paper: { __typename: id?.startsWith('n') ? 'Novel' : 'Weekly', id } }];
const similarNotes = ({ similar }: { similar?: readonly { id: string }[] }) => (similar ?? never()).flatMap(notesOf);

const abstractTypes: AuditSuite = {
  name: 'interfaces and unions of entities over five subgraphs',
  subgraphs: [
    {
      name: 'papers',
      sdl: `type Query { papers: [Paper] alike(id: ID!): [Paper] }
        interface Paper { id: ID! code: String size: Size maker: Maker secret: Boolean @inaccessible } interface Alike { similar: [Paper] }
        type Size @shareable { label: String grams: Float } union House = Firm | Own
        type Novel implements Paper & Alike @key(fields: "id") { id: ID! code: String size: Size @shareable maker: Maker similar: [Novel] secret: Boolean house: House }
        type Weekly implements Paper & Alike @key(fields: "id") { id: ID! code: String size: Size @shareable maker: Maker similar: [Weekly] secret: Boolean house: House }
        type Firm { id: ID! @shareable } type Own { mail: String } type Maker @key(fields: "mail") { mail: ID! made: Int }`,
      resolvers: {
        Query: {
          papers: () => papers,
          alike: (_: unknown, { id }: { id: string }) =>
            papers.filter((paper) => paper.id !== id && paper.id[0] === id[0]),
        },
        Novel: records(ofType('Novel'), {
          similar: ({ id }: { id: string }) => ofType('Novel').filter((other) => other.id !== id),
          size: () => ({ label: 'small', grams: 0.5 }),
        }),
        Weekly: records(ofType('Weekly'), { similar: () => [], size: () => ({ label: 'big', grams: 2 }) }),
        Maker: { made: ({ mail }: { mail: string }) => papers.filter(({ maker }) => maker.mail === mail).length },
      },
    },
    {
      name: 'delivery',
      sdl: `interface Paper { id: ID! delivery(zip: String): Days } type Days { fast: String }
        type Novel implements Paper @key(fields: "id") { id: ID! delivery(zip: String): Days } type Weekly implements Paper @key(fields: "id") { id: ID! delivery(zip: String): Days }`,
      resolvers: Object.fromEntries(
        ['Novel', 'Weekly'].map((name) => [
          name,
          records(bare(name), { delivery: (_: unknown, { zip }: { zip: string }) => ({ fast: `${name} to ${zip}` }) }),
        ]),
      ),
    },
    {
      name: 'notes',
      sdl: `interface Paper { id: ID! notes: [Note!]! } interface Alike { similar: [Paper] } type Note { id: ID! paper: Paper }
        type Novel implements Paper & Alike @key(fields: "id") { id: ID! notes: [Note!]! count: Int similar: [Novel] @external ofSimilar: [Note!]! @requires(fields: "similar { id }") }
        type Weekly implements Paper & Alike @key(fields: "id") { id: ID! notes: [Note!]! similar: [Weekly] @external ofSimilar: [Note!]! @requires(fields: "similar { id }") }`,
      resolvers: {
        Novel: records(bare('Novel'), {
          notes: notesOf,
          count: (novel: { id: string }) => notesOf(novel).length,
          ofSimilar: similarNotes,
        }),
        Weekly: records(bare('Weekly'), { notes: notesOf, ofSimilar: similarNotes }),
      },
    },
    {
      name: 'titles',
      sdl: 'type Weekly @key(fields: "id") { id: ID! title: String } type Novel @key(fields: "id") { id: ID! title: String pages: Int }',
      resolvers: {
        Weekly: records([{ id: 'w1', title: 'Week' }]),
        Novel: records([
          { id: 'n1', title: 'One', pages: 9 },
          { id: 'n2', title: 'Two', pages: 8 },
        ]),
      },
    },
    {
      name: 'houses',
      sdl: 'extend union House = Firm | Club type Firm @key(fields: "id") { id: ID! name: String } type Club @key(fields: "id") { id: ID! name: String }',
      resolvers: { Firm: records([{ id: 'f1', name: 'Firm One' }]), Club: records([]) },
    },
  ],
  cases: [
    {
      query: '{ papers { id size { label grams } } }',
      data: {
        papers: [
          { id: 'n1', size: { label: 'small', grams: 0.5 } },
          { id: 'w1', size: { label: 'big', grams: 2 } },
          { id: 'n2', size: { label: 'small', grams: 0.5 } },
        ],
      },
    },
    { query: '{ alike(id: "n1") { id code } }', data: { alike: [{ id: 'n2', code: 'N2' }] } },
    {
      query:
        '{ novel: alike(id: "n2") { id delivery(zip: "1") { fast } } none: alike(id: "w1") { delivery(zip: "2") { fast } } }',
      data: { novel: [{ id: 'n1', delivery: { fast: 'Novel to 1' } }], none: [] },
    },
    {
      query:
        '{ papers { code ... on Paper { code } ... on Novel { code } ... on Weekly { code } ... on Alike { __typename kind: __typename } } }',
      data: {
        papers: [
          { code: 'N1', __typename: 'Novel', kind: 'Novel' },
          { code: 'W1', __typename: 'Weekly', kind: 'Weekly' },
          { code: 'N2', __typename: 'Novel', kind: 'Novel' },
        ],
      },
    },
    {
      query: '{ papers { by: maker { mail made } ... on Weekly { title } } }',
      data: {
        papers: [
          { by: { mail: 'ann@x', made: 1 } },
          { by: { mail: 'bob@x', made: 2 }, title: 'Week' },
          { by: { mail: 'bob@x', made: 2 } },
        ],
      },
    },
    {
      query: '{ papers { id notes { id paper { code ... on Weekly { title } ... on Novel { count } } } } }',
      data: {
        papers: [
          { id: 'n1', notes: [{ id: 'note-n1', paper: { code: 'N1', count: 1 } }] },
          { id: 'w1', notes: [{ id: 'note-w1', paper: { code: 'W1', title: 'Week' } }] },
          { id: 'n2', notes: [] },
        ],
      },
    },
    ...[
      { on: true, condition: '@include', first: { id: 'n1', title: 'One' } },
      { on: false, condition: '@include', first: { id: 'n1' } },
      { on: false, condition: '@skip', first: { id: 'n1', title: 'One' } },
      { on: true, condition: '@skip', first: { id: 'n1' } },
    ].map(({ on, condition, first }) => ({
      query: `query($on: Boolean = ${on}) { papers { notes { paper { id ... on Novel ${condition}(if: $on) { title } ... on Weekly { code } } } } }`,
      data: {
        papers: [{ notes: [{ paper: first }] }, { notes: [{ paper: { id: 'w1', code: 'W1' } }] }, { notes: [] }],
      },
    })),
    {
      query:
        'query($on: Boolean = true) { papers { notes { paper { ... on Novel @include(if: $on) { title ... on Novel @skip(if: $on) { code } } } } } }',
      data: { papers: [{ notes: [{ paper: { title: 'One' } }] }, { notes: [{ paper: {} }] }, { notes: [] }] },
    },
    {
      query:
        'query($on: Boolean = true) { papers { ... on Novel @skip(if: $on) { title } ... on Novel { code pages } } }',
      data: { papers: [{ code: 'N1', pages: 9 }, {}, { code: 'N2', pages: 8 }] },
    },
    {
      query: `{ papers { id notes { paper { ... on Weekly { house { ...Who } } ... on Novel { house { ...Who } } } } } }
        fragment Who on House { ... on Firm { id name } ... on Own { mail } ... on Club { name } }`,
      data: {
        papers: [
          { id: 'n1', notes: [{ paper: { house: { id: 'f1', name: 'Firm One' } } }] },
          { id: 'w1', notes: [{ paper: { house: { mail: 'own@x' } } }] },
          { id: 'n2', notes: [] },
        ],
      },
    },
    {
      query: '{ papers { ... on Alike { similar { id notes { id } } } } }',
      data: {
        papers: [
          { similar: [{ id: 'n2', notes: [] }] },
          { similar: [] },
          { similar: [{ id: 'n1', notes: [{ id: 'note-n1' }] }] },
        ],
      },
    },
    {
      query: '{ papers { ... on Novel { ofSimilar { id paper { ... on Novel { pages } } } } } }',
      data: { papers: [{ ofSimilar: [] }, {}, { ofSimilar: [{ id: 'note-n1', paper: { pages: 9 } }] }] },
    },
    { query: '{ papers { secret } }', data: null, refused: true },
  ],
};

const clerks = { __typename: 'Clerk', id: 'c1', name: 'Cleo' };
const chiefs = { __typename: 'Chief', id: 'x1', name: 'Xia' };
const nearby = () => [clerks, chiefs];

const childTypes: AuditSuite = {
  name: 'fields of one name with other types in the members of a union',
  subgraphs: [
    {
      name: 'staff',
      sdl: `type Query { clerks: [Clerk] all: [Staff!]! } union Staff = Clerk | Chief
        type Clerk @key(fields: "id") { id: ID name: String @shareable near: [Staff!]! } type Chief { id: ID name: String! near: [Staff!]! }`,
      resolvers: {
        Query: { clerks: () => [clerks], all: nearby },
        Clerk: records([clerks], { near: nearby }),
        Chief: { near: nearby },
      },
    },
    {
      name: 'names',
      sdl: 'type Clerk @key(fields: "id") { id: ID name: String @shareable }',
      resolvers: { Clerk: records([clerks]) },
    },
  ],
  cases: [
    {
      query: '{ clerks { id name } all { ... on Clerk { id name } ... on Chief { id name } } }',
      data: {
        clerks: [{ id: 'c1', name: 'Cleo' }],
        all: [
          { id: 'c1', name: 'Cleo' },
          { id: 'x1', name: 'Xia' },
        ],
      },
      refused: true,
    },
    {
      query: '{ clerks { id name } all { ... on Clerk { id name } ... on Chief { id chief: name } } }',
      data: {
        clerks: [{ id: 'c1', name: 'Cleo' }],
        all: [
          { id: 'c1', name: 'Cleo' },
          { id: 'x1', chief: 'Xia' },
        ],
      },
    },
    {
      query:
        '{ all { ... on Clerk { near { ... on Clerk { name } ... on Chief { id } } } ... on Chief { near { ... on Clerk { id } ... on Chief { chief: name } } } } }',
      data: { all: [{ near: [{ name: 'Cleo' }, { id: 'x1' }] }, { near: [{ id: 'c1' }, { chief: 'Xia' }] }] },
    },
  ],
};

const circle: AuditSuite = {
  name: 'an interface whose types refer to it',
  subgraphs: [
    {
      name: 'works',
      sdl: `type Query { work: Work } interface Work { like: [Work] } type Novel implements Work @key(fields: "id") { id: ID! like: [Work] }`,
      resolvers: {
        Query: { work: () => ({ __typename: 'Novel', id: '1' }) },
        Novel: records([{ id: '1' }, { id: '2' }], {
          like: ({ id }: { id: string }) => [{ __typename: 'Novel', id: id === '1' ? '2' : '1' }],
        }),
      },
    },
    {
      name: 'prices',
      sdl: 'type Novel @key(fields: "id") { id: ID! price: Float }',
      resolvers: {
        Novel: records([
          { id: '1', price: 1.5 },
          { id: '2', price: 2.5 },
        ]),
      },
    },
  ],
  cases: [
    {
      query: '{ work { like { __typename like { __typename } } } }',
      data: { work: { like: [{ __typename: 'Novel', like: [{ __typename: 'Novel' }] }] } },
    },
    {
      query: '{ work { ... on Novel { id } like { ... on Novel { id like { like { ... on Novel { price } } } } } } }',
      data: { work: { id: '1', like: [{ id: '2', like: [{ like: [{ price: 2.5 }] }] }] } },
    },
  ],
};

export const abstractSuites: readonly AuditSuite[] = [abstractTypes, childTypes, circle];
