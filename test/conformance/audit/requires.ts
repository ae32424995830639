import { type AuditSuite, never, records, sent } from '../harness/auditGraph.ts';

const chained: AuditSuite = {
  name: 'a required field requires another one, through four subgraphs',
  subgraphs: [
    {
      name: 'list',
      sdl: 'type Query { house: House } type House @key(fields: "id") { id: ID! base: Int }',
      resolvers: { Query: { house: () => ({ id: 'h', base: 100 }) }, House: records([{ id: 'h', base: 100 }]) },
    },
    {
      name: 'discounts',
      sdl: 'type House @key(fields: "id") { id: ID! base: Int @external reduced: Int @requires(fields: "base") rebate: Int }',
      resolvers: {
        House: records([{ id: 'h', rebate: 5 }], { reduced: ({ base }: { base?: number }) => sent(base) - 30 }),
      },
    },
    {
      name: 'judges',
      sdl: `type House @key(fields: "id") { id: ID! base: Int @external reduced: Int @external
        dear: Boolean @requires(fields: "base") dearReduced: Boolean @requires(fields: "reduced") }`,
      resolvers: {
        House: records([{ id: 'h' }], {
          dear: ({ base }: { base?: number }) => sent(base) > 80,
          dearReduced: ({ reduced }: { reduced?: number }) => sent(reduced) > 80,
        }),
      },
    },
    {
      name: 'buyers',
      sdl: `type House @key(fields: "id") { id: ID! dear: Boolean @external dearReduced: Boolean @external
        can: Boolean @requires(fields: "dear") canReduced: Boolean @requires(fields: "dearReduced") }`,
      resolvers: {
        House: records([{ id: 'h' }], {
          can: ({ dear }: { dear?: boolean }) => !sent(dear),
          canReduced: ({ dearReduced }: { dearReduced?: boolean }) => !sent(dearReduced),
        }),
      },
    },
  ],
  cases: [
    { query: '{ house { can } }', data: { house: { can: false } } },
    { query: '{ house { canReduced } }', data: { house: { canReduced: true } } },
    { query: '{ house { can canReduced } }', data: { house: { can: false, canReduced: true } } },
    { query: '{ house { dear canReduced reduced } }', data: { house: { dear: true, canReduced: true, reduced: 70 } } },
    { query: '{ house { rebate can base } }', data: { house: { rebate: 5, can: false, base: 100 } } },
  ],
};

const circular: AuditSuite = {
  name: 'two subgraphs require fields of each other',
  subgraphs: [
    {
      name: 'feeds',
      sdl: `type Query { feed: [Post] } type Post @key(fields: "id") { id: ID! novice: Boolean @external expert: Boolean @requires(fields: "novice") }
        type Writer @key(fields: "id") { id: ID! years: Int! }`,
      resolvers: {
        Query: { feed: () => [{ id: 'p1' }, { id: 'p2' }] },
        Post: records([{ id: 'p1' }, { id: 'p2' }], { expert: ({ novice }: { novice?: boolean }) => !sent(novice) }),
        Writer: records([
          { id: 'w1', years: 1 },
          { id: 'w2', years: 20 },
        ]),
      },
    },
    {
      name: 'writers',
      sdl: `type Post @key(fields: "id") { id: ID! writer: Writer novice: Boolean @requires(fields: "writer { years }") }
        type Writer @key(fields: "id") { id: ID! years: Int! @external }`,
      resolvers: {
        Post: records([{ id: 'p1' }, { id: 'p2' }], {
          writer: ({ id }: { id: string }) => ({ id: `w${id.slice(1)}` }),
          novice: ({ writer }: { writer?: { years?: number } }) => sent(sent(writer).years) < 5,
        }),
      },
    },
  ],
  cases: [
    { query: '{ feed { novice } }', data: { feed: [{ novice: true }, { novice: false }] } },
    { query: '{ feed { expert } }', data: { feed: [{ expert: false }, { expert: true }] } },
    {
      query: '{ feed { expert writer { years } } }',
      data: {
        feed: [
          { expert: false, writer: { years: 1 } },
          { expert: true, writer: { years: 20 } },
        ],
      },
    },
  ],
};

