import { describe, expect, test } from '@jest/globals';
import type { Dataset, DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import { composeSupergraph } from './composeSupergraph.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy", "@tag"])`;
const dataset: Dataset = {
  id: 'town.people',
  title: 'People',
  description: 'People',
  class: 'PII',
  law: ['none'],
  regimes: ['none'],
  federalApproval: false,
  requestable: true,
  keepDisclosures: 7,
  system: 'town',
  owner: 'TOWN',
  ownerPurposes: [],
  ownerRoles: [],
};
const catalogue: DatasetCatalogue = {
  datasets: new Map([[dataset.id, dataset]]),
  hardBars: new Map(),
  systems: [],
};

function problemsOf(sdl: string): readonly string[] {
  const composition = composeSupergraph(
    [{ name: 'town', url: 'http://127.0.0.1:1/', sdl: `${LINK}\n${sdl}` }],
    catalogue,
  );
  return composition.kind === 'refused' ? composition.problems : [];
}

const PERSON = 'type Person @key(fields: "id") { id: ID! name: String @policy(policies: [["town.people"]]) }';

describe('a supergraph is refused when', () => {
  test.each([
    ['nobody decided on a field', 'type Query { a: Int }', /Query\.a is neither guarded/],
    [
      'a guarded field is non-null',
      'type Query { a: Int! @policy(policies: [["town.people"]]) }',
      /guarded and non-null/,
    ],
    [
      'a dataset is not described',
      'type Query { a: Int @policy(policies: [["town.gold"]]) }',
      /town\.gold guards a field/,
    ],
    [
      'an argument of a guarded field says nothing',
      'type Query { a(b: Int): Int @policy(policies: [["town.people"]]) }',
      /Query\.a\(b:\) leads to guarded data/,
    ],
    [
      'an argument of an open field that leads to guarded data says nothing',
      `type Query { find(name: String): [Person] @tag(name: "public") } ${PERSON}`,
      /Query\.find\(name:\) leads to guarded data/,
    ],
    [
      'an argument’s tag cannot be read',
      `type Query { find(name: String @tag(name: "filters/town")): [Person] @tag(name: "public") } ${PERSON}`,
      /write its tag as/,
    ],
    [
      'an argument filters by what is not described',
      `type Query { find(name: String @tag(name: "filters/town/gold")): [Person] @tag(name: "public") } ${PERSON}`,
      /filters by town\.gold/,
    ],
    [
      'an argument filters by a field that does not exist',
      `type Query { find(name: String @tag(name: "filters/town/people/Person/gold")): [Person] @tag(name: "public") } ${PERSON}`,
      /filters by Person\.gold/,
    ],
    [
      'a field that can be denied by its argument is non-null',
      `type Query { find(name: String @tag(name: "filters/town/people")): [Person]! @tag(name: "public") } ${PERSON}`,
      /can be denied and the field is non-null/,
    ],
    [
      'a hidden object would take its list with it',
      `type Query { all: [Thing!] @tag(name: "public") } union Thing = Open | Closed
       type Open @tag(name: "public") { a: Int } type Closed @policy(policies: [["town.people"]]) { a: Int }`,
      /can return a Closed, which is guarded as a whole/,
    ],
  ])('%s', (_, sdl, problem) => {
    expect(problemsOf(sdl)).toEqual([expect.stringMatching(problem)]);
  });

  test('not otherwise', () => {
    expect(
      problemsOf(`type Query {
        find(name: String @tag(name: "filters/town/people/Person/name"), first: Int @tag(name: "public")): [Person]
          @policy(policies: [["town.people"]])
        notices(since: String): [String!] @tag(name: "public")
      } ${PERSON}`),
    ).toEqual([]);
  });
});
