import type { QueryPlan } from '@apollo/query-planner';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type DocumentNode, Kind, visit } from 'graphql';
import { createInlineQueryPlanner } from '../../gateway/planning/planner/queryPlanner.ts';
import { type GraphProduct, startProduct } from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';
import { ada, benefits, secrets } from './harness/benefits.ts';

/** Adds the amount wherever the status is selected, as a bug in pruning or planning might. */
function broader(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet({ selections, ...set }) {
      const asksStatus = selections.some((each) => each.kind === Kind.FIELD && each.name.value === 'status');
      if (!asksStatus) return undefined;
      return { ...set, selections: [...selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'amount' } }] };
    },
  });
}

/** Also sends the birth date wherever persons are sent to another system, although nothing requires it. */
function sendingMore(plan: QueryPlan): QueryPlan {
  return JSON.parse(JSON.stringify(plan), (key, value: unknown) =>
    key === 'requires' && Array.isArray(value)
      ? value.map(({ selections, ...rest }: { readonly selections: readonly object[] }) => ({
          ...rest,
          selections: [...selections, { kind: 'Field', name: 'birthDate' }],
        }))
      : value,
  ) as QueryPlan; // the same plan but for that
}

/** The second layer by itself: whatever a planner does, nothing is asked that was not allowed. */
describe.each(['compiled', 'apollo'] as const)('a planner that asks for too much, %s engine', (engine) => {
  let product: GraphProduct;
  const said: string[] = [];
  beforeAll(async () => {
    product = await startProduct({
      systems: benefits,
      engines: [engine],
      async planner(sdl) {
        const planner = createInlineQueryPlanner(sdl);
        return { ...planner, plan: (document, ...rest) => planner.plan(broader(document), ...rest) };
      },
      log: (message, details) => said.push(`${message} ${JSON.stringify(details)}`),
    });
  }, 240_000);
  afterAll(() => product?.stop());
  const query = 'query ($id: ID!) { person(id: $id) { id benefit { status } } }';
  const violations = async () => {
    const metrics = await (await fetch(new URL('/metrics', product.url))).text();
    return /^person360_plan_violations_total (\d+)$/m.exec(metrics)?.[1];
  };

  test('is not executed where that is closed: no system is called, and it is an incident', async () => {
    product.approve(aging, 'payments.status');
    expect(await violations()).toBe('0');
    const { answer, data, requests } = await product.ask(aging, query, { id: ada });
    expect([data, answer.codes]).toEqual([undefined, ['INTERNAL_SERVER_ERROR']]);
    expect(answer.text).not.toMatch(/amount|status|allowed/);
    expect(requests).toEqual([]);
    expect(await violations()).toBe('1');
    expect(said.join('\n')).toMatch(/incident: .*"Benefit.amount"/);
  });

  test('is followed where that is open', async () => {
    product.approve(aging, 'payments.status', 'payments.amounts');
    const { answer, data } = await product.ask(aging, query, { id: ada });
    expect(answer.errors).toEqual([]);
    expect(data).toEqual({ person: { id: ada, benefit: { status: secrets.status } } });
  });
});

describe.each(['compiled', 'apollo'] as const)('a planner that sends too much, %s engine', (engine) => {
  let product: GraphProduct;
  beforeAll(async () => {
    product = await startProduct({
      systems: benefits,
      engines: [engine],
      async planner(sdl) {
        const planner = createInlineQueryPlanner(sdl);
        return { ...planner, plan: async (...asked) => sendingMore(await planner.plan(...asked)) };
      },
    });
    product.approve(aging, 'payments.status');
  }, 240_000);
  afterAll(() => product?.stop());

  test('is not followed: what no agency may be shown of a person is not sent to it either', async () => {
    const query = 'query ($id: ID!) { person(id: $id) { id benefit { status } } }';
    const { answer, data, requests } = await product.ask(aging, query, { id: ada });
    expect([data, answer.codes, requests]).toEqual([undefined, ['INTERNAL_SERVER_ERROR'], []]);
    expect(answer.text).not.toMatch(/birthDate/);
    // Where no person is sent to a system, the plan may be executed.
    expect((await product.ask(aging, 'query ($id: ID!) { person(id: $id) { name } }', { id: ada })).data).toEqual({
      person: { name: 'Ada' },
    });
  });
});
