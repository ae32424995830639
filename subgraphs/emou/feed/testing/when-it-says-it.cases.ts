import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { askAccess, askApproval } from '../../testing/askEmou.ts';
import type { KnownState } from '../../testing/readFeed.ts';
import { writeApprovals } from '../../testing/writeApprovals.ts';
import { approve, bed, listen, pause, revoke, start, stopAll } from './listeners.ts';

async function dueMoment(): Promise<Date> {
  const [row] = await bed.sql<{ at: Date }>("select ends_at as at from agreement_phase where status = 'SUBMITTED'");
  if (row === undefined) throw new Error('No request waits for an answer.');
  return row.at;
}
const holds = (id: string) => (snapshot: KnownState) => snapshot.approvals.some((approval) => approval.id === id);

describe('when it says it', () => {
  test('approvals and revocations reach the readers of every process', async () => {
    const [here, there] = [await start(), await start()];
    const feeds = [await listen(here), await listen(there)];
    const id = await approve(here);
    for (const feed of feeds) expect((await feed.snapshot(holds(id))).revision).toBe(1);
    const { revision } = await revoke(there, id);
    for (const feed of feeds) {
      expect((await feed.snapshot((snapshot) => snapshot.revision === revision)).approvals).toEqual([]);
    }
  });

  test('an acknowledged revocation is at every reader within a fraction of a second', async () => {
    const [here, there] = [await start(), await start()];
    const feed = await listen(there);
    const delays: number[] = [];
    for (let round = 0; round < 20; round++) {
      const id = await approve(here);
      await feed.snapshot(holds(id));
      const { revision } = await revoke(here, id);
      const acknowledged = Date.now();
      await feed.snapshot((snapshot) => snapshot.revision === revision);
      const pushed = feed.events.find(({ event }) => event.kind === 'delta' && event.revision === revision);
      delays.push((pushed?.at ?? Number.POSITIVE_INFINITY) - acknowledged);
    }
    delays.sort((a, b) => a - b);
    expect(delays[10]).toBeLessThan(500);
    expect(delays[19]).toBeLessThan(2_000);
  });

  test('an approval drops out at the instant of its end, not at the next heartbeat', async () => {
    const url = await start({ heartbeatMs: 3_000 });
    const feed = await listen(url);
    const end = new Date(Date.now() + 1_500);
    const id = await approve(url, 'snap.participation', end.toISOString());
    await feed.snapshot(holds(id));
    const { revision } = await feed.snapshot((snapshot) => snapshot.revision === 2 && snapshot.approvals.length === 0);
    const gone = feed.events.find(
      ({ event }) => event.kind === 'delta' && event.revision === revision && event.removed.includes(id),
    );
    expect((gone?.at ?? 0) - end.getTime()).toBeGreaterThanOrEqual(0);
    expect((gone?.at ?? 0) - end.getTime()).toBeLessThan(1_000);
  });

  test('silence is pushed at the due instant by every process, and counted once', async () => {
    const [here, there] = [await start({ heartbeatMs: 100 }), await start({ heartbeatMs: 100 })];
    const feeds = [await listen(here), await listen(there)];
    const { ids } = await askAccess(here, bed.grant());
    const due = await dueMoment();
    const jump = due.getTime() - bed.clock().getTime() - 1_500;
    bed.passTime(jump);
    try {
      await pause(500);
      expect(feeds.flatMap((feed) => feed.snapshots()).every(({ approvals }) => approvals.length === 0)).toBe(true);
      for (const feed of feeds) {
        const snapshot = await feed.snapshot(holds(ids[0] ?? ''));
        expect(snapshot.revision).toBe(1);
        expect(snapshot.approvals[0]?.validFrom).toBe(due.toISOString());
      }
      const pushed = feeds.map((feed) => feed.events.find(({ event }) => event.revision === 1)?.at ?? 0);
      for (const at of pushed) {
        expect(at + jump - due.getTime()).toBeGreaterThanOrEqual(0);
        expect(at + jump - due.getTime()).toBeLessThan(1_000);
      }
    } finally {
      bed.passTime(-jump);
    }
  });

  test('silence that fell while no process was running is in the first snapshot, with its revision', async () => {
    const before = await bed.startEmou();
    const { ids } = await askAccess(before.url, bed.grant());
    await before.stop();
    const month = 30 * 86_400_000;
    bed.passTime(month);
    try {
      const snapshot = await (await listen(await start())).snapshot(() => true);
      expect([snapshot.revision, snapshot.approvals.map(({ id }) => id)]).toEqual([1, ids]);
    } finally {
      bed.passTime(-month);
    }
  });

  test('conditions and transforms are in the feed, and let through to what other approvals must open too', async () => {
    const url = await start();
    const fields = ['MedicaidCoverage.status', 'MedicaidCoverage.coverageStart'];
    const { ids } = await askAccess(url, bed.grant(), {
      datasets: ['medicaid.enrollment'],
      fields,
      transforms: [{ field: fields[1], transform: 'MONTH' }],
      conditions: [['WARD'], ['CONSENT', 'CASELOAD']],
    });
    await askApproval(url, bed.grant({ agency: 'HFS' }), ids[0]);
    const [approval] = (await (await listen(url)).snapshot(() => true)).approvals;
    const conditions = [['WARD'], ['CONSENT', 'CASELOAD']];
    expect(approval?.fields?.slice(0, 2)).toEqual([
      { field: fields[0], conditions },
      { field: fields[1], transform: 'MONTH', conditions },
    ]);
    const through = approval?.fields?.slice(2) ?? [];
    expect(through).toContainEqual({ field: 'MedicaidCoverage.diagnoses', conditions });
    expect(through.map(({ field }) => field)).not.toContain('MedicaidCoverage.hivDiagnoses');
    expect(through.map(({ field }) => field)).not.toContain('MedicaidCoverage.eligibilityGroup');
  });

  test('a request alone changes nothing in the feed', async () => {
    const url = await start();
    const feed = await listen(url);
    await askAccess(url, bed.grant());
    await pause(200);
    expect(feed.snapshots()).toHaveLength(1);
  });
});

