import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../harness/eventually.ts';
import {
  type ApprovedGateway,
  idOf,
  type Product,
  startGateway,
  startProduct,
} from '../harness/product/startProduct.ts';
import { aging } from '../harness/requesters.ts';

/**
 * The attack: ask at the instant at which an approval ends, with an operation that is prepared, a grant that is signed and
 * an equal request that is still in flight.
 */
describe('an approval at its very end', () => {
  let system: Product;
  let gateway: ApprovedGateway;
  beforeAll(async () => {
    system = await startProduct();
    gateway = await startGateway(system, { approvals: 'given', limits: { subgraphTimeoutMs: 1_500 } });
  }, 240_000);
  afterAll(async () => {
    await gateway?.stop();
    await system?.stop();
  });

  const query = 'query ($id: ID!) { person(id: $id) { id snap { status } } }';
  const variables = { id: idOf('daughter') };
  const shown = { person: { id: variables.id, snap: { status: 'ACTIVE' } } };
  const hidden = { person: { id: variables.id, snap: null } };
  const ask = () => gateway.ask(aging, query, variables);
  const askedOfSnap = () => system.proxy('snap').requests.length;
  /** Ends so many ms after the frozen now. */
  let end: number;
  beforeEach(() => {
    const now = Math.ceil(system.clock.now().getTime() / 1_000) * 1_000;
    system.clock.freezeAt(new Date(now));
    end = now + 10_000;
  });
  const approveUntil = (...ends: readonly number[]) =>
    gateway.approve(
      aging,
      ends.map((until, index) => ({
        id: `a${index}`,
        dataset: 'snap.participation',
        validUntil: new Date(until).toISOString(),
      })),
    );

  test('is open a millisecond before it, whatever has been prepared closed at it', async () => {
    approveUntil(end);
    expect((await ask()).data).toEqual(shown);
    system.clock.freezeAt(new Date(end - 1));
    expect((await ask()).data).toEqual(shown);
    system.clock.freezeAt(new Date(end));
    const before = askedOfSnap();
    const answer = await ask();
    expect([answer.data, answer.errors.map(({ extensions }) => extensions.reason)]).toEqual([hidden, ['NOT_IN_FORCE']]);
    expect(askedOfSnap()).toBe(before);
  });

  test('ends while an equal request is under way: the one that starts at the end gets nothing of it', async () => {
    approveUntil(end);
    expect((await ask()).data).toEqual(shown);
    system.clock.freezeAt(new Date(end - 1));
    const before = askedOfSnap();
    system.proxy('snap').behave({ kind: 'hang' });
    const early = ask();
    await eventually(
      async () => askedOfSnap(),
      (count) => count > before,
    );
    expect(askedOfSnap()).toBeGreaterThan(before);
    system.clock.freezeAt(new Date(end));
    const underWay = askedOfSnap();
    const late = await ask();
    expect([late.data, late.errors.map(({ extensions }) => extensions.reason)]).toEqual([hidden, ['NOT_IN_FORCE']]);
    expect(askedOfSnap()).toBe(underWay);
    system.proxy('snap').behave({ kind: 'pass' });
    expect((await early).codes).toEqual(['SUBGRAPH_TIMEOUT']);
  });

  test('of several leaves the others: the last end is the end', async () => {
    approveUntil(end, end + 1_000);
    for (const [instant, expected] of [
      [end - 1, shown],
      [end, shown],
      [end + 999, shown],
      [end + 1_000, hidden],
    ] as const) {
      system.clock.freezeAt(new Date(instant));
      expect([instant - end, (await ask()).data]).toEqual([instant - end, expected]);
    }
  });

  test('begins at its very beginning', async () => {
    gateway.approve(aging, [{ dataset: 'snap.participation', validFrom: new Date(end).toISOString() }]);
    system.clock.freezeAt(new Date(end - 1));
    expect((await ask()).data).toEqual(hidden);
    system.clock.freezeAt(new Date(end));
    expect((await ask()).data).toEqual(shown);
  });

  test('has not begun on a clock that goes back before its beginning, whatever was decided meanwhile', async () => {
    gateway.approve(aging, [{ dataset: 'snap.participation', validFrom: new Date(end).toISOString() }]);
    system.clock.freezeAt(new Date(end));
    expect((await ask()).data).toEqual(shown);
    system.clock.freezeAt(new Date(end - 2_000));
    const before = askedOfSnap();
    expect((await ask()).data).toEqual(hidden);
    expect(askedOfSnap()).toBe(before);
    system.clock.freezeAt(new Date(end));
    expect((await ask()).data).toEqual(shown);
  });
});
