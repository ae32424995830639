import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner as StockPlanner } from '@apollo/query-planner';
import { describe, expect, test } from '@jest/globals';
import { type DocumentNode, parse } from 'graphql';
import {
  createQueryPlanner,
  defaultPlanningLimits,
  type PlanningLimits,
  type PlanningOutcome,
  type QueryPlanner,
} from '../../gateway/planning/planner/queryPlanner.ts';
import { createQueryPlannerCore } from '../../gateway/planning/planner/queryPlannerCore.ts';
import { writtenSupergraph } from '../harness/graphs/writtenSupergraph.ts';

/**
 * An index that knows a thing by its key in each of the systems; a system knows only its own key. A key is a plain
 * field, or a field of an object, which the planner has to try everywhere.
 */
function indexedThings(systems: number, keys: 'plain' | 'nested'): string {
  const numbers = Array.from({ length: systems }, (_, number) => number);
  const key = (number: number) => (keys === 'plain' ? `key${number}` : `key${number} { value }`);
  const keyType = keys === 'plain' ? 'ID' : 'Key';
  return writtenSupergraph({
    graphs: { INDEX: 'index', ...Object.fromEntries(numbers.map((n) => [`S${n}`, `system${n}`])) },
    types: `type Query @join__type(graph: INDEX) ${numbers.map((n) => `@join__type(graph: S${n})`).join(' ')} {
  ${numbers.map((n) => `thing${n}: Thing @join__field(graph: S${n})`).join('\n')}
}
type Key @join__type(graph: INDEX) ${numbers.map((n) => `@join__type(graph: S${n})`).join(' ')} { value: ID }
type Thing
  ${numbers.map((n) => `@join__type(graph: INDEX, key: "${key(n)}") @join__type(graph: S${n}, key: "${key(n)}")`).join('\n')}
{
  name: Int @join__field(graph: INDEX)
  ${numbers.map((n) => `own${n}: Int @join__field(graph: S${n})`).join('\n')}
  ${numbers.map((n) => `key${n}: ${keyType} @join__field(graph: INDEX) @join__field(graph: S${n})`).join('\n')}
}`,
  });
}

/** An operation that is planned immediately, and one whose planning grows with the factorial of the number of keys. */
const QUICK = parse('{ thing0 { own0 } }');
const ENDLESS = parse('{ thing0 { own1 } }');

function quick(number: number): DocumentNode {
  return parse(`{ alias${number}: thing0 { own0 } }`);
}

async function withPlanner(
  limits: Partial<PlanningLimits>,
  run: (planner: QueryPlanner, outcomes: readonly PlanningOutcome[]) => Promise<void>,
): Promise<void> {
  const outcomes: PlanningOutcome[] = [];
  const planner = await createQueryPlanner(
    indexedThings(12, 'nested'),
    { ...defaultPlanningLimits, ...limits },
    { ended: (outcome) => outcomes.push(outcome), waiting: () => undefined },
  );
  try {
    await run(planner, outcomes);
  } finally {
    await planner.stop();
  }
}

describe('joins over an index with many keys', () => {
  test('are planned in milliseconds, where the stock planner takes a second', () => {
    const core = createQueryPlannerCore(indexedThings(10, 'plain'));
    core.plan('{ thing0 { own0 } }', undefined);
    const begun = performance.now();
    const plan = core.plan('{ thing0 { own1 name } }', undefined);
    expect(performance.now() - begun).toBeLessThan(1_000);
    const services = [...JSON.stringify(plan).matchAll(/"serviceName":"(\w+)"/g)].map(([, name]) => name);
    expect(services).toEqual(['system0', 'index', 'system1']);
  });

  test.each(['{ thing0 { own1 name } thing2 { own0 } }', '{ thing1 { own1 own0 own2 } }', '{ thing2 { name key1 } }'])(
    'are planned as the stock planner does: %s',
    (query) => {
      const sdl = indexedThings(3, 'plain');
      const supergraph = Supergraph.build(sdl);
      const stock = new StockPlanner(supergraph, { reuseQueryFragments: false });
      const operation = operationFromDocument(supergraph.apiSchema(), parse(query));
      expect(fetches(createQueryPlannerCore(sdl).plan(query, undefined))).toEqual(
        fetches(stock.buildQueryPlan(operation)),
      );
    },
  );
});

/** The fetches in order, without the type's name, which may or may not be selected along with a key. */
function fetches(plan: object): unknown {
  return JSON.parse(JSON.stringify(plan).replace(/__typename /g, ''));
}

