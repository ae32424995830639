import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  checkNext,
  type IndexProblem,
  NOTHING_CHECKED,
  openLedger,
  type ReadIndexes,
  readTreesToCheck,
} from '../index.ts';
import { type LedgerDatabase, startLedgerDatabase } from './ledgerDatabase.ts';

const ENTRIES = 9_000;
const TIME = new Date('2026-03-02T08:00:00Z');

/** Bodies in this test contain their own columns. */
const readIndexes: ReadIndexes = (body) => {
  const { kind, requester } = JSON.parse(body.toString('utf8')) as { kind: string; requester: string }; // written below
  return { kind, requester, time: TIME, sets: { dataset: undefined, approval: undefined } };
};

let database: LedgerDatabase;
beforeAll(async () => {
  database = await startLedgerDatabase();
  const signingKey = generateKeyPairSync('ed25519').privateKey;
  const options = { connectionString: database.writerUrl(), origin: 'ledger.test/index', holder: 'test', signingKey };
  const ledger = await openLedger(options);
  for (let first = 0; first < ENTRIES; first += 500) {
    const entries = Array.from({ length: 500 }, (_, at) => {
      const indexes = { kind: `kind-${at % 3}`, requester: `requester-${(first + at) % 50}` };
      return { body: JSON.stringify({ n: first + at, ...indexes }), time: TIME, indexes };
    });
    await ledger.append(entries);
  }
  await ledger.close();
  // The writer posts full blocks in parallel with appending; here all of them must exist.
  await database.asAdmin((admin) => admin.query('select ledger.post_block(1), ledger.post_block(1)'));
}, 60_000);
afterAll(() => database?.stop(), 60_000);

async function check(): Promise<readonly IndexProblem[]> {
  return database.asAdmin(async (admin) => {
    const [tree] = await readTreesToCheck(admin);
    if (tree === undefined) throw new Error('The tree is missing.');
    const problems: IndexProblem[] = [];
    for (let progress = NOTHING_CHECKED; progress.through < tree.size; ) {
      const next = await checkNext(admin, tree, progress, 1_000, readIndexes);
      problems.push(...next.problems);
      progress = next.progress;
    }
    return problems;
  });
}

/** Runs the SQL with the triggers disabled, runs the check, and rolls everything back. */
async function afterTampering(table: string, sql: string): Promise<readonly IndexProblem[]> {
  return database.asAdmin(async (admin) => {
    await admin.query(`create temp table kept as select * from ledger.${table}`);
    await admin.query('set session_replication_role = replica');
    await admin.query(`alter table ledger.${table} disable trigger append_only`);
    await admin.query(sql);
    try {
      return await check();
    } finally {
      await admin.query(`delete from ledger.${table}; insert into ledger.${table} select * from kept; drop table kept`);
      await admin.query(`alter table ledger.${table} enable always trigger append_only`);
    }
  });
}

test('postings and columns as the writer left them agree with the entries', async () => {
  expect(await check()).toEqual([]);
});

test.each([
  [
    'a posting that leads elsewhere',
    'posting',
    `update ledger.posting set places[1] = 4095 where key = 'requester:requester-7' and block = 1`,
  ],
  ['a posting that is gone', 'posting', `delete from ledger.posting where key = 'requester:requester-7' and block = 1`],
  [
    'a posting that is there twice',
    'posting',
    `insert into ledger.posting select * from ledger.posting where key = 'requester:requester-7' and block = 1`,
  ],
  [
    'a posting that claims another time',
    'posting',
    `update ledger.posting set last_at = '1999-01-01Z' where key = 'requester:requester-7' and block = 1`,
  ],
])('%s is found, with its block', async (_, table, sql) => {
  const what = 'the postings of this block do not lead to its entries';
  expect(await afterTampering(table, sql)).toEqual([{ first: 4_096, last: 8_191, what }]);
});

test.each([
  [
    'blocks that count as posted',
    'posted',
    'insert into ledger.posted values (1, 77)',
    'blocks count as posted that are not full, or lack a row',
  ],
  [
    'postings of a block that has none',
    'posting',
    `insert into ledger.posting select key, month, tree_id, 2, first_at, last_at, places from ledger.posting where block = 1 limit 1`,
    'postings are stored for blocks that have none',
  ],
  [
    'postings of a tree that does not exist',
    'posting',
    `insert into ledger.posting select key, month, 9, block, first_at, last_at, places from ledger.posting limit 1`,
    'postings are stored for a tree that does not exist',
  ],
  [
    'a month that begins elsewhere',
    'tree_month',
    `update ledger.tree_month set first_index = 3`,
    'the column month does not hold what the entry says',
  ],
])('%s are found', async (_, table, sql, what) => {
  expect((await afterTampering(table, sql)).map((problem) => problem.what)).toContain(what);
});
