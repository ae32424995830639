import { describe, expect, test } from '@jest/globals';
import type { Dataset, DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import { composeSupergraph } from './composeSupergraph.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@policy", "@tag", "@inaccessible"])`;
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

const PERSON =
  'type Person @key(fields: "id") { id: ID! @tag(name: "public") name: String @policy(policies: [["town.people"]]) }';

const HOME = 'type Home { street: String @policy(policies: [["town.people"]]) TAIL }';
const QUERY = 'type Query { home: Home @tag(name: "public") }';

describe('a guarded field that can be reached without a person', () => {
  test('is rejected if a record could not name whose data it shows', () => {
    expect(problemsOf(`${QUERY} ${PERSON} ${HOME.replace('TAIL', '')}`)).toEqual([
      expect.stringMatching(/^Home\.street is guarded and can be selected without a person above it.*"no-person"/),
    ]);
  });

  test.each([
    ['its type returns the persons', 'residents: [Person!] @tag(name: "public")', ''],
    ['its type names a person by id', 'personId: ID @tag(name: "public")', ''],
    ['it is tagged as being about no one', '', ' @tag(name: "no-person")'],
  ])('is accepted when %s', (_, tail, tag) => {
    const home = HOME.replace('TAIL', tail).replace('String', `String${tag}`);
    expect(problemsOf(`${QUERY} ${PERSON} ${home}`)).toEqual([]);
  });
});

describe('a supergraph is refused when', () => {
  test.each([
    ['a field has neither a guard nor a public tag', 'type Query { a: Int }', /Query\.a is neither guarded/],
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
      /Query\.a\(b:\) belongs to a system that holds guarded data/,
    ],
    [
      'an argument of an open field that leads to guarded data says nothing',
      `type Query { find(name: String): [Person] @tag(name: "public") } ${PERSON}`,
      /Query\.find\(name:\) belongs to a system that holds guarded data/,
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
      /can be denied, but the field is non-null/,
    ],
    ...[
      ['count', 'count(ssn: ID): Int'],
      ['known', 'known(ssn: ID): Boolean'],
      ['page', 'page(ssn: ID): Page'],
      ['edges', 'edges(ssn: ID): [Edge]'],
    ].map(([name, field]): [string, string, RegExp] => [
      `an argument of an open field says nothing, though only public values come of it: ${name}`,
      `type Query { ${field} @tag(name: "public") people: [Person] @tag(name: "public") }
         type Page @tag(name: "public") { total: Int } type Edge @tag(name: "public") { cursor: ID } ${PERSON}`,
      new RegExp(`Query\\.${name}\\(ssn:\\) belongs to a system that holds guarded data`),
    ]),
    [
      'a tag that guards an argument stands on an input field',
      `type Query { find(by: By @tag(name: "public")): [Person] @tag(name: "public") }
       input By { name: String @tag(name: "filters/town/people") } ${PERSON}`,
      /By\.name is tagged "filters\/town\/people", which is not read there/,
    ],
    [
      'a public tag stands on an input type',
      `type Query { find(by: By @tag(name: "public")): [Person] @tag(name: "public") }
       input By @tag(name: "public") { name: String } ${PERSON}`,
      /By is tagged "public", which is not read there/,
    ],
    [
      'a field is tagged as if it were an argument',
      `type Query { all: [Person] @tag(name: "public") @tag(name: "filters/town/people") } ${PERSON}`,
      /Query\.all is tagged "filters\/town\/people", which is not read there/,
    ],
    [
      'a key that clients can read is not guarded',
      `type Query { all: [House] @tag(name: "public") }
       type House @key(fields: "number") { number: ID! name: String @policy(policies: [["town.people"]]) }`,
      /House\.number is neither guarded/,
    ],
    [
      'a part of a compound key is not guarded',
      `type Query { all: [House] @tag(name: "public") }
       type House @key(fields: "street number") {
         street: ID! @tag(name: "public") number: ID! name: String @policy(policies: [["town.people"]]) }`,
      /House\.number is neither guarded/,
    ],
    [
      'a field inside of a key is not guarded',
      `type Query { all: [House] @tag(name: "public") }
       type House @key(fields: "street { ssn }") { street: Street @tag(name: "public") }
       type Street { ssn: ID! name: String @policy(policies: [["town.people"]]) }`,
      /Street\.ssn is neither guarded/,
    ],
    [
      'the key of an interface is not guarded on one of its types',
      `type Query { all: [Home] @tag(name: "public") }
       interface Home @key(fields: "number") { number: ID! }
       type House implements Home @key(fields: "number") { number: ID! @tag(name: "public") }
       type Flat implements Home @key(fields: "number") { number: ID! name: String @policy(policies: [["town.people"]]) }`,
      /Flat\.number is neither guarded/,
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

  test('not because of an untagged argument in a system that holds nothing guarded', () => {
    expect(problemsOf('type Query { notices(since: String): [String!] @tag(name: "public") }')).toEqual([]);
  });

  test('not otherwise', () => {
    expect(
      problemsOf(`type Query {
        find(name: String @tag(name: "filters/town/people/Person/name"), first: Int @tag(name: "public")): [Person]
          @policy(policies: [["town.people"]])
        notices(since: String @tag(name: "public")): [String!] @tag(name: "public")
        houses: [House] @tag(name: "public")
      }
      type House @key(fields: "number street { code }") {
        number: ID! @inaccessible
        street: Street @inaccessible
        open: Boolean @tag(name: "public")
      }
      type Street { code: ID! @inaccessible name: String @tag(name: "public") } ${PERSON}`),
    ).toEqual([]);
  });
});