describe('the bounded planner', () => {
  test('does not start on a supergraph it cannot read, or whose guards it would not enforce', async () => {
    await expect(createQueryPlanner('type Query { a: Int }')).rejects.toThrow('cannot be planned');
    const guarded = indexedThings(1, 'plain').replace(
      '{ query: Query }',
      '@link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY) { query: Query }',
    );
    await expect(createQueryPlanner(guarded)).rejects.toThrow('SECURITY but is unsupported');
  });

  test('stops an operation that takes too long, and continues planning with a new thread', async () => {
    await withPlanner({ maxPlanningMs: 2_000 }, async (planner, outcomes) => {
      const refused = planner.plan(ENDLESS, undefined);
      const behind = planner.plan(QUICK, undefined);
      await expect(refused).rejects.toMatchObject({ extensions: { code: 'PLANNING_TIMEOUT', http: { status: 503 } } });
      await expect(behind).resolves.toMatchObject({ kind: 'QueryPlan' });
      expect(outcomes).toEqual(['too long', 'planned']);
      // Remembered: it does not cost another thread.
      await expect(planner.plan(ENDLESS, undefined)).rejects.toMatchObject({
        extensions: { code: 'PLANNING_TIMEOUT' },
      });
      expect(outcomes).toHaveLength(2);
    });
  });

  test('rejects operations beyond its limits, for one owner and in total', async () => {
    const limits = { maxWaiting: 3, maxWaitingPerOwner: 2, maxWaitingMs: 60_000, maxPlanningMs: 60_000 };
    await withPlanner(limits, async (planner) => {
      const busy = { extensions: { code: 'PLANNER_BUSY', http: { status: 503 } } };
      const first = planner.plan(ENDLESS, undefined, 'a').catch(String);
      const waiting = [planner.plan(quick(1), undefined, 'a'), planner.plan(quick(2), undefined, 'a')];
      await expect(planner.plan(quick(3), undefined, 'a')).rejects.toMatchObject(busy);
      waiting.push(planner.plan(quick(4), undefined, 'b'));
      await expect(planner.plan(quick(5), undefined, 'b')).rejects.toMatchObject(busy);
      const ends = Promise.allSettled(waiting);
      await planner.stop();
      expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(await first).toContain('stopped');
    });
  });

  test('rejects an operation that has waited too long', async () => {
    await withPlanner({ maxWaitingMs: 50, maxPlanningMs: 60_000 }, async (planner) => {
      const first = planner.plan(ENDLESS, undefined).catch(String);
      await expect(planner.plan(QUICK, undefined)).rejects.toMatchObject({ extensions: { code: 'PLANNER_BUSY' } });
      await planner.stop();
      expect(await first).toContain('stopped');
    });
  });

  test('plans next for the owner who has used the least time, and plans an operation once for several requests', async () => {
    await withPlanner({}, async (planner, outcomes) => {
      const order: string[] = [];
      const ask = (name: string, document: DocumentNode, owner: string) =>
        planner.plan(document, undefined, owner).then(() => order.push(name));
      const all = [1, 2, 3, 4].map((number) => ask(`a${number}`, quick(number), 'a'));
      all.push(ask('b1', quick(5), 'b'), ask('b joins a4', quick(4), 'b'), ask('c1', quick(6), 'c'));
      await Promise.all(all);
      // The first was planned before the others came.
      expect(order.slice(0, 3)).toEqual(['a1', 'b1', 'c1']);
      expect(outcomes).toEqual(Array.from({ length: 6 }, () => 'planned'));
    });
  });

  test('lets one caller’s slow operations delay another caller by one of them, not by all', async () => {
    await withPlanner({ maxPlanningMs: 500 }, async (planner) => {
      const order: string[] = [];
      const note = (name: string, plan: Promise<unknown>) => plan.then(ignore, ignore).then(() => order.push(name));
      const slow = [1, 2, 3, 4].map((number) =>
        note('slow', planner.plan(parse(`{ slow${number}: thing0 { own1 } }`), undefined, 'a')),
      );
      const quickOnes = [1, 2, 3].map((number) => note('quick', planner.plan(quick(number), undefined, 'b')));
      await Promise.all([...slow, ...quickOnes]);
      expect(order).toEqual(['slow', 'quick', 'quick', 'quick', 'slow', 'slow', 'slow']);
    });
  });

  test('remembers an operation that took too long, regardless of its name', async () => {
    await withPlanner({ maxPlanningMs: 500 }, async (planner, outcomes) => {
      const named = (name: string) => planner.plan(parse(`query ${name} { thing0 { own1 } }`), name);
      const tooLong = { extensions: { code: 'PLANNING_TIMEOUT' } };
      await expect(named('First')).rejects.toMatchObject(tooLong);
      await expect(named('Second')).rejects.toMatchObject(tooLong);
      expect(outcomes).toEqual(['too long']);
    });
  });
});

const ignore = (): void => undefined;
