import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isObjectType, isUnionType, Kind, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { PersonFacts } from '../../gateway/model/personFacts.ts';
import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import { randomOperation } from '../conformance/harness/randomOperation.ts';
import { type GuardedGraph, opens, startGuardedGraph } from '../harness/product/guardedGraph.ts';
import '../harness/propertySeed.ts';
import {
  type Access,
  type FileRow,
  isWard,
  type Openness,
  type PersonRow,
  type Rows,
  register,
} from './harness/hiddenRows.ts';
import { worldFrom } from './harness/hiddenWorlds.ts';

/** Pairs of worlds that are compared. ACCESS_RUNS sets another number. */
const runs = Number(process.env.ACCESS_RUNS ?? 75);

/** What the register holds while a test asks. */
let world: Rows = { people: new Map(), listed: [], files: [] };
let graph: GuardedGraph;
beforeAll(async () => {
  graph = await startGuardedGraph(
    register(() => world),
    'Person',
  );
}, 60_000);
afterAll(() => graph?.stop());

function approvals(access: Access): readonly FeedApproval[] {
  return Object.entries(access).flatMap(([name, openness]) => {
    const dataset = `register.${name}`;
    if (openness === 'closed') return [];
    if (openness === 'open') return [opens(dataset)];
    const fields = [...graph.supergraph.policies.coordinates()].flatMap(({ typeName, field, guard }) =>
      guard.kind === 'guarded' && guard.all.flat(2).includes(dataset) ? [`${typeName}.${field.name.value}`] : [],
    );
    return [
      opens(
        dataset,
        fields.map((field) => ({ field, conditions: [['WARD' as const]] })),
      ),
    ];
  });
}

/** A new one for each request: nothing is known until it is learned. */
function facts(): PersonFacts {
  const learned = new Set<string>();
  return {
    holds: (id, fact) => (learned.has(id) ? fact === 'WARD' && isWard(id) : undefined),
    async load(ids) {
      for (const id of ids) learned.add(id);
    },
  };
}

const engines = ['compiled', 'apollo'] as const;

async function ask(engine: (typeof engines)[number], access: Access, query: string, variables = {}) {
  const answer = await graph.ask(engine, approvals(access), query, variables, facts());
  const { data, denied, failures, calls } = answer;
  return {
    ...answer,
    text: JSON.stringify({ data, denied, failures }),
    /** What went to the systems that do not hold the rows, each call whole; calls that run at the same time have no order. */
    sent: calls
      .filter(({ subgraph }) => subgraph !== 'register')
      .map(({ subgraph, query: text, variables: values }) => JSON.stringify([subgraph, text, values]))
      .sort(),
  };
}

const letter = (id: string, more: Partial<FileRow> = {}): FileRow => ({ kind: 'Letter', id, ...more });
const memo = (id: string, more: Partial<FileRow> = {}): FileRow => ({ kind: 'Memo', id, ...more });
const sealed = (id: string, more: Partial<FileRow> = {}): FileRow => ({ kind: 'Sealed', id, ...more });
const personRow = (id: string, more: Partial<PersonRow> = {}): PersonRow => ({
  id,
  kin: [],
  files: [],
  newest: undefined,
  ...more,
});
const rowsOf = (people: readonly PersonRow[], files: readonly FileRow[] = []): Rows => ({
  people: new Map(people.map((row) => [row.id, row])),
  listed: people.map(({ id }) => id),
  files,
});
const unmet = (path: readonly string[], coordinate: string) => ({ path, coordinate, reason: 'CONDITION_NOT_MET' });
const closed = (path: readonly string[], coordinate: string) => ({ path, coordinate, reason: 'NO_APPROVAL' });

