import { type AuditSuite, never, records } from '../harness/auditGraph.ts';

const lake = { id: 'z2', name: 'Lake', color: 'blue', zones: [] };
const zones = [{ id: 'z1', name: 'North', color: 'red', zones: [lake] }, lake];

const nestedProvides: AuditSuite = {
  name: '@provides two levels deep',
  subgraphs: [
    {
      name: 'tree',
      sdl: `type Query { parks: [Park] @provides(fields: "zones { id name zones { id name } }") } type Park @key(fields: "id") { id: ID! zones: [Zone] @external }
        type Zone @key(fields: "id") { id: ID! name: String @shareable zones: [Zone] @external }`,
      resolvers: {
        Query: {
          parks: () => [{ id: 'p', zones: [{ id: 'z1', name: 'North', zones: [{ id: 'z2', name: 'Lake' }] }] }],
        },
        Park: { __resolveReference: never },
        Zone: { __resolveReference: never },
      },
    },
    {
      name: 'zones',
      sdl: 'type Park @key(fields: "id") { id: ID! zones: [Zone] @shareable area: Int } type Zone @key(fields: "id") { id: ID! name: String @shareable zones: [Zone] @shareable color: String }',
      resolvers: {
        Park: records([{ id: 'p', area: 4, zones: [zones[0]] }]),
        Zone: records(zones),
      },
    },
  ],
  cases: [
    {
      query: '{ parks { id zones { id name zones { id name } } } }',
      data: { parks: [{ id: 'p', zones: [{ id: 'z1', name: 'North', zones: [{ id: 'z2', name: 'Lake' }] }] }] },
    },
    { query: '{ parks { zones { zones { name } } } }', data: { parks: [{ zones: [{ zones: [{ name: 'Lake' }] }] }] } },
    {
      query: '{ parks { area zones { color zones { name color } } } }',
      data: { parks: [{ area: 4, zones: [{ color: 'red', zones: [{ name: 'Lake', color: 'blue' }] }] }] },
    },
  ],
};

const pets = [
  { __typename: 'Dog', id: 'd1', name: 'Rex', age: 3 },
  { __typename: 'Cat', id: 'c1', name: 'Tom', age: 4 },
];

const onInterface: AuditSuite = {
  name: '@provides through an interface',
  subgraphs: [
    {
      name: 'pictures',
      sdl: `type Query { picture: Picture @shareable @provides(fields: "pets { id name }") } interface Picture { id: ID! pets: [Pet] } interface Pet { id: ID! name: String }
        type Poster implements Picture { id: ID! @shareable pets: [Pet] @external } type Dog implements Pet { id: ID! @external name: String @external } type Cat implements Pet { id: ID! @external name: String @external }`,
      resolvers: {
        Query: { picture: () => ({ __typename: 'Poster', id: 'i', pets: pets.map(({ age: _, ...pet }) => pet) }) },
      },
    },
    {
      name: 'pets',
      sdl: `interface Picture { id: ID! pets: [Pet] } interface Pet { id: ID! name: String age: Int } type Poster implements Picture @key(fields: "id") { id: ID! @shareable pets: [Pet] @shareable }
        type Query { picture: Picture @shareable } type Dog implements Pet @key(fields: "id") { id: ID! name: String @shareable age: Int } type Cat implements Pet @key(fields: "id") { id: ID! name: String @shareable age: Int }`,
      resolvers: {
        Query: { picture: () => ({ __typename: 'Poster', id: 'i', pets }) },
        Poster: records([{ id: 'i', pets }]),
        Dog: records(pets),
        Cat: records(pets),
      },
    },
  ],
  cases: [
    {
      query: '{ picture { id pets { id name } } }',
      data: {
        picture: {
          id: 'i',
          pets: [
            { id: 'd1', name: 'Rex' },
            { id: 'c1', name: 'Tom' },
          ],
        },
      },
    },
    {
      query: '{ picture { pets { name ... on Cat { age } } } }',
      data: { picture: { pets: [{ name: 'Rex' }, { name: 'Tom', age: 4 }] } },
    },
  ],
};

const works = [
  { __typename: 'Tale', id: 't', title: 'Tale' },
  { __typename: 'Film', id: 'f' },
];

const onUnion: AuditSuite = {
  name: '@provides on one member of a union',
  subgraphs: [
    {
      name: 'works',
      sdl: `union Work = Tale | Film type Query { works: [Work] @provides(fields: "... on Tale { title }") } type Tale @key(fields: "id") { id: ID! title: String @external } type Film @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { works: () => works } },
    },
    {
      name: 'titles',
      sdl: 'type Tale @key(fields: "id") { id: ID! title: String @shareable } type Film @key(fields: "id") { id: ID! title: String }',
      resolvers: { Tale: records([{ id: 't' }], { title: never }), Film: records([{ id: 'f', title: 'Film' }]) },
    },
  ],
  cases: [
    { query: '{ works { ... on Tale { title } } }', data: { works: [{ title: 'Tale' }, {}] } },
    {
      query: '{ works { ... on Tale { id title } ... on Film { id title } } }',
      data: {
        works: [
          { id: 't', title: 'Tale' },
          { id: 'f', title: 'Film' },
        ],
      },
    },
  ],
};

const provided = { id: 'e1', name: 'One', about: 'about' };

const onlyRequested: AuditSuite = {
  name: '@provides gives what was asked for and no more',
  subgraphs: [
    {
      name: 'lists',
      sdl: `type Query { one: Item @provides(fields: "name about") all: [Item] @provides(fields: "name about") } type Item @key(fields: "id") { id: ID! name: String! @external about: String! @external }`,
      resolvers: { Query: { one: () => provided, all: () => [provided] }, Item: { about: never } },
    },
    {
      name: 'owner',
      sdl: 'type Item @key(fields: "id") { id: ID! name: String! @shareable about: String! @shareable extra: String! }',
      resolvers: { Item: records([{ id: 'e1', extra: 'more' }], { name: never, about: never }) },
    },
  ],
  cases: [
    { query: '{ one { id } }', data: { one: { id: 'e1' } } },
    { query: '{ one { id name } }', data: { one: { id: 'e1', name: 'One' } } },
    { query: '{ one { title: name } }', data: { one: { title: 'One' } } },
    { query: '{ one { id ... on Item { name } } }', data: { one: { id: 'e1', name: 'One' } } },
    { query: '{ one { ...N } } fragment N on Item { name }', data: { one: { name: 'One' } } },
    {
      query: '{ one { name extra } all { id name extra } }',
      data: { one: { name: 'One', extra: 'more' }, all: [{ id: 'e1', name: 'One', extra: 'more' }] },
    },
    {
      query: '{ one { id ... on Item @skip(if: true) { about } ... on Item @include(if: false) { about } } }',
      data: { one: { id: 'e1' } },
    },
    { query: '{ one { ... { name } ... { extra } } }', data: { one: { name: 'One', extra: 'more' } } },
  ],
};

export const providesSuites: readonly AuditSuite[] = [nestedProvides, onInterface, onUnion, onlyRequested];
