import { generateKeyPairSync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Ledger } from '../append/appender.ts';
import type { LedgerState } from '../append/appendState.ts';
import { canonicalJson } from '../canonicalJson.ts';
import { LedgerUnavailable } from '../ledgerErrors.ts';
import { type LedgerOptions, openLedger } from '../openLedger.ts';
import { type CuttableProxy, startCuttableProxy } from './cuttableProxy.ts';
import { expectHeld } from './expectHeld.ts';
import { type LedgerDatabase, startLedgerDatabase } from './ledgerDatabase.ts';
import { startLoad, storedBodies } from './recordedLoad.ts';
import { verifyStored } from './verifiedExport.ts';

const { privateKey: signingKey } = generateKeyPairSync('ed25519');

let database: LedgerDatabase;
let proxy: CuttableProxy;

beforeAll(async () => {
  database = await startLedgerDatabase();
  proxy = await startCuttableProxy(() => database.postgres().port);
}, 60_000);

afterAll(async () => {
  await proxy.close();
  await database.stop();
}, 60_000);

const throughProxy = (): string => {
  const url = new URL(database.writerUrl());
  url.port = `${proxy.port}`;
  return url.href;
};

const open = (origin: string, options: Partial<LedgerOptions> = {}): Promise<Ledger> =>
  openLedger({ connectionString: throughProxy(), origin, holder: 'gateway-1', signingKey, ...options });

describe('the connection is cut', () => {
  test('between COMMIT and its reply: acknowledged all the same, and recorded once', async () => {
    const ledger = await open('ledger.example.gov/cut-reply');
    const { cuts } = proxy;
    proxy.cutAtNext('reply');
    const { firstIndex } = await ledger.append([{ body: '{"n":1}', time: new Date(), indexes: {} }]);
    expect(proxy.cuts).toBe(cuts + 1);
    expect(firstIndex).toBe(0);
    expect(await storedBodies(database, ledger.origin)).toEqual(['{"n":1}']);
    await ledger.close();
  });

  test('before the statement arrives: sent again, and recorded once', async () => {
    const ledger = await open('ledger.example.gov/cut-request');
    proxy.cutAtNext('request');
    await ledger.append([{ body: '{"n":1}', time: new Date(), indexes: {} }]);
    expect(await storedBodies(database, ledger.origin)).toEqual(['{"n":1}']);
    await ledger.close();
  });

  test('again and again under load, on both sides', async () => {
    const ledger = await open('ledger.example.gov/cut-load', { limits: { appendTimeoutMs: 20_000 } });
    const load = startLoad(() => ledger, 'cuts', 40);
    const before = proxy.cuts;
    for (let round = 0; round < 30; round += 1) {
      await sleep(Math.random() * 20);
      proxy.cutAtNext(round % 2 === 0 ? 'reply' : 'request');
      while (proxy.cuts - before <= round) await sleep(5);
    }
    await load.stop();
    expect(proxy.cuts - before).toBe(30);
    expect(load.refused).toEqual([]);
    await expectHeld(database, ledger, load);
    await ledger.close();
  });
});

