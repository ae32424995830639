import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonFacts } from '../../gateway/model/personFacts.ts';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { custody, oscar, wanda } from '../harness/graphs/custody.ts';
import { type GuardedAnswer, type GuardedGraph, opens, startGuardedGraph } from '../harness/product/guardedGraph.ts';

type Fields = NonNullable<FeedApproval['fields']>;

const WARD = [['WARD' as const]];
/** Wanda is a ward of the state; Oscar has consented to everything. */
const facts: PersonFacts = {
  holds: (personId, fact) => (personId === wanda.id ? fact === 'WARD' : fact.startsWith('CONSENT:')),
  load: async () => undefined,
};
/** Custody itself is open; so is the date of birth, on these terms. */
const births = (birthDate: Partial<Fields[number]>): FeedApproval =>
  opens('people.births', [{ field: 'Person.birthDate', ...birthDate }, { field: 'Person.custody' }]);

/** What went to one agency: texts and representations. */
const sentTo = ({ calls }: GuardedAnswer, agency: string): string =>
  calls
    .filter(({ subgraph }) => subgraph === agency)
    .map(({ query, variables }) => `${query} ${JSON.stringify(variables)}`)
    .join('\n');

/** The attack: a value that is closed, or shown in a masked form, reaches another agency as an input or a key. */
describe.each(['compiled', 'apollo'] as const)('what is sent to another agency, %s engine', (engine) => {
  let graph: GuardedGraph;
  beforeAll(async () => {
    graph = await startGuardedGraph(custody, 'Person');
  }, 60_000);
  afterAll(() => graph?.stop());

  const ask = (approvals: readonly FeedApproval[], query: string) => graph.ask(engine, approvals, query, {}, facts);
  const conditionNotMet = (index: number, field: string) => ({
    path: ['persons', index, field],
    coordinate: `Person.${field}`,
    reason: 'CONDITION_NOT_MET',
  });

  test('a required input is sent, and read, only of the persons for whom it is open', async () => {
    const answer = await ask([opens('court.custody'), births({ conditions: WARD })], '{ persons { name custody } }');
    expect(answer.data).toEqual({
      persons: [
        { name: 'Wanda', custody: `custody since ${wanda.birthDate}` },
        { name: 'Oscar', custody: null },
      ],
    });
    expect(answer.denied).toEqual([conditionNotMet(1, 'custody')]);
    expect(sentTo(answer, 'court')).toContain(wanda.birthDate);
    expect(sentTo(answer, 'court')).not.toContain(oscar.id);
    expect(sentTo(answer, 'court')).not.toContain(oscar.birthDate);
    const readers = answer.calls.filter(({ query }) => query.includes('birthDate')).map(({ variables }) => variables);
    expect(JSON.stringify(readers)).not.toContain(oscar.id);
  });

  test('fields that need no input are requested of the others all the same, and nothing is sent that they do not need', async () => {
    const query = '{ persons { custody hearing { day } } }';
    const answer = await ask([opens('court.custody'), births({ conditions: WARD })], query);
    expect(answer.data).toEqual({
      persons: [
        { custody: `custody since ${wanda.birthDate}`, hearing: { day: 'Monday' } },
        { custody: null, hearing: { day: 'Monday' } },
      ],
    });
    expect(answer.denied).toEqual([conditionNotMet(1, 'custody')]);
    expect(sentTo(answer, 'court')).toContain(oscar.id);
    expect(sentTo(answer, 'court')).not.toContain(oscar.birthDate);
  });

  test('a masked input is never sent; the field that needs it is denied for that input, and its neighbors are shown', async () => {
    const approvals = [opens('court.custody'), births({ transform: 'YEAR_ONLY' })];
    const answer = await ask(approvals, '{ persons { name birthDate custody } }');
    expect(answer.data).toEqual({
      persons: [
        { name: 'Wanda', birthDate: '2015', custody: null },
        { name: 'Oscar', birthDate: '1985', custody: null },
      ],
    });
    expect(answer.denied).toEqual([
      { path: ['persons', '@', 'custody'], coordinate: 'Person.custody', reason: 'FIELD_NOT_COVERED' },
    ]);
    expect(sentTo(answer, 'court')).toBe('');
  });

  test('an input that is masked in general and unmasked for wards is sent only for wards', async () => {
    const approvals = [
      opens('court.custody'),
      opens('people.births', [
        { field: 'Person.birthDate', transform: 'YEAR_ONLY' },
        { field: 'Person.birthDate', conditions: WARD },
        { field: 'Person.custody' },
      ]),
    ];
    const answer = await ask(approvals, '{ persons { birthDate custody } }');
    expect(answer.data).toEqual({
      persons: [
        { birthDate: wanda.birthDate, custody: `custody since ${wanda.birthDate}` },
        { birthDate: '1985', custody: null },
      ],
    });
    expect(sentTo(answer, 'court')).not.toContain(oscar.birthDate);
  });

  test('a key is an input too: a closed key is not sent, and what needs it is denied for the key', async () => {
    const answer = await ask([opens('revenue.income')], '{ persons { name income } }');
    expect(answer.data).toEqual({
      persons: [
        { name: 'Wanda', income: null },
        { name: 'Oscar', income: null },
      ],
    });
    expect(answer.denied).toEqual([
      { path: ['persons', '@', 'income'], coordinate: 'Person.income', reason: 'NO_APPROVAL' },
    ]);
    expect(answer.calls.map(({ query }) => query).join()).not.toContain('taxNumber');
    expect(sentTo(answer, 'revenue')).toBe('');
  });

  test('a key that is open for some persons is sent of them alone', async () => {
    const approvals = [
      opens('revenue.income'),
      opens('people.taxes', [{ field: 'Person.taxNumber', conditions: WARD }]),
    ];
    const answer = await ask(approvals, '{ persons { income } }');
    expect(answer.data).toEqual({ persons: [{ income: `income of ${wanda.taxNumber}` }, { income: null }] });
    expect(answer.denied).toEqual([conditionNotMet(1, 'income')]);
    expect(sentTo(answer, 'revenue')).not.toContain(oscar.taxNumber);
  });

  test.each([
    ['closed', []],
    ['open for some persons', [opens('people.taxes', [{ field: 'Person.taxNumber', conditions: WARD }])]],
    ['masked', [opens('people.taxes', [{ field: 'Person.taxNumber', transform: 'LAST4' }])]],
  ] as const)('where the first key is %s and another one is open, the other one is used', async (_, approvals) => {
    const answer = await ask([opens('housing.rent'), ...approvals], '{ persons { rent } }');
    expect(answer.data).toEqual({ persons: [{ rent: `rent of ${wanda.id}` }, { rent: `rent of ${oscar.id}` }] });
    expect(answer.denied).toEqual([]);
  });

  test('two conditions on fields of one agency: each is requested of those who meet its own', async () => {
    const approvals = [
      opens('court.custody', [
        { field: 'Hearing.judge', conditions: WARD },
        { field: 'Hearing.day', conditions: [['CONSENT']] },
      ]),
    ];
    const answer = await ask(approvals, '{ persons { hearing { judge day } } }');
    expect(answer.data).toEqual({
      persons: [{ hearing: { judge: 'Judge Dredd', day: null } }, { hearing: { judge: null, day: 'Monday' } }],
    });
    const asked = answer.calls.filter(({ subgraph }) => subgraph === 'court');
    const idsOf = (field: string) =>
      asked.filter(({ query }) => query.includes(field)).map(({ variables }) => variables.representations);
    expect(idsOf('judge')).toEqual([[{ __typename: 'Person', id: wanda.id }]]);
    expect(idsOf('day')).toEqual([[{ __typename: 'Person', id: oscar.id }]]);
  });

  test('a root field brings the persons first: what is closed of them is not read there either', async () => {
    const approvals = [opens('people.weights', [{ field: 'Person.weight', conditions: WARD }])];
    const query = '{ persons { name weight parent { weight } } }';
    const answer = await ask(approvals, query);
    expect(answer.data).toEqual({
      persons: [
        { name: 'Wanda', weight: 70, parent: { weight: null } },
        { name: 'Oscar', weight: null, parent: null },
      ],
    });
    const read = answer.calls.filter(({ query: text }) => text.includes('weight'));
    expect(read.map(({ variables }) => variables.representations)).toEqual([[{ __typename: 'Person', id: wanda.id }]]);
  });
});