const conditions: AuditSuite = {
  name: '@include and @skip on fields with @requires: what is left out is not asked for',
  subgraphs: [
    {
      name: 'cars',
      sdl: 'type Query { car: Car } type Car @key(fields: "id") { id: ID! price: Int }',
      resolvers: { Query: { car: () => ({ id: 'c', price: 9 }) }, Car: records([{ id: 'c', price: 9 }]) },
    },
    {
      name: 'opinion',
      sdl: 'type Car @key(fields: "id") { id: ID! price: Int @external dear: Boolean @requires(fields: "price") }',
      resolvers: { Car: records([{ id: 'c' }], { dear: ({ price }: { price?: number }) => sent(price) > 5 }) },
    },
    {
      name: 'taxes',
      sdl: `type Car @key(fields: "id") { id: ID! dear: Boolean @external luxury: Boolean @requires(fields: "dear") silent: Boolean @requires(fields: "dear") }`,
      resolvers: {
        Car: records([{ id: 'c' }], { luxury: ({ dear }: { dear?: boolean }) => sent(dear), silent: never }),
      },
    },
  ],
  cases: [
    { query: 'query($on: Boolean = false) { car { price silent @include(if: $on) } }', data: { car: { price: 9 } } },
    { query: 'query($on: Boolean = true) { car { price silent @skip(if: $on) } }', data: { car: { price: 9 } } },
    {
      query: 'query($on: Boolean = true) { car { price luxury @include(if: $on) } }',
      data: { car: { price: 9, luxury: true } },
    },
    {
      query: 'query($on: Boolean!) { car { luxury @skip(if: $on) } }',
      variables: { on: false },
      data: { car: { luxury: true } },
    },
    {
      query: 'query($on: Boolean!, $off: Boolean!) { car { id ... @include(if: $on) { silent @skip(if: $off) } } }',
      variables: { on: true, off: true },
      data: { car: { id: 'c' } },
    },
    { query: '{ car { silent @include(if: false) luxury @skip(if: true) id } }', data: { car: { id: 'c' } } },
  ],
};

const members = ['u1', 'u2', 'u3'];

const prefixed = (prefix: string) => (member: { name?: string }) => `${prefix} ${sent(member.name)}`;

const overridden: AuditSuite = {
  name: '@requires of a field that was overridden',
  subgraphs: [
    {
      name: 'a',
      sdl: 'type Query { inA: Member } type Member @key(fields: "id") { id: ID! name: String! @external aName: String! @requires(fields: "name") }',
      resolvers: {
        Query: { inA: () => ({ id: 'u1' }) },
        Member: records(
          members.map((id) => ({ id })),
          { aName: prefixed('a') },
        ),
      },
    },
    {
      name: 'b',
      sdl: 'type Query { inB: Member } type Member @key(fields: "id") { id: ID! name: String! @override(from: "c") }',
      resolvers: {
        Query: { inB: () => ({ id: 'u2', name: 'name u2' }) },
        Member: records(members.map((id) => ({ id, name: `name ${id}` }))),
      },
    },
    {
      name: 'c',
      sdl: `type Query { inC: Member } type Member @key(fields: "id") { id: ID! name: String! }
        type Extra @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { inC: () => ({ id: 'u3' }) },
        Member: records(
          members.map((id) => ({ id })),
          { name: never },
        ),
      },
    },
  ],
  cases: [
    { query: '{ inA { aName } }', data: { inA: { aName: 'a name u1' } } },
    { query: '{ inC { aName name } }', data: { inC: { aName: 'a name u3', name: 'name u3' } } },
    {
      query: '{ inA { id name aName } inB { id name aName } inC { id name aName } }',
      data: Object.fromEntries(
        ['A', 'B', 'C'].map((letter, at) => [
          `in${letter}`,
          { id: members[at], name: `name ${members[at]}`, aName: `a name ${members[at]}` },
        ]),
      ),
    },
  ],
};

export const requiresSuites: readonly AuditSuite[] = [chained, circular, conditions, overridden];
