import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { snapSubgraph } from '../../snap/subgraph.ts';
import { grantClaims } from '../testing/grantIssuer.ts';
import { startTestSystems, type TestSystem, type TestSystems } from '../testing/testSystems.ts';

const PERSONS = 40;
const rows = `
  insert into snap_case select 'C' || i, 'ACTIVE', 'S' || i, '2026-06-01', '2027-05-31', '2027-05-01', null, true,
    'Office ' || i, i, 1, 'EMPLOYER', 1, 'EMPLOYER', 0, true from generate_series(0, ${PERSONS - 1}) i;
  insert into client select 'S' || i, 'C' || i, true, 'EXEMPT', 0, false, null, false
    from generate_series(0, ${PERSONS - 1}) i;`;
const entities = (selection: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${selection} } } }`;
const persons = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ __typename: 'Person', snapClientId: `S${index}` }));
const datasets = ['snap.participation'];

describe('a system', () => {
  let systems: TestSystems;
  let snap: TestSystem;
  let watcher: pg.Client;
  beforeAll(async () => {
    systems = await startTestSystems();
    const limits = { maxObjects: 100, maxResponseBytes: 20_000, statementTimeoutMs: 60_000, maxConnections: 2 };
    snap = await systems.start(snapSubgraph, rows, { limits });
    watcher = new pg.Client({ connectionString: snap.databaseUrl });
    await watcher.connect();
  }, 60_000);
  afterAll(async () => {
    await watcher?.end();
    await systems.stop();
  });
  beforeEach(() => {
    systems.statements.length = 0;
  });

  test('answers RESPONSE_TOO_LARGE and nothing else once a response has more objects than allowed', async () => {
    // Counts an entity and its record for each person.
    expect((await snap.ask(datasets, entities('snap { office }'), { r: persons(PERSONS) })).codes).toEqual([]);
    const many = Array.from({ length: 60 }, (_, alias) => `a${alias}: snap { office }`).join(' ');
    const answer = await snap.ask(datasets, entities(many), { r: persons(PERSONS) });
    expect([answer.status, answer.codes, answer.data]).toEqual([200, ['RESPONSE_TOO_LARGE'], undefined]);
    expect(answer.text).toMatch(/at most 100 objects or 20000 bytes/);
  });

  test('answers RESPONSE_TOO_LARGE once a response has more bytes than allowed', async () => {
    const wide = Array.from({ length: 60 }, (_, alias) => `a${alias}: office`).join(' ');
    const answer = await snap.ask(datasets, entities(`snap { ${wide} }`), { r: persons(PERSONS) });
    expect([answer.status, answer.codes, answer.data]).toEqual([200, ['RESPONSE_TOO_LARGE'], undefined]);
  });

  /** Counts the statements that wait in PostgreSQL for the lock. */
  async function waiting(): Promise<number> {
    const { rows: found } = await watcher.query(
      `select count(*)::int as count from pg_stat_activity where application_name = 'person360-snap' and wait_event_type = 'Lock'`,
    );
    return found[0].count;
  }
  async function until(count: number): Promise<void> {
    const deadline = Date.now() + 10_000;
    while ((await waiting()) !== count) {
      if (Date.now() > deadline) throw new Error(`There are ${await waiting()} statements instead of ${count}.`);
      await sleep(20);
    }
  }
  function send(signal: AbortSignal, number: string): Promise<unknown> {
    const grant = systems.issuer.sign(grantClaims('snap', datasets, systems.now));
    return fetch(snap.running.url, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${grant}` },
      body: JSON.stringify({
        query: entities('snap { office }'),
        variables: { r: [{ __typename: 'Person', snapClientId: number }] },
      }),
    }).then(
      (response) => response.json(),
      (error: Error) => error.name,
    );
  }

  test('cancels the statement of a caller who has gone, and keeps the connection', async () => {
    const locker = new pg.Client({ connectionString: snap.databaseUrl });
    await locker.connect();
    await locker.query('begin; lock table client in access exclusive mode');
    try {
      const gone = new AbortController();
      const abandoned = send(gone.signal, 'S1');
      await until(1);
      gone.abort();
      expect(await abandoned).toBe('AbortError');
      await until(0);
      expect(systems.log.filter(({ level }) => level === 'error')).toEqual([]);
    } finally {
      await locker.query('rollback');
      await locker.end();
    }
    expect((await snap.ask(datasets, entities('snap { office }'), { r: persons(1) })).data).toMatchObject({
      _entities: [{ snap: { office: 'Office 0' } }],
    });
  });

  test('does not cancel a statement that another request still waits for', async () => {
    const locker = new pg.Client({ connectionString: snap.databaseUrl });
    await locker.connect();
    await locker.query('begin; lock table client in access exclusive mode');
    const gone = new AbortController();
    const first = send(AbortSignal.timeout(20_000), 'S1');
    await until(1);
    // These two share the next statement.
    const abandoned = send(gone.signal, 'S2');
    const patient = send(AbortSignal.timeout(20_000), 'S3');
    await sleep(200);
    gone.abort();
    await abandoned;
    await locker.query('rollback');
    await locker.end();
    expect(await first).toMatchObject({ data: { _entities: [{ snap: { office: 'Office 1' } }] } });
    expect(await patient).toMatchObject({ data: { _entities: [{ snap: { office: 'Office 3' } }] } });
  });
});