describe.each(['compiled', 'apollo'] as const)('persons whose id is guarded, %s engine', (engine) => {
  let graph: GuardedGraph;
  beforeAll(async () => {
    graph = await startGuardedGraph(
      [
        {
          name: 'people',
          sdl: `
            type Query { persons: [Person] @tag(name: "public") found: [Found] @tag(name: "public") }
            union Found = Person | House
            type House @tag(name: "public") { street: String }
            type Person @key(fields: "id") {
              id: ID @policy(policies: [["people.ids"]])
              name: String @tag(name: "public")
            }`,
          resolvers: {
            Query: { persons: () => [{ id: 'p1', name: 'Ada' }], found: () => [{ street: 'Main Street' }] },
            Found: { __resolveType: () => 'House' },
          },
        },
      ],
      'Person',
    );
  }, 60_000);
  afterAll(() => graph?.stop());

  test('are denied where the id is denied, because the person could not be recorded; it is not an incident', async () => {
    const query = '{ persons { name } found { ... on Person { name } ... on House { street } } }';
    const answer = await graph.ask(engine, [], query);
    expect(answer.data).toEqual({ persons: null, found: [{ street: 'Main Street' }] });
    expect(answer.denied).toEqual([
      { path: ['persons'], coordinate: 'Query.persons', reason: 'NO_APPROVAL' },
      { path: ['found', '@'], coordinate: 'Person', reason: 'NO_APPROVAL' },
    ]);
    expect(answer.calls.map(({ query: text }) => text).join()).not.toMatch(/\bid\b|\bname\b/);
    const open = await graph.ask(engine, [opens('people.ids')], '{ persons { name } }');
    expect(open.data).toEqual({ persons: [{ name: 'Ada' }] });
  });
});