describe('when something is broken', () => {
  const withSuperuser = async (...statements: readonly string[]): Promise<void> => {
    const client = new pg.Client({ connectionString: bed.postgres.superuserUrl() });
    await client.connect();
    for (const statement of statements) await client.query(statement);
    await client.end();
  };
  const cutFeed =
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'emou approval feed'";

  test('a cut listening connection is opened again, and no change is lost', async () => {
    const url = await start({ heartbeatMs: 100 });
    const feed = await listen(url);
    await withSuperuser(cutFeed);
    const id = await approve(url);
    expect((await feed.snapshot(holds(id))).revision).toBe(1);
    expect(feed.ended).toBe(false);
  });

  test('a change whose notification was lost comes with the next heartbeat', async () => {
    const url = await start({ heartbeatMs: 100 });
    const feed = await listen(url);
    await bed.sql('update register set revision = 7');
    expect((await feed.snapshot(({ revision }) => revision === 7)).revision).toBe(7);
  });

  test('without its database the feed is silent, and speaks again afterwards', async () => {
    const url = await start({ heartbeatMs: 50 });
    const feed = await listen(url);
    await withSuperuser('alter database emou ALLOW_CONNECTIONS false', cutFeed);
    try {
      await pause(200);
      const heard = feed.events.length;
      await pause(500);
      expect(feed.events).toHaveLength(heard);
      expect(
        (await fetch(new URL('/feed', url), { headers: { authorization: `Bearer ${bed.gatewayGrant()}` } })).status,
      ).toBe(503);
      expect(bed.log.filter(({ event }) => event.startsWith('The feed sends no approvals'))).toHaveLength(1);
    } finally {
      await withSuperuser('alter database emou ALLOW_CONNECTIONS true');
    }
    const heard = feed.events.length;
    while (feed.events.length === heard) await pause(20);
    expect(bed.log.filter(({ event }) => event === 'The feed sends approvals again.')).toHaveLength(1);
  });

  test('a register that went back to an older revision is not vouched for', async () => {
    const url = await start({ heartbeatMs: 50 });
    await bed.sql('update register set revision = 9');
    const feed = await listen(url);
    await bed.sql('update register set revision = 3');
    await pause(200);
    const heard = feed.events.length;
    await pause(300);
    expect(feed.events).toHaveLength(heard);
    expect(feed.events.every(({ event }) => event.revision === 9)).toBe(true);
  });

  test('a reader that does not read is cut off, the others are served', async () => {
    // More in total than a machine's sockets buffer. Written before emou starts, because half of it would be a
    // difference.
    await writeApprovals(bed, 2_000);
    const url = await start({ heartbeatMs: 100, drainMs: 300 });
    const { hostname, port } = new URL(url);
    const slow = connect(Number(port), hostname);
    const cut = new Promise((resolve) => slow.once('close', resolve));
    // A connection cut with unread bytes may end in a reset.
    slow.on('error', () => undefined);
    slow.write(`GET /feed HTTP/1.1\r\nhost: emou\r\nauthorization: Bearer ${bed.gatewayGrant()}\r\n\r\n`);
    slow.pause();
    const feed = await listen(url);
    for (let revision = 1; revision <= 16; revision++) {
      // Rebuilding the index makes the feed publish everything again.
      await bed.sql('update register set revision = $1, rebuilt_with = $1', [revision]);
      while (!feed.events.some(({ event }) => event.revision === revision)) await pause(5);
    }
    await pause(600);
    slow.resume();
    await cut;
    expect(feed.ended).toBe(false);
  }, 180_000);

  test('no more readers than allowed', async () => {
    const url = await start({ maxReaders: 1 });
    const feed = await listen(url);
    await feed.snapshot(() => true);
    await expect(listen(url)).rejects.toThrow('503');
    feed.close();
    await pause(100);
    await listen(url);
  });

  test('a stop ends every connection at once', async () => {
    const url = await start();
    const feed = await listen(url);
    await feed.snapshot(() => true);
    const begun = Date.now();
    await stopAll();
    expect(Date.now() - begun).toBeLessThan(5_000);
    await pause(50);
    expect(feed.ended).toBe(true);
  });
});
