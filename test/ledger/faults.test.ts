import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../harness/answer.ts';
import { eventually } from '../harness/eventually.ts';
import type { GatewayProcess } from '../harness/product/startProduct.ts';
import { idOf, startGateway } from '../harness/product/startProduct.ts';
import { recordsOf } from '../harness/recordsOf.ts';
import { fosterCare } from '../harness/requesters.ts';
import { type AnswerLoad, startAnswerLoad } from './harness/answerLoad.ts';
import { databaseProcesses, limitFileSize } from './harness/databaseProcesses.ts';
import { type FaultBed, startFaultBed } from './harness/faultBed.ts';

/** Kills of each kind; the README says how the whole number is run. */
const KILLS = Number(process.env.PERSON360_FAULT_KILLS ?? 2);
const CALLERS = 6;

let bed: FaultBed;
let gateway: GatewayProcess;
let load: AnswerLoad;
beforeAll(async () => {
  bed = await startFaultBed();
  gateway = await bed.startGateway();
}, 180_000);
afterAll(async () => {
  await gateway?.kill('SIGTERM');
  await bed?.stop();
}, 120_000);

beforeEach(() => {
  load = startAnswerLoad({
    url: () => gateway.url,
    token: bed.system.token(fosterCare, { lifetime: 36_000 }),
    personId: idOf('ward'),
    callers: CALLERS,
  });
});

afterEach(() => load.stop(), 60_000);

/** Resolves once answers come again. */
async function answersCome(withinMs = 30_000): Promise<void> {
  const before = load.answered.size;
  await eventually(
    async () => load.answered.size,
    (now) => now > before + CALLERS,
    withinMs,
  );
  expect(load.answered.size).toBeGreaterThan(before);
}

/** Every answer that reached a client has exactly one record; nothing else but refusals reached one; the log verifies. */
async function expectHeld(): Promise<void> {
  await answersCome();
  await load.stop();
  const records = await bed.records();
  const count = new Map<string, number>();
  for (const { request } of records) count.set(request, (count.get(request) ?? 0) + 1);
  expect([...load.answered].filter((request) => count.get(request) !== 1)).toEqual([]);
  expect([...count.values()].filter((times) => times !== 1)).toEqual([]);
  expect(load.odd).toEqual([]);
  expect([...load.codes].filter((code) => code !== 'AUDIT_UNAVAILABLE')).toEqual([]);
  expect([...load.statuses.keys()].filter((status) => ![0, 200, 503].includes(status))).toEqual([]);
  expect(await bed.verify()).toMatchObject({ ok: true, checkpoint: { size: await bed.size() } });
}

describe(`every answer that a client received has exactly one record, when (${KILLS} times)`, () => {
  test(
    'the gateway is killed',
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        await answersCome();
        await sleep(Math.random() * 300);
        await gateway.kill('SIGKILL');
        gateway = await bed.startGateway();
      }
      await expectHeld();
      expect(load.statuses.get(0)).toBeGreaterThan(0);
    },
    KILLS * 40_000 + 60_000,
  );

  test(
    'the database is killed',
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        await answersCome();
        await sleep(Math.random() * 300);
        process.kill(bed.database.postgres().pid, 'SIGKILL');
        await bed.database.restart();
      }
      await expectHeld();
    },
    KILLS * 40_000 + 60_000,
  );
});

