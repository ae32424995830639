import { buildSubgraphSchema } from '@apollo/subgraph';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { randomOperation } from '../conformance/harness/randomOperation.ts';
import { archive, type Population } from '../harness/graphs/archive.ts';
import { LINK } from '../harness/graphs/guardedSubgraph.ts';
import type { SubgraphCallRecord } from '../harness/graphs/subgraphServer.ts';
import { type GuardedAnswer, type GuardedGraph, opens, startGuardedGraph } from '../harness/product/guardedGraph.ts';
import '../harness/propertySeed.ts';

const graphRuns = Number(process.env.ACCESS_RUNS ?? 100);

describe('operations, over interfaces, unions, interface objects, @requires, @provides and shared fields', () => {
  const population: Population = { salted: new Set(), hasSealed: true };
  const subgraphs = archive(population);
  let graph: GuardedGraph;
  let schemas: ReadonlyMap<string, GraphQLSchema>;
  let everything: readonly { readonly typeName: string; readonly fieldName: string }[];
  beforeAll(async () => {
    graph = await startGuardedGraph(subgraphs);
    schemas = new Map(subgraphs.map(({ name, sdl }) => [name, buildSubgraphSchema(parse(`${LINK}\n${sdl}`))]));
    everything = [...graph.supergraph.policies.coordinates()].map(({ typeName, field }) => ({
      typeName,
      fieldName: field.name.value,
    }));
  }, 60_000);
  afterAll(() => graph?.stop());

  const granted = fc.subarray([
    'archive.letters',
    'archive.records',
    'archive.notes',
    'archive.weights',
    'archive.shelves',
    'archive.sealed',
    'post.senders',
    'stats.views',
  ]);
  const operations = fc.nat({ max: 1_000_000 });
  const ask = (datasets: readonly string[], query: string, variables: Readonly<Record<string, unknown>>) =>
    graph.ask(
      'compiled',
      datasets.map((id) => opens(id)),
      query,
      variables,
    );
  const told = ({ data, denied, failures }: GuardedAnswer) => JSON.stringify({ data, denied, failures });

  test(`every property holds (${graphRuns} runs of each)`, async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(granted, operations, fc.nat(), async (datasets, number, pick) => {
        const { query, variables } = randomOperation(graph.schema, number);
        const asked = { datasets, query, variables };
        try {
          // One answer serves all of them: a run costs the planning of its operations.
          const plain = await ask(datasets, query, variables);
          showsAndAsksForNothingMore(asked, plain);
          await isTheSameForAnotherPopulation(asked, plain);
          await isTheSameInOtherWords(asked, plain, pick);
          // Mostly a matter of decisions, which are checked above.
          if (pick % 3 === 0) await showsNoMoreForFewerApprovals(asked, plain, pick);
          checked++;
        } catch (error) {
          // Operations that Apollo's planner cannot plan are refused for every requester.
          if (!String(error).includes('We should have an edge from')) throw error;
        }
      }),
      // As many again as cannot be planned.
      { numRuns: Math.ceil(graphRuns * 1.1), verbose: 1 },
    );
    expect(checked).toBeGreaterThanOrEqual(graphRuns);
  }, 900_000);

  /** What random operations once got wrong, with the seed that found it. */
  const counterexamples = [
    {
      title: 'a field of an interface object under a type condition, and the name of the type (seed 520117897)',
      datasets: ['archive.weights', 'archive.shelves', 'archive.sealed', 'stats.views'],
      query: '{ newest { ... on Sealed { my_views: views __typename } } }',
      data: { newest: { my_views: 'File.views of s1', __typename: 'Sealed' } },
    },
    {
      title: 'the same in a list, under the name of the interface',
      datasets: ['archive.sealed', 'stats.views'],
      query: '{ files { ... on File { kind: __typename views __typename } } }',
      data: {
        files: [
          ['Letter', 'l1'],
          ['Record', 'r1'],
          ['Sealed', 's1'],
          ['Letter', 'l2'],
        ].map(([type, id]) => ({ kind: type, views: `File.views of ${id}`, __typename: type })),
      },
    },
  ];
  describe.each(['compiled', 'apollo'] as const)('%s engine', (engine) => {
    test.each(counterexamples)('$title', async ({ datasets, query, data }) => {
      const approvals = datasets.map((id) => opens(id));
      const answer = await graph.ask(engine, approvals, query);
      expect(answer.data).toEqual(data);
      expect([answer.denied, answer.failures]).toEqual([[], []]);
    });
  });
  test.each(counterexamples)('every property holds for: $title', async ({ datasets, query }) => {
    const asked = { datasets, query, variables: {} };
    const plain = await ask(datasets, query, {});
    showsAndAsksForNothingMore(asked, plain);
    await isTheSameForAnotherPopulation(asked, plain);
    for (const pick of datasets.keys()) {
      await isTheSameInOtherWords(asked, plain, pick);
      await showsNoMoreForFewerApprovals(asked, plain, pick);
    }
  });

  interface Asked {
    readonly datasets: readonly string[];
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
  }

  /** Everything shown is open, and no system is queried for anything that is not. */
  function showsAndAsksForNothingMore({ datasets, query }: Asked, { data, calls }: GuardedAnswer): void {
    const table = graph.decisions(datasets.map((id) => opens(id)));
    const isOpen = (typeName: string, fieldName: string) => table.decide(typeName, fieldName).kind === 'allow';
    for (const value of leaves(data)) {
      const [, typeName = '', fieldName = ''] = /^(\w+)\.(\w+) (of|for) /.exec(value) ?? [];
      if (typeName === '') continue;
      const types = typeName === 'File' ? ['Letter', 'Record', 'Sealed'] : [typeName];
      expect([value, types.some((type) => isOpen(type, fieldName))]).toEqual([value, true]);
    }
    for (const [typeName, fieldName] of calls.flatMap((call) => askedOf(call))) {
      const place = `${typeName}.${fieldName}`;
      const types = typeName === 'File' ? ['Letter', 'Record', 'Sealed'] : [typeName];
      const isAllowed = fieldName === 'id' || types.some((type) => isOpen(type, fieldName));
      expect([query, place, isAllowed]).toEqual([query, place, true]);
    }
  }

  /** Two populations that differ only in what is denied give identical answers. */
  async function isTheSameForAnotherPopulation(asked: Asked, plain: GuardedAnswer): Promise<void> {
    const { datasets, query, variables } = asked;
    const table = graph.decisions(datasets.map((id) => opens(id)));
    const denied = everything.filter(({ typeName, fieldName }) => table.decide(typeName, fieldName).kind === 'deny');
    population.salted = new Set(denied.map(({ typeName, fieldName }) => `${typeName}.${fieldName}`));
    if (!datasets.includes('stats.views')) population.salted = new Set([...population.salted, 'File.views']);
    population.hasSealed = table.decideType('Sealed').kind === 'allow';
    try {
      const other = await ask(datasets, query, variables);
      expect([query, told(other)]).toEqual([query, told(plain)]);
    } finally {
      population.salted = new Set();
      population.hasSealed = true;
    }
  }

  async function isTheSameInOtherWords({ datasets, query, variables }: Asked, plain: GuardedAnswer, pick: number) {
    const rewrite = pick % 2 === 0 ? inFragmentsWithoutType : inNamedFragments;
    const rewritten = print(rewrite(parse(query), graph.schema));
    const answer = await ask(datasets, rewritten, variables);
    expect([rewritten, answer.data]).toEqual([rewritten, plain.data]);
    expect(placesOf(answer)).toEqual(placesOf(plain));
  }

  /** One approval less shows nothing that all of them do not show at the same place. */
  async function showsNoMoreForFewerApprovals({ datasets, query, variables }: Asked, all: GuardedAnswer, pick: number) {
    const fewer = datasets.filter((_, index) => index !== pick % Math.max(1, datasets.length));
    const { data } = await ask(fewer, query, variables);
    expect([query, datasets, fewer, shownBeyond(data, all.data)]).toEqual([query, datasets, fewer, []]);
  }

  test.each([
    ['{ newest { __typename @skip(if: true) } }', { newest: {} }],
    ['query ($v: Boolean = false) { newest @include(if: $v) { __typename @skip(if: true) } }', {}],
  ])('an object of which everything is always left out is empty, and not refused: %s', async (query, expected) => {
    const { data, denied, failures } = await ask(['archive.letters', 'archive.records', 'archive.sealed'], query, {});
    expect([data, denied, failures]).toEqual([expected, [], []]);
  });

  const placesOf = ({ denied }: GuardedAnswer) =>
    denied.map(({ path, coordinate }) => `${coordinate} ${path.join('.')}`).sort();

  /** Fields of object types that a system was queried for. */
  function askedOf({ subgraph, query }: SubgraphCallRecord): readonly (readonly [string, string])[] {
    const schema = schemas.get(subgraph);
    if (schema === undefined) throw new Error(`There is no subgraph ${subgraph}.`);
    const asked: (readonly [string, string])[] = [];
    const info = new TypeInfo(schema);
    visit(
      parse(query),
      visitWithTypeInfo(info, {
        Field({ name }) {
          const parent = info.getParentType();
          if (!parent || name.value.startsWith('_')) return;
          const types = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent];
          for (const type of types) asked.push([type.name, name.value]);
        },
      }),
    );
    return asked;
  }
});