describe.each(engines)('an object that the requester may not know about, %s engine', (engine) => {
  test('is left out of a list because of its type, with one error that is there without it as well', async () => {
    world = rowsOf([], [sealed('s1'), letter('l1'), sealed('s2'), letter('l2')]);
    const query = '{ files { __typename id views } }';
    const access: Access = { people: 'closed', memos: 'open', sealed: 'closed' };
    const { data, denied, text, sent } = await ask(engine, access, query);
    expect(data).toEqual({
      files: ['l1', 'l2'].map((id) => ({ __typename: 'Letter', id, views: `views of ${id}` })),
    });
    expect(denied).toEqual([closed(['files', '@'], 'Sealed')]);
    world = rowsOf([], [letter('l1'), letter('l2')]);
    const without = await ask(engine, access, query);
    expect([without.text, without.sent]).toEqual([text, sent]);
  });

  test('leaves an empty list of lists behind, and no null of a non-null item', async () => {
    world = rowsOf([], [letter('l1', { attached: [[sealed('s1'), letter('l2')], [], [sealed('s2')]] }), sealed('s3')]);
    const access: Access = { people: 'closed', memos: 'open', sealed: 'closed' };
    const { data } = await ask(engine, access, '{ files { attached { id } } }');
    expect(data).toEqual({ files: [{ attached: [[{ id: 'l2' }], [], []] }] });
  });

  test('is left out when it is a person who does not meet the terms, each person by themselves', async () => {
    world = rowsOf([personRow('n1'), personRow('w1', { kin: ['n1', 'w2', 'n2'] }), personRow('n2'), personRow('w2')]);
    const access: Access = { people: 'wards', memos: 'closed', sealed: 'closed' };
    const { data, denied, sent } = await ask(engine, access, '{ people { name score kin { id } } }');
    expect(data).toEqual({
      people: [
        { name: 'name of w1', score: 'score of w1', kin: [{ id: 'w2' }] },
        { name: 'name of w2', score: 'score of w2', kin: [] },
      ],
    });
    expect(denied).toEqual([unmet(['people', '@'], 'Person'), unmet(['people', '@', 'kin', '@'], 'Person')]);
    expect(sent.join()).not.toMatch(/n1|n2/);
  });

  test('is null outside of a list, whether there is one or not', async () => {
    const access: Access = { people: 'wards', memos: 'wards', sealed: 'closed' };
    const query = '{ people { newest { id } } files { id about { id } } }';
    const texts: string[] = [];
    for (const [newest, about] of [[sealed('s1'), 'n1'] as const, [undefined, undefined] as const]) {
      world = rowsOf([personRow('w1', { newest }), personRow('n1')], [letter('l1', { about })]);
      const { data, text } = await ask(engine, access, query);
      expect(data).toEqual({ people: [{ newest: null }], files: [{ id: 'l1', about: null }] });
      texts.push(text);
    }
    expect(texts[0]).toBe(texts[1]);
  });

  test('is left out because of the person whose it is; the errors do not tell for whom', async () => {
    const files = (id: string) => [memo(`m-${id}`), letter(`l-${id}`)];
    world = rowsOf(['n1', 'w1'].map((id) => personRow(id, { files: files(id) })));
    const access: Access = { people: 'open', memos: 'wards', sealed: 'open' };
    const { data, denied, sent } = await ask(engine, access, '{ people { files { id views } } }');
    const shown = (id: string) => ({ id, views: `views of ${id}` });
    expect(data).toEqual({ people: [{ files: [shown('l-n1')] }, { files: [shown('m-w1'), shown('l-w1')] }] });
    expect(denied).toEqual([unmet(['people', '@', 'files', '@'], 'Memo')]);
    expect(sent.join()).not.toContain('m-n1');
  });

  test('is requested from no other system, so that no failure there reveals it', async () => {
    world = rowsOf([personRow('n1', { files: [memo('m1x'), letter('l1')] }), personRow('w1')], [sealed('s1x')]);
    const access: Access = { people: 'open', memos: 'wards', sealed: 'wards' };
    const { data, failures, sent } = await ask(engine, access, '{ people { files { id views } } files { views } }');
    expect(data).toEqual({ people: [{ files: [{ id: 'l1', views: 'views of l1' }] }, { files: [] }], files: [] });
    expect(failures).toEqual([]);
    expect(sent.join()).not.toMatch(/m1x|s1x/);
  });

  test('may be a person in a union whose type is closed: the operation is answered without', async () => {
    world = rowsOf([personRow('w1')], [letter('l1')]);
    const access: Access = { people: 'closed', memos: 'closed', sealed: 'closed' };
    const { data, denied } = await ask(engine, access, '{ search { ... on Person { id } ... on Letter { id } } }');
    expect(data).toEqual({ search: [{ id: 'l1' }] });
    expect(denied.map(({ coordinate }) => coordinate)).toEqual(['Person', 'Memo', 'Sealed']);
  });

  test('does not count for the positions in errors, neither of denials nor of failures', async () => {
    world = rowsOf(
      [personRow('n1'), personRow('w1', { files: [memo('m1'), letter('l1'), sealed('s1'), letter('l2x')] })],
      [sealed('s2'), letter('l3'), sealed('s3'), letter('l4x')],
    );
    const access: Access = { people: 'wards', memos: 'open', sealed: 'closed' };
    const { data, failures } = await ask(engine, access, '{ files { views } people { files { id views } } }');
    expect(data).toMatchObject({
      files: [{ views: 'views of l3' }, { views: null }],
      people: [{ files: [{ id: 'm1' }, { id: 'l1' }, { id: 'l2x', views: null }] }],
    });
    // The stock executor does not say which entity failed.
    const paths =
      engine === 'compiled'
        ? [
            ['files', 1, 'views'],
            ['people', 0, 'files', 2, 'views'],
          ]
        : [
            ['files', '@', 'views'],
            ['people', '@', 'files', '@', 'views'],
          ];
    expect(failures.map(({ path }) => path)).toEqual(paths);
  });
});

