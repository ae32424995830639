import { type AuditSuite, never, records } from '../harness/auditGraph.ts';

const dishes = [
  { id: 'd1', code: 'x', course: { id: 'k1', label: 'soup' } },
  { id: 'd2', code: 'y', course: { id: 'k2', label: 'cake' } },
];

const courses = [
  { id: 'k1', label: 'soup', rank: 1 },
  { id: 'k2', label: 'cake', rank: 3 },
];

const complexEntityCall: AuditSuite = {
  name: 'keys of several fields, of objects and of lists lead through four subgraphs',
  subgraphs: [
    {
      name: 'kitchen',
      sdl: `type Query { menu: Menu } type Menu { dishes: [Dish!]! chosen: Dish }
        type Dish @key(fields: "id") { id: ID! course: Course @shareable } type Course @key(fields: "id") { id: ID! label: String @shareable }`,
      resolvers: {
        Query: { menu: () => ({ dishes: dishes.map(({ id, course }) => ({ id, course })), chosen: dishes[1] }) },
        Dish: records(dishes.map(({ id, course }) => ({ id, course }))),
        Course: records(dishes.map(({ course }) => course)),
      },
    },
    {
      name: 'codes',
      sdl: 'type Dish @key(fields: "id") @key(fields: "id code") { id: ID! code: String! }',
      resolvers: { Dish: records(dishes.map(({ id, code }) => ({ id, code }))) },
    },
    {
      name: 'prices',
      sdl: `type Dish @key(fields: "id code course { id label }") { id: ID! code: String! @shareable course: Course @shareable price: Int }
        type Course @key(fields: "id label") { id: ID! label: String @shareable rank: Int }`,
      resolvers: {
        Dish: records([
          { ...dishes[0], course: courses[0], price: 3 },
          { ...dishes[1], course: courses[1], price: 8 },
        ]),
        Course: records(courses),
      },
    },
    {
      name: 'tables',
      sdl: `type Query { table: Table } type Table @key(fields: "seats { row number }") { seats: [Seat!]! free: Boolean }
        type Seat { row: Int! number: Int! }`,
      resolvers: {
        Query: {
          table: () => ({
            seats: [
              { row: 1, number: 4 },
              { row: 1, number: 5 },
            ],
            free: true,
          }),
        },
      },
    },
    {
      name: 'bookings',
      sdl: `type Table @key(fields: "seats { row number }") { seats: [Seat!]! guest: String } type Seat @shareable { row: Int! number: Int! }`,
      resolvers: {
        Table: records([
          { seats: [{ row: 9, number: 9 }], guest: 'no' },
          {
            seats: [
              { row: 1, number: 4 },
              { row: 1, number: 5 },
            ],
            guest: 'Ida',
          },
        ]),
      },
    },
  ],
  cases: [
    {
      query: '{ menu { dishes { id price } } }',
      data: {
        menu: {
          dishes: [
            { id: 'd1', price: 3 },
            { id: 'd2', price: 8 },
          ],
        },
      },
    },
    {
      query: '{ menu { chosen { price course { rank } } } }',
      data: { menu: { chosen: { price: 8, course: { rank: 3 } } } },
    },
    {
      query: '{ menu { dishes { code course { rank label } } chosen { id code price } } }',
      data: {
        menu: {
          dishes: [
            { code: 'x', course: { rank: 1, label: 'soup' } },
            { code: 'y', course: { rank: 3, label: 'cake' } },
          ],
          chosen: { id: 'd2', code: 'y', price: 8 },
        },
      },
    },
    { query: '{ table { free guest } }', data: { table: { free: true, guest: 'Ida' } } },
  ],
};

const badge = { id: '1', nick: 'n1', place: { hall: 'h', row: 'r', seat: 's' } };

const manyKeys: AuditSuite = {
  name: 'of many keys only some can be followed (resolvable: false)',
  subgraphs: [
    {
      name: 'badges',
      sdl: `type Badge @key(fields: "id") @key(fields: "nick", resolvable: false) @key(fields: "place { hall row }", resolvable: false)
          @key(fields: "id place { row seat }", resolvable: false) { id: ID! nick: ID! place: Place! holder: String! }
        type Place { hall: ID! row: ID! seat: ID! }`,
      resolvers: { Badge: records([{ id: badge.id, nick: badge.nick, place: badge.place, holder: 'Mia' }]) },
    },
    {
      name: 'gates',
      sdl: `type Query { gate: Gate } type Gate @key(fields: "id") { id: ID! badges: [Badge!]! }
        type Badge @key(fields: "place { hall row }", resolvable: false) @key(fields: "id place { row seat }")
          @key(fields: "nick", resolvable: false) @key(fields: "id", resolvable: false)
          { id: ID! nick: ID! place: Place! holder: String! @external greeting: String! @requires(fields: "holder") }
        type Place { hall: ID! row: ID! seat: ID! }`,
      resolvers: {
        Query: { gate: () => ({ id: 'g', badges: [badge] }) },
        Badge: records([badge], {
          greeting: ({ holder }: { holder?: string }) => (holder === undefined ? never() : `Hello ${holder}`),
        }),
      },
    },
  ],
  cases: [
    { query: '{ gate { badges { id holder } } }', data: { gate: { badges: [{ id: '1', holder: 'Mia' }] } } },
    {
      query: '{ gate { badges { id holder greeting } } }',
      data: { gate: { badges: [{ id: '1', holder: 'Mia', greeting: 'Hello Mia' }] } },
    },
  ],
};

export const keySuites: readonly AuditSuite[] = [complexEntityCall, manyKeys];
