import { describe, expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { readCostDirectives } from '../../supergraph/read/costDirectives.ts';
import { readOperation } from '../documents/operation.ts';
import { amountFor, compileCost } from './estimateCost.ts';
import { createIntrospectionSize } from './introspectionSize.ts';
import type { Variables } from './listSize.ts';

const SDL = `
  directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  directive @cost(weight: Int!) on FIELD_DEFINITION | OBJECT
  type Query {
    person(id: ID): Person
    persons(ids: [ID!]!): [Person]
    search(first: Int = 10): [Person!]
    agencies: [Agency!] @listSize(assumedSize: 13)
    page(limit: Int): Page @listSize(slicingArguments: ["limit"], sizedFields: ["items"])
    requests(first: Int = 50): Requests
    report: Report @cost(weight: 100)
    node: Node
  }
  type Page { items: [Person!] total: Int }
  type Requests { edges: [Edge!] }
  type Edge { node: Person }
  type Agency { code: ID names: [String!] }
  type Report { id: ID }
  interface Node { id: ID }
  type Person implements Node { id: ID household: Household mother: Person }
  type Household { members: [Person!] }
`;
const schema = buildSchema(SDL);
const directives = readCostDirectives(parse(SDL));

function cost(query: string, variables: Variables = {}): number {
  const operation = readOperation(parse(query), '', undefined);
  const model = { schema, directives, assumedListSize: 5, maxSelections: 1_000 };
  return amountFor(compileCost({ ...model, introspectionSize: createIntrospectionSize(schema) }, operation), variables);
}

describe('the estimated cost', () => {
  test.each([
    ['one object costs 1, its leaves nothing', '{ person { id } }', 1],
    ['a list costs its assumed size', '{ person { household { members { id } } } }', 1 + 1 + 5],
    [
      'lists multiply what is inside of them',
      '{ person { household { members { household { members { id } } } } } }',
      1 + 1 + 5 * (1 + 1 + 5),
    ],
    ['aliases add up', '{ a: person { id } b: person { id } c: person { id } }', 3],
    ['a list of ids costs as many objects as ids', '{ persons(ids: ["a", "b", "a"]) { mother { id } } }', 6],
    ['first limits a list', '{ search(first: 3) { id } }', 3],
    ['first has the default of its field', '{ search { id } }', 10],
    ['first limits the edges of a connection', '{ requests(first: 2) { edges { node { id } } } }', 1 + 2 * 2],
    ['@listSize states an assumed size', '{ agencies { code names } }', 13],
    ['@listSize names the arguments and fields of a page', '{ page(limit: 7) { total items { id } } }', 1 + 7],
    ['@cost gives a field a weight', '{ report { id } }', 100],
    [
      'one place selected by two fragments counts once',
      '{ ...a ...b } fragment a on Query { person { id } } fragment b on Query { person { mother { id } } }',
      2,
    ],
    ['an excluded branch is free', '{ person @skip(if: true) { id } search(first: 1) @include(if: false) { id } }', 0],
    ['a fragment on a type counts', '{ node { ... on Person { mother { id } } } }', 2],
  ])('%s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  test('follows the variables of each request', () => {
    const query = 'query ($ids: [ID!]!, $first: Int = 4) { persons(ids: $ids) { id } search(first: $first) { id } }';
    expect(cost(query, { ids: ['a', 'b', 'c'] })).toBe(3 + 4);
    expect(cost(query, { ids: 'a', first: 1_000 })).toBe(1 + 1_000);
    expect(cost(query, { ids: Array(100).fill('a'), first: -5 })).toBe(100);
  });

  test('of the introspection that tools send is small, and grows with aliases inside of it', () => {
    const tools = cost(getIntrospectionQuery());
    const aliases = Array.from({ length: 40 }, (_, n) => `a${n}: fields { name }`).join(' ');
    expect(cost(`{ __schema { types { fields { type { ${aliases} } } } } }`)).toBeGreaterThan(tools);
  });

  test('is refused for fragments that double at every level', () => {
    const doubling = Array.from(
      { length: 20 },
      (_, n) => `fragment f${n} on Person { a: mother { ...f${n + 1} } b: mother { ...f${n + 1} } }`,
    );
    expect(() => cost(`{ person { ...f0 } } ${doubling.join(' ')} fragment f20 on Person { id }`)).toThrow(
      'more than 1000 fields',
    );
  });
});