/**
 * Places of one answer that hold something else than the same places of another, which may show more. A list may have fewer
 * items, in the same order: objects that may not be known are left out.
 */
function shownBeyond(value: unknown, other: unknown, path = ''): readonly string[] {
  if (value === null) return [];
  if (typeof value !== 'object' || typeof other !== 'object' || other === null) return value === other ? [] : [path];
  if (Array.isArray(value) && Array.isArray(other)) {
    let next = 0;
    return value.flatMap((item, index) => {
      const found = other.findIndex((each, at) => at >= next && shownBeyond(item, each).length === 0);
      if (found < 0) return [`${path}.${index}`];
      next = found + 1;
      return [];
    });
  }
  const others = new Map(Object.entries(other));
  return Object.entries(value).flatMap(([key, inner]) => shownBeyond(inner, others.get(key), `${path}.${key}`));
}

function* leaves(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* leaves(inner);
}

/** Every selection set inside of a fragment without a type. */
function inFragmentsWithoutType(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      leave: (set) => ({ ...set, selections: [{ kind: Kind.INLINE_FRAGMENT as const, selectionSet: set }] }),
    },
  });
}

/** Every selection set of a field as a named fragment on the type it stands on. */
function inNamedFragments(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const info = new TypeInfo(schema);
  const fragments: { name: string; type: string; selectionSet: SelectionSetNode }[] = [];
  const rewritten: DocumentNode = visit(
    document,
    visitWithTypeInfo(info, {
      Field: {
        leave(field) {
          const type = info.getType();
          if (field.selectionSet === undefined || !type) return undefined;
          const name = `named${fragments.length}`;
          fragments.push({ name, type: getNamedType(type).name, selectionSet: field.selectionSet });
          const spread = { kind: Kind.FRAGMENT_SPREAD as const, name: { kind: Kind.NAME as const, value: name } };
          return { ...field, selectionSet: { ...field.selectionSet, selections: [spread] } };
        },
      },
    }),
  );
  const texts = fragments.map(({ name, type, selectionSet }) => `fragment ${name} on ${type} ${print(selectionSet)}`);
  return parse([print(rewritten), ...texts].join('\n'));
}