describe('every answer that a client received has exactly one record, when', () => {
  test('one backend of the database is killed', async () => {
    await answersCome();
    await bed.database.asAdmin((admin) =>
      admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'gateway'`),
    );
    await expectHeld();
  }, 90_000);

  test('the database hangs: answers are withheld, and come when it goes on', async () => {
    await answersCome();
    const hung = databaseProcesses(bed.database.postgres().pid);
    try {
      for (const pid of hung) process.kill(pid, 'SIGSTOP');
      const { size } = load.answered;
      await eventually(
        async () => load.codes,
        (codes) => codes.has('AUDIT_UNAVAILABLE'),
        15_000,
      );
      expect(load.codes.has('AUDIT_UNAVAILABLE')).toBe(true);
      // An append in flight may have been committed before the stop.
      expect(load.answered.size - size).toBeLessThanOrEqual(CALLERS);
    } finally {
      for (const pid of hung) process.kill(pid, 'SIGCONT');
    }
    await expectHeld();
  }, 90_000);

  test('the disk is full: answers are withheld, and come when there is room', async () => {
    await answersCome();
    const processes = databaseProcesses(bed.database.postgres().pid);
    try {
      limitFileSize(processes, 8_192);
      await eventually(
        async () => load.codes,
        (codes) => codes.has('AUDIT_UNAVAILABLE'),
        20_000,
      );
      expect(load.codes.has('AUDIT_UNAVAILABLE')).toBe(true);
    } finally {
      limitFileSize(databaseProcesses(bed.database.postgres().pid), 'unlimited');
      // A write to the write-ahead log that fails stops the server.
      await bed.database.restart();
    }
    await expectHeld();
  }, 120_000);

  test('the connection is cut between COMMIT and its reply, and before it, again and again', async () => {
    for (let cut = 0; cut < 10; cut++) {
      await answersCome();
      bed.proxy.cutAtNext(cut % 2 === 0 ? 'reply' : 'request');
    }
    await expectHeld();
    expect(bed.proxy.cuts).toBeGreaterThanOrEqual(9);
  }, 120_000);

  test('another gateway takes the tree: the first shows nothing that it cannot record', async () => {
    await answersCome();
    const first = gateway;
    const second = await bed.startGateway();
    // The second has taken the tree as if the first had been restarted; the first takes it back, and so on: whoever has
    // it records, and the other withholds.
    await answersCome();
    gateway = second;
    await answersCome();
    await first.kill('SIGKILL');
    await expectHeld();
  }, 120_000);
});

test('while the queue is full no agency is asked, and who waits in it is answered when the database goes on', async () => {
  await load.stop();
  const { system, database } = bed;
  const origin = 'ledger.test/full';
  const beside = await startGateway(system, {
    ledger: {
      kind: 'on',
      connectionString: database.writerUrl(),
      origin,
      holder: 'full',
      signingKey: system.ledger.signingKey,
      pseudonymKey: system.ledger.pseudonymKeys[0],
      // Room for one of these requests, which waits for as long as the test does.
      limits: { maxQueuedEntries: 64, appendTimeoutMs: 60_000 },
      statementTimeoutMs: 60_000,
    },
  });
  // One record each, for persons who do not exist too.
  const ids = [idOf('ward'), ...Array.from({ length: 39 }, () => randomUUID())];
  const ask = () => beside.ask(fosterCare, 'query ($ids: [ID!]!) { persons(ids: $ids) { birthDate } }', { ids });
  try {
    await beside.ready;
    const normal = await system.recordedDuring(ask);
    expect(normal.result.status).toBe(200);
    expect(normal.requests.length).toBeGreaterThan(0);

    const hung = databaseProcesses(database.postgres().pid);
    const first: Promise<Answer>[] = [];
    try {
      for (const pid of hung) process.kill(pid, 'SIGSTOP');
      first.push(ask(), ask());
      // Of two that come at once one is in the queue when the other is refused.
      expect((await Promise.race(first)).status).toBe(503);
      const { result, requests } = await system.recordedDuring(async () => [await ask(), await ask(), await ask()]);
      const refused = [503, undefined, ['AUDIT_UNAVAILABLE']];
      expect(result.map(({ status, data, codes }) => [status, data, codes])).toEqual([refused, refused, refused]);
      expect(requests).toEqual([]);
    } finally {
      for (const pid of hung) process.kill(pid, 'SIGCONT');
    }
    const answers = await Promise.all(first);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 503]);
    const answered = [normal.result, ...answers.filter(({ status }) => status === 200), await ask()];
    expect(answered.map(({ status }) => status)).toEqual([200, 200, 200]);
    const recorded = new Set((await recordsOf(database.readerUrl(), origin)).map(({ request }) => request));
    expect(recorded).toEqual(new Set(answered.map(({ headers }) => headers.get('x-request-id'))));
  } finally {
    await beside.stop();
  }
}, 90_000);