/**
 * True if a fragment on a union stands at a place of one of its members: `people { ... on Hit { ... on Person { id } } }`.
 * The stock executor loses ids below it.
 */
function hasUnionAtMember(query: string): boolean {
  const document = parse(query);
  const types = new TypeInfo(graph.schema);
  let found = false;
  const look = (typeName: string | undefined): undefined => {
    if (isObjectType(types.getParentType()) && isUnionType(graph.schema.getType(typeName ?? ''))) found = true;
    return undefined;
  };
  const conditions = new Map<string, string>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      conditions.set(definition.name.value, definition.typeCondition.name.value);
    }
  }
  visit(
    document,
    visitWithTypeInfo(types, {
      InlineFragment: ({ typeCondition }) => look(typeCondition?.name.value),
      FragmentSpread: ({ name }) => look(conditions.get(name.value)),
    }),
  );
  return found;
}

describe('two worlds that differ only in rows that the requester may not know about', () => {
  const openness = fc.constantFrom<Openness>('closed', 'wards', 'open');
  const seeds = fc.nat({ max: 1_000_000 });
  /** What was once answered differently. */
  const counterexamples: [Access, number, number, [number, number]][] = [
    // A union with a closed type of persons was refused as a plan violation.
    [{ people: 'closed', memos: 'closed', sealed: 'closed' }, 0, 0, [0, 0]],
    // A system was asked about a row that was left out because of a person, and its failure was reported.
    [{ people: 'closed', memos: 'wards', sealed: 'closed' }, 164_695, 371_482, [3_639, 0]],
    // The order of errors followed the order in which the systems answered.
    [{ people: 'wards', memos: 'closed', sealed: 'closed' }, 0, 0, [0, 748_547]],
  ];

  test(`give equal bytes, and equal requests to every system that does not hold the rows (${runs} pairs)`, async () => {
    let compared = 0;
    let different = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({ people: openness, memos: openness, sealed: openness }),
        seeds,
        seeds,
        fc.tuple(seeds, seeds),
        async (access, number, visible, [one, other]) => {
          const { query, variables } = randomOperation(graph.schema, number);
          const worlds = [worldFrom(access, visible, one), worldFrom(access, visible, other)] as const;
          const answers = new Map<string, Awaited<ReturnType<typeof ask>>>();
          try {
            for (const engine of engines) {
              for (const [index, rows] of worlds.entries()) {
                world = rows;
                answers.set(`${engine} ${index}`, await ask(engine, access, query, variables));
              }
            }
          } catch (error) {
            // Operations that Apollo's planner cannot plan are refused for every requester.
            if (String(error).includes('We should have an edge from')) return;
            throw error;
          }
          for (const engine of engines) {
            const [first, second] = [answers.get(`${engine} 0`), answers.get(`${engine} 1`)];
            expect([engine, query, second?.text]).toEqual([engine, query, first?.text]);
            expect([engine, query, second?.sent]).toEqual([engine, query, first?.sent]);
          }
          const [ours, stock] = [answers.get('compiled 0'), answers.get('apollo 0')];
          // Where conditions close a part of an object, the stock executor may lose more of it than the compiled engine.
          if (!Object.values(access).includes('wards') && !hasUnionAtMember(query))
            expect([query, ours?.data]).toEqual([query, stock?.data]);
          for (const { path } of ours?.failures ?? [])
            expect([query, path, isNullAt(ours?.data, path)]).toEqual([query, path, true]);
          compared++;
          if (JSON.stringify(worlds[0].files) !== JSON.stringify(worlds[1].files)) different++;
        },
      ),
      { numRuns: runs, verbose: 1, examples: counterexamples },
    );
    expect(compared).toBeGreaterThan(runs * 0.8);
    expect(different).toBeGreaterThan(runs * 0.4);
  }, 300_000);
});

/** True if a path ends at or passes through a null, or leads to a field that this object does not have. */
function isNullAt(data: unknown, path: readonly (string | number)[] = []): boolean {
  let value = data;
  for (const part of path) {
    if (value === null) return true;
    value = new Map(Object.entries(value as object)).get(String(part)); // an object or a list, since it is not null
    if (value === undefined) return typeof part === 'string';
  }
  return value === null;
}
