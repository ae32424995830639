import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { snapSubgraph } from '../../snap/subgraph.ts';
import { startTestSystems, type TestSystem, type TestSystems } from '../testing/testSystems.ts';

const numbers = Array.from({ length: 40 }, (_, index) => `S${index}`);
const rows = `
  insert into snap_case select 'C' || i, 'ACTIVE', 'S' || i, '2026-06-01', '2027-05-31', '2027-05-01', null, true,
    'Office ' || i, i, 1, 'EMPLOYER', 1, 'EMPLOYER', 0, true from generate_series(0, 39) i;
  insert into client select 'S' || i, 'C' || i, true, 'EXEMPT', 0, false, null, false
    from generate_series(0, 39) i;`;
const query = `query ($id: ID) { _entities(representations: [{ __typename: "Person", snapClientId: $id }]) {
  ... on Person { snap { office monthlyAllotment } } } }`;
const everything = ['snap.participation', 'snap.benefits'];
const withoutBenefits = ['snap.participation'];
const nothing: readonly string[] = [];

describe('requests that read the same at the same time', () => {
  let systems: TestSystems;
  let snap: TestSystem;
  beforeAll(async () => {
    systems = await startTestSystems();
    snap = await systems.start(snapSubgraph, rows, { limits: { statementTimeoutMs: 2_000 } });
  }, 60_000);
  afterAll(() => systems.stop());
  beforeEach(() => {
    systems.statements.length = 0;
  });

  const ask = (datasets: readonly string[], number: string) => snap.ask(datasets, query, { id: number });
  const shown = (number: string, allotment: boolean) => {
    const index = Number(number.slice(1));
    return { _entities: [{ snap: { office: `Office ${index}`, monthlyAllotment: allotment ? index : null } }] };
  };

  /** Locks the table meanwhile, so that a statement already sent stays in flight. */
  async function whileLocked(work: () => Promise<void>): Promise<void> {
    const client = new pg.Client({ connectionString: snap.databaseUrl });
    await client.connect();
    try {
      await client.query('begin; lock table client in access exclusive mode');
      await work();
      await client.query('rollback');
    } finally {
      await client.end();
    }
  }

  test('share statements, and each is answered for its own person under its own grant', async () => {
    const grants = [everything, withoutBenefits, nothing];
    let answers: ReturnType<typeof ask>[] = [];
    await whileLocked(async () => {
      answers = numbers.map((number, index) => ask(grants[index % 3] ?? nothing, number));
      await sleep(300);
    });
    for (const [index, answer] of (await Promise.all(answers)).entries()) {
      const number = numbers[index] ?? '';
      switch (grants[index % 3]) {
        case everything:
          expect(answer).toMatchObject({ codes: [], data: shown(number, true) });
          break;
        case withoutBenefits:
          expect(answer).toMatchObject({ codes: ['FORBIDDEN_FIELD'], data: shown(number, false) });
          break;
        default:
          expect(answer).toMatchObject({ codes: ['FORBIDDEN_FIELD'], data: { _entities: [{ snap: null }] } });
      }
    }
    // Two if all arrive while the lock is held, which a slow machine cannot guarantee.
    expect(systems.statements.length).toBeLessThan(numbers.length);
  });

  test('who asks after a statement has left reads what was written since', async () => {
    const held: { first?: ReturnType<typeof ask>; second?: ReturnType<typeof ask> } = {};
    const client = new pg.Client({ connectionString: snap.databaseUrl });
    await client.connect();
    await client.query('begin; lock table client in access exclusive mode');
    held.first = ask(everything, 'S7');
    while (systems.statements.length === 0) await sleep(5);
    held.second = ask(everything, 'S7');
    await client.query(`update snap_case set office = 'Moved' where case_number = 'C7'; commit`);
    await client.end();
    await held.first;
    expect(systems.statements).toHaveLength(2);
    expect((await held.second).data).toMatchObject({ _entities: [{ snap: { office: 'Moved' } }] });
    await (async () => undefined)();
  });

  test('a statement that fails does not fail requests that came later', async () => {
    let late: ReturnType<typeof ask> | undefined;
    await whileLocked(async () => {
      const early = ask(everything, 'S1');
      while (systems.statements.length === 0) await sleep(5);
      late = ask(everything, 'S2');
      expect((await early).codes).toEqual(['DATABASE_TIMEOUT']);
    });
    expect(await late).toMatchObject({ codes: [], data: shown('S2', true) });
  });

  test('a request with more keys than fit into a shared statement gets its own', async () => {
    const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { snap { office } } } }';
    const many = Array.from({ length: 1_500 }, (_, index) => ({ __typename: 'Person', snapClientId: `S${index}` }));
    const answer = await snap.ask(everything, entities, { r: many });
    expect(answer.codes).toEqual([]);
    expect((answer.data as { _entities: readonly unknown[] })._entities.filter((each) => each !== null)).toHaveLength(
      numbers.length,
    );
    expect(systems.statements).toEqual(['snap.participations']);
  });
});
