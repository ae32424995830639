import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Ledger, openLedger } from '../../ledger/index.ts';
import { type LedgerDatabase, startLedgerDatabase } from '../../ledger/test/ledgerDatabase.ts';
import { startCommand } from '../harness/runCommand.ts';

const ORIGIN = 'ledger.test/retention';

let database: LedgerDatabase;
let ledger: Ledger;
let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'person360-retention-'));
  database = await startLedgerDatabase();
  ledger = await openLedger({
    connectionString: database.writerUrl(),
    origin: ORIGIN,
    holder: 'test',
    signingKey: generateKeyPairSync('ed25519').privateKey,
  });
  for (const [month, dataset] of [
    ['2012-01', 'snap.participation tanf.benefits'],
    ['2012-02', 'education.enrollment snap.participation'],
    ['2012-03', 'gone.forgotten'],
    ['2012-04', undefined],
    [recent, 'snap.participation'],
    [new Date().toISOString().slice(0, 7), 'snap.participation'],
  ] as const) {
    const time = new Date(`${month}-01T00:00:00Z`);
    const indexes = { kind: 'disclosure', agency: 'DCFS', ...(dataset === undefined ? {} : { dataset }) };
    const entries = Array.from({ length: 300 }, (_, n) => ({ body: `{"month":"${month}","n":${n}}`, time, indexes }));
    await ledger.append(entries);
  }
}, 120_000);
afterAll(async () => {
  await ledger?.close();
  await database?.stop();
  await rm(directory, { recursive: true, force: true });
}, 60_000);

/** Two years ago. */
const recent = `${new Date().getUTCFullYear() - 2}-06`;

const run = (...args: string[]) => startCommand(args).ended;
const source = (): string[] => ['--database', database.readerUrl(), '--origin', ORIGIN];

test('every month is kept seven years, or as long as the longest kept of its datasets', async () => {
  const { code, stdout } = await run('audit', 'retention', ...source());
  expect(code).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.slice(0, 5)).toEqual([
    '2012-01  from entry 0  may be archived since 2019-02-01',
    '2012-02  from entry 300  keep for the life of the records that were disclosed',
    '2012-03  from entry 600  keep for the life of the records that were disclosed',
    '2012-04  from entry 900  may be archived since 2019-05-01',
    `${recent}  from entry 1200  keep until ${Number(recent.slice(0, 4)) + 7}-07-01`,
  ]);
  expect(lines.length).toBe(6);
});

test('no month younger than seven years leaves the log', async () => {
  const detach = database.asAdmin((admin) => admin.query(`select ledger.detach_month('${recent}-01')`));
  await expect(detach).rejects.toMatchObject({ code: 'LE011' });
});

test('after a month was archived, the log verifies without it, the archive alone, and the archive as the log’s beginning', async () => {
  const key = ['--key', ledger.verifierKey];
  const archive = join(directory, 'archive');
  expect((await run('audit', 'export', '--format', 'tiles', '--out', archive, ...source())).code).toBe(0);
  await database.asAdmin(async (admin) => {
    const { rows } = await admin.query<{ name: string }>(`select ledger.detach_month('2012-01-01') as name`);
    await admin.query(`drop table ${rows[0]?.name}`);
  });
  await ledger.append([{ body: '{"later":true}', time: new Date(), indexes: {} }]);

  const rest = join(directory, 'rest');
  const from = ['--entries-from', '300'];
  expect((await run('audit', 'export', '--format', 'tiles', '--out', rest, ...from, ...source())).code).toBe(0);
  const kept = ['--checkpoint', join(archive, 'checkpoint')];
  const verified = await run('verify', 'export', rest, ...from, ...kept, ...key);
  expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('verified: 1801 entries')]);
  expect((await run('verify', 'export', archive, ...key)).code).toBe(0);
  // Without --entries-from, the verifier reports the archived entries as missing.
  const untold = await run('verify', 'export', rest, ...key);
  expect([untold.code, untold.stdout]).toEqual([2, expect.stringContaining('between entries 0 and 255')]);
}, 120_000);