describe('the database', () => {
  test('hangs: callers are refused in time, nothing is lost when it goes on', async () => {
    const states: LedgerState[] = [];
    const ledger = await open('ledger.example.gov/hang', {
      statementTimeoutMs: 300,
      limits: { appendTimeoutMs: 600 },
      onStateChange: (state) => states.push(state),
    });
    const load = startLoad(() => ledger, 'hang', 8);
    await sleep(200);
    proxy.hold(true);
    await sleep(1_500);
    const refusedMeanwhile = [...load.refused];
    proxy.hold(false);
    await sleep(1_500);
    const held = load.acknowledged.size;
    await sleep(300);
    await load.stop();
    expect(refusedMeanwhile.length).toBeGreaterThan(0);
    for (const error of refusedMeanwhile) expect(error).toBeInstanceOf(LedgerUnavailable);
    expect(load.acknowledged.size).toBeGreaterThan(held);
    expect(states.slice(0, 2)).toEqual(['recovering', 'open']);
    await expectHeld(database, ledger, load);
    await ledger.close();
  });

  test('is killed with SIGKILL under load, ten times: every acknowledged entry is there exactly once', async () => {
    const ledger = await open('ledger.example.gov/kill', { limits: { appendTimeoutMs: 20_000 } });
    const load = startLoad(() => ledger, 'kill', 40);
    for (let round = 0; round < 10; round += 1) {
      await sleep(100 + Math.random() * 400);
      const acknowledged = load.acknowledged.size;
      process.kill(database.postgres().pid, 'SIGKILL');
      await database.restart();
      while (load.acknowledged.size === acknowledged) await sleep(20);
    }
    await load.stop();
    await expectHeld(database, ledger, load);
    await ledger.close();
  }, 120_000);

  test('rejects a batch: its callers get an error, and the ledger continues', async () => {
    const ledger = await open('ledger.example.gov/refused');
    await ledger.append([{ body: '{"n":1}', time: new Date(), indexes: {} }]);
    await database.asAdmin((admin) =>
      admin.query(`alter table ledger.entry add constraint for_test check (requester <> 'unwanted')`),
    );
    const refused = ledger.append([{ body: '{"n":2}', time: new Date(), indexes: { requester: 'unwanted' } }]);
    await expect(refused).rejects.toMatchObject({ name: 'LedgerUnavailable', outcome: 'not-recorded' });
    await database.asAdmin((admin) => admin.query('alter table ledger.entry drop constraint for_test'));
    await ledger.append([{ body: '{"n":3}', time: new Date(), indexes: {} }]);
    expect(await storedBodies(database, ledger.origin)).toEqual(['{"n":1}', '{"n":3}']);
    expect(await verifyStored(database, ledger.origin, ledger.verifierKey)).toMatchObject({ ok: true });
    await ledger.close();
  });

  test('refuses a batch behind which another is sent: that one follows what was there before', async () => {
    const ledger = await open('ledger.example.gov/behind');
    await database.asAdmin((admin) =>
      admin.query(`alter table ledger.entry add constraint for_test check (requester <> 'unwanted')`),
    );
    const bodies = Array.from({ length: 200 }, (_, n) => canonicalJson({ n }));
    const outcomes = await Promise.allSettled(
      bodies.map((body, n) =>
        ledger.append([{ body, time: new Date(), indexes: n === 3 ? { requester: 'unwanted' } : {} }]),
      ),
    );
    await database.asAdmin((admin) => admin.query('alter table ledger.entry drop constraint for_test'));
    const recorded = bodies.filter((_, n) => outcomes[n]?.status === 'fulfilled');
    expect(recorded).toEqual(bodies.slice(-recorded.length));
    expect(recorded.length).toBe(100);
    expect(await storedBodies(database, ledger.origin)).toEqual(recorded);
    expect(await verifyStored(database, ledger.origin, ledger.verifierKey)).toMatchObject({ ok: true });
    await ledger.close();
  });

  test('is away when the ledger is closed: closing still ends', async () => {
    const ledger = await open('ledger.example.gov/closing', { statementTimeoutMs: 300 });
    proxy.hold(true);
    const appended = ledger.append([{ body: '{"n":1}', time: new Date(), indexes: {} }]);
    const outcome = expect(appended).rejects.toMatchObject({ name: 'LedgerUnavailable', outcome: 'unknown' });
    await sleep(500);
    await ledger.close();
    await outcome;
    proxy.hold(false);
    expect(ledger.hasRoomFor(1)).toBe(false);
  });

  test('loses one backend: the ledger goes on', async () => {
    const ledger = await open('ledger.example.gov/backend');
    const load = startLoad(() => ledger, 'backend', 40);
    for (let round = 0; round < 10; round += 1) {
      await sleep(60);
      await database.asAdmin((admin) =>
        admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gateway'`),
      );
    }
    await load.stop();
    expect(load.refused).toEqual([]);
    await expectHeld(database, ledger, load);
    await ledger.close();
  });

  test('comes back with fsync off: nothing more is recorded', async () => {
    const ledger = await open('ledger.example.gov/fsync', { limits: { appendTimeoutMs: 800 } });
    await ledger.append([{ body: '{"n":1}', time: new Date(), indexes: {} }]);
    await database.asAdmin((admin) => admin.query('alter system set fsync = off'));
    await database.asAdmin((admin) => admin.query('select pg_reload_conf()'));
    await database.asAdmin((admin) =>
      admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gateway'`),
    );
    await expect(ledger.append([{ body: '{"n":2}', time: new Date(), indexes: {} }])).rejects.toThrow(
      LedgerUnavailable,
    );
    await expect(open('ledger.example.gov/fsync-2')).rejects.toThrow('the database runs with fsync off');
    await database.asAdmin((admin) => admin.query('alter system reset fsync'));
    await database.asAdmin((admin) => admin.query('select pg_reload_conf()'));
    await ledger.close();
    expect(await storedBodies(database, ledger.origin)).toEqual(['{"n":1}']);
  });
});

test('a clock that steps backwards, or far ahead, costs no entry and no order', async () => {
  const ledger = await open('ledger.example.gov/clock');
  const times = ['2026-03-01T00:00:01Z', '2026-02-28T23:59:59Z', '2099-01-01T00:00:00Z', '2019-06-01T00:00:00Z'];
  for (const [n, time] of times.entries()) {
    await ledger.append([{ body: `{"n":${n}}`, time: new Date(time), indexes: {} }]);
  }
  expect(await storedBodies(database, ledger.origin)).toEqual(['{"n":0}', '{"n":1}', '{"n":2}', '{"n":3}']);
  const { rows } = await database.asAdmin((admin) =>
    admin.query<{ month: string; recorded_at: Date }>(
      `select e.month::text, e.recorded_at from ledger.entry e join ledger.tree t using (tree_id)
       where origin = $1 order by leaf_index`,
      [ledger.origin],
    ),
  );
  expect(rows.map(({ recorded_at }) => recorded_at)).toEqual(times.map((time) => new Date(time)));
  const months = rows.map(({ month }) => month);
  expect([...months].sort()).toEqual(months);
  expect(months[0]).toBe('2026-03-01');
  expect((months[3] ?? '') < '2090').toBe(true);
  expect(await verifyStored(database, ledger.origin, ledger.verifierKey)).toMatchObject({ ok: true });
  await ledger.close();
});
