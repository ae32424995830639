import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { explain } from '../../gateway/response/explanation.ts';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { type GuardedGraph, opens, startGuardedGraph } from '../harness/product/guardedGraph.ts';

const REGISTER = {
  name: 'register',
  sdl: `
    type Query {
      people(
        town: String @tag(name: "filters/register/addresses")
        born: String @tag(name: "filters/register/persons/Human/born")
        first: Int = 10 @tag(name: "public")
      ): [Human] @policy(policies: [["register.persons"]])
      sorted(by: Order = WEALTH @tag(name: "filters/register/money")): [Human] @tag(name: "public")
      human(id: ID! @tag(name: "public")): Human @tag(name: "public")
    }
    enum Order { NAME WEALTH }
    type Human @key(fields: "id") {
      id: ID! @tag(name: "public")
      name: String @policy(policies: [["register.persons"]])
      born: String @policy(policies: [["register.persons"]])
      town: String @policy(policies: [["register.addresses"]])
      wealth: Int @policy(policies: [["register.money"]])
      children(richerThan: Int @tag(name: "filters/register/money")): [Human] @policy(policies: [["register.persons"]])
    }`,
  resolvers: {
    Query: { people: () => [human], sorted: () => [human], human: () => human },
    Human: { children: () => [human] },
  },
};
const human = { id: 'h1', name: 'Ada', born: '1815-12-10', town: 'London', wealth: 7 };
const found = [{ id: 'h1' }];

describe.each(['compiled', 'apollo'] as const)('who may not see a field may not search by it, %s engine', (engine) => {
  let graph: GuardedGraph;
  beforeAll(async () => {
    graph = await startGuardedGraph([REGISTER]);
  }, 60_000);
  afterAll(() => graph?.stop());

  const persons = opens('register.persons');
  async function ask(
    query: string,
    variables?: Record<string, unknown>,
    approvals: readonly FeedApproval[] = [persons],
  ) {
    const { data, denied, calls } = await graph.ask(engine, approvals, query, variables);
    return { data, denied: denied.map(({ coordinate, reason }) => [coordinate, reason]), asked: calls.length };
  }

  test('by a literal, a variable or a default', async () => {
    const denied = [['Query.people', 'NO_APPROVAL']];
    expect(await ask('{ people(town: "London") { id } }')).toEqual({ data: { people: null }, denied, asked: 0 });
    expect(await ask('query ($t: String) { people(town: $t) { id } }', { t: 'London' })).toEqual({
      data: { people: null },
      denied,
      asked: 0,
    });
    expect(await ask('query ($t: String = "London") { people(town: $t) { id } }')).toMatchObject({ denied, asked: 0 });
    // The agency's own default sorts by money.
    expect(await ask('{ sorted { id } }')).toEqual({
      data: { sorted: null },
      denied: [['Query.sorted', 'NO_APPROVAL']],
      asked: 0,
    });
  });

  test('what is not given, or null, searches by nothing', async () => {
    expect(await ask('{ people { id } }')).toEqual({ data: { people: found }, denied: [], asked: 1 });
    expect(await ask('{ people(town: null, first: 3) { id } }')).toMatchObject({ data: { people: found }, denied: [] });
    expect(await ask('{ sorted(by: null) { id } }')).toMatchObject({ data: { sorted: found }, denied: [] });
  });

  test('with the dataset it is open', async () => {
    const approvals = [persons, opens('register.addresses'), opens('register.money')];
    const query = '{ people(town: "London") { id children(richerThan: 1) { id } } sorted { id } }';
    expect(await ask(query, {}, approvals)).toEqual({
      data: { people: [{ id: 'h1', children: found }], sorted: found },
      denied: [],
      asked: 1,
    });
  });

  test('on any field, and next to the same field without it', async () => {
    const query = '{ human(id: "h1") { all: children { id } rich: children(richerThan: 1) { id } } }';
    expect(await ask(query)).toEqual({
      data: { human: { all: found, rich: null } },
      denied: [['Human.children', 'NO_APPROVAL']],
      asked: 1,
    });
  });

  test('a field that is shown in a lesser form, or of some persons only, is not to be found out by searching', async () => {
    const query = '{ people(born: "1815-12-10") { id } }';
    const people = { field: 'Query.people' };
    expect(await ask(query)).toMatchObject({ data: { people: found }, denied: [] });
    for (const born of [
      { field: 'Human.born', transform: 'YEAR_ONLY' as const },
      { field: 'Human.born', conditions: [['WARD' as const]] },
      { field: 'Human.name' },
    ]) {
      const answer = await ask(query, {}, [opens('register.persons', [people, born])]);
      expect(answer).toMatchObject({ data: { people: null }, denied: [['Query.people', 'FIELD_NOT_COVERED']] });
    }
  });

  test('an explanation names it like any other denial', () => {
    const table = graph.decisions([persons]);
    const decision = table.decideArgument('Query', 'people', 'town');
    const use = { path: ['people'], coordinate: 'Query.people', decision };
    expect(explain([use], table, graph.supergraph.policies, graph.catalogue)).toEqual([
      expect.objectContaining({
        decision: 'deny',
        reason: 'NO_APPROVAL',
        datasets: ['register.persons', 'register.addresses'],
        owners: ['HOST'],
      }),
    ]);
    expect(table.decideArgument('Query', 'people', 'town')).toMatchObject({
      kind: 'deny',
      dataset: 'register.addresses',
    });
    expect(table.decideArgument('Query', 'people', 'what is not there')).toMatchObject({ reason: 'UNKNOWN_DATASET' });
  });
});
