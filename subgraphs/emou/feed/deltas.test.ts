import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FeedDelta, FeedEvent } from '../../../schema/approvals/approvalFeed.ts';
import { eventually } from '../../../test/harness/eventually.ts';
import type { RunningSubgraph } from '../../kit/startSubgraph.ts';
import { askAccess, askApproval, askRevocation } from '../testing/askEmou.ts';
import { type EmouTestBed, startEmouTestBed } from '../testing/emouTestBed.ts';
import { type FeedListener, readFeed } from '../testing/readFeed.ts';
import { writeApprovals } from '../testing/writeApprovals.ts';

let bed: EmouTestBed;
let emou: RunningSubgraph;
let listeners: FeedListener[] = [];

beforeAll(async () => {
  bed = await startEmouTestBed();
}, 60_000);
afterAll(() => bed?.stop());
beforeEach(async () => {
  await bed.clearRegister();
  emou = await bed.startEmou();
});
afterEach(async () => {
  for (const listener of listeners) listener.close();
  listeners = [];
  await emou.stop();
});

async function listen(lastEventId?: string): Promise<FeedListener> {
  const listener = await readFeed(emou.url, bed.gatewayGrant(), lastEventId);
  listeners.push(listener);
  return listener;
}
const idhs = () => bed.grant({ agency: 'IDHS' });
async function approve(dataset: string): Promise<{ readonly id: string; readonly revision: number }> {
  const { ids } = await askAccess(emou.url, bed.grant(), { datasets: [dataset] });
  const { approval, revision } = await askApproval(emou.url, idhs(), ids[0]);
  return { id: approval?.id ?? '', revision: revision ?? 0 };
}
async function revoke(id: string): Promise<number> {
  return (await askRevocation(emou.url, idhs(), id)).revision ?? 0;
}
async function first(listener: FeedListener, kinds: readonly FeedEvent['kind'][]): Promise<FeedEvent | undefined> {
  const deadline = Date.now() + 5_000;
  const found = () => listener.events.find(({ event }) => kinds.includes(event.kind))?.event;
  while (found() === undefined && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 5));
  return found();
}
const anything = ['snapshot', 'delta', 'heartbeat'] as const;

describe('a decision', () => {
  test('is sent as the one approval that it changes', async () => {
    await writeApprovals(bed, 20);
    const feed = await listen();
    await feed.snapshot((state) => state.revision === 1);
    const { id, revision } = await approve('snap.participation');
    await feed.snapshot((state) => state.revision === revision);
    const after = await revoke(id);
    await feed.snapshot((state) => state.revision === after);
    const deltas = feed.events.flatMap(({ event }) => (event.kind === 'delta' ? [event] : []));
    const summary = ({ base, revision: to, changed, removed }: FeedDelta) => [
      base,
      to,
      changed.map((approval) => approval.id),
      removed,
    ];
    expect(deltas.map(summary)).toEqual([
      [1, 2, [id], []],
      [2, 3, [], [id]],
    ]);
    expect(feed.events.filter(({ event }) => event.kind === 'snapshot')).toHaveLength(1);
    expect(feed.snapshots().at(-1)?.approvals).toHaveLength(20);
  });
});

describe('a reader that comes back', () => {
  test('receives only what it has missed: what has changed since, or that nothing has', async () => {
    const feed = await listen();
    const kept = await approve('snap.participation');
    const gone = await approve('snap.benefits');
    await feed.snapshot(({ revision }) => revision === gone.revision);
    const left = feed.lastEventId;
    feed.close();
    expect(await first(await listen(left), anything)).toMatchObject({ kind: 'heartbeat', revision: gone.revision });

    const revision = await revoke(gone.id);
    const added = await approve('snap.eligibility');
    expect(revision).toBe(gone.revision + 1);
    const delta = await first(await listen(left), anything);
    expect(delta).toMatchObject({ kind: 'delta', base: gone.revision, revision: added.revision, removed: [gone.id] });
    expect(delta?.kind === 'delta' ? delta.changed.map(({ id }) => id) : []).toEqual([added.id]);
    expect(delta?.kind === 'delta' && JSON.stringify(delta)).not.toContain(kept.id);
  });

  test.each([
    ['that names nothing', () => 'nothing at all'],
    ['of a revision that was never told', (id: string) => `${id.split('/')[0]}/99`],
    ['of another process', (id: string) => `00000000-0000-4000-8000-000000000000/${id.split('/')[1]}`],
  ])('with an id %s gets a snapshot', async (_, idOf) => {
    const feed = await listen();
    const { id, revision } = await approve('snap.participation');
    await feed.snapshot((state) => state.revision === revision);
    const event = await first(await listen(idOf(feed.lastEventId ?? '')), anything);
    expect(event).toMatchObject({ kind: 'snapshot', revision, approvals: { id: [id] } });
  });

  test('to a restarted emou gets a snapshot, because its catalog may differ', async () => {
    const feed = await listen();
    const { id } = await approve('snap.participation');
    await feed.snapshot(({ revision }) => revision === 1);
    const left = feed.lastEventId;
    await emou.stop();
    emou = await bed.startEmou();
    expect(await first(await listen(left), anything)).toMatchObject({
      kind: 'snapshot',
      approvals: { id: [id] },
    });
  });

  test('gets a snapshot after the index was rebuilt, and so do open connections', async () => {
    const feed = await listen();
    await approve('snap.participation');
    await feed.snapshot(({ revision }) => revision === 1);
    const left = feed.lastEventId;
    await bed.sql('update register set revision = 2, rebuilt_with = 2');
    await feed.snapshot(({ revision }) => revision === 2);
    expect(feed.events.filter(({ event }) => event.kind === 'snapshot')).toHaveLength(2);
    expect(await first(await listen(left), anything)).toMatchObject({ kind: 'snapshot', revision: 2 });
  });
});

test('many approvals come in parts that are signed one by one, and a change of too many as a snapshot', async () => {
  const end = await writeApprovals(bed, 2_100);
  // Histories were there before their index, so the feed has to notice that the two agree again.
  const feed = await eventually(
    () => listen().catch(() => undefined),
    (listener) => listener !== undefined,
  );
  if (feed === undefined) throw new Error('The feed does not respond.');
  const state = await feed.snapshot(() => true);
  expect(new Set(state.approvals.map(({ id }) => id)).size).toBe(2_100);
  const parts = feed.events.flatMap(({ event }) => (event.kind === 'snapshot' ? [event] : []));
  expect(parts.map(({ part, approvals }) => [part?.number, part?.of, approvals.id.length])).toEqual([
    [1, 3, 1_000],
    [2, 3, 1_000],
    [3, 3, 100],
  ]);
  // All of them end at once, without a move.
  bed.passTime(end.getTime() - bed.clock().getTime());
  const after = await feed.snapshot(({ revision }) => revision === 2);
  expect(after.approvals).toEqual([]);
  expect(feed.events.filter(({ event }) => event.kind === 'delta')).toEqual([]);
});
