import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openLedger } from '../../ledger/index.ts';
import { type LedgerDatabase, startLedgerDatabase } from '../../ledger/test/ledgerDatabase.ts';
import { exportToTemporary } from '../../ledger/test/verifiedExport.ts';
import { runCommand } from '../harness/runCommand.ts';

const ORIGIN = 'ledger.test/hostile';

let database: LedgerDatabase;
let directory: string;
let exported: string;
let key: string;
let note: string;
let firstNote: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'person360-hostile-'));
  database = await startLedgerDatabase();
  const signingKey = generateKeyPairSync('ed25519').privateKey;
  const options = { connectionString: database.writerUrl(), origin: ORIGIN, holder: 'test', signingKey };
  const ledger = await openLedger(options);
  await ledger.append([{ body: '{"n":1}', time: new Date(), indexes: { kind: 'test' } }]);
  firstNote = ledger.note ?? '';
  await ledger.append([{ body: '{"n":2}', time: new Date(), indexes: { kind: 'test' } }]);
  key = ledger.verifierKey;
  note = ledger.note ?? '';
  await ledger.close();
  exported = await exportToTemporary(database, ORIGIN);
}, 60_000);
afterAll(async () => {
  await database?.stop();
  await rm(directory, { recursive: true, force: true });
  await rm(exported, { recursive: true, force: true });
}, 60_000);

const verify = (checkpoint: string) =>
  runCommand(['verify', 'export', exported, '--key', key, '--checkpoint', checkpoint]);

test.each([
  ['one line ending more', (text: string) => `${text}\n`],
  ['none at the end', (text: string) => text.trimEnd()],
  ['line endings of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
])('a kept checkpoint with %s still verifies a sound log', async (name, change) => {
  const file = join(directory, name.replaceAll(' ', '-'));
  await writeFile(file, change(note));
  expect(await verify(file)).toMatchObject({ code: 0, stdout: expect.stringContaining('verified: 2 entries') });
});

test.each(['/dev/zero', tmpdir(), '/nowhere/at/all'])(
  '%s as a checkpoint ends with exit code 1 and a reason, without a stack trace',
  async (path) => {
    const { code, stderr } = await verify(path);
    expect(code).toBe(1);
    expect(stderr).toMatch(/does not exist|is not a regular file/);
    expect(stderr).not.toMatch(/^ +at /m);
  },
);

test('prints what a verified export does not prove', async () => {
  const file = join(exported, 'checkpoints.jsonl');
  const before = await readFile(file);
  for (const [text, said] of [
    ['', /has no earlier checkpoints/],
    [`${JSON.stringify(note)}\n${JSON.stringify(firstNote)}\n`, /not in the order/],
  ] as const) {
    await writeFile(file, text);
    const { code, stdout, stderr } = await verify(await kept());
    expect([code, stdout]).toEqual([0, expect.stringContaining('verified: 2 entries')]);
    expect(stderr).toMatch(said);
    expect(stderr).toMatch(/has no index.*person360 audit check/);
  }
  await writeFile(file, before);
});

test('an entry bundle that is a link to a device does not hang the verifier', async () => {
  const bundle = join(exported, 'tile/entries/000.p/2');
  await rm(bundle);
  await symlink('/dev/zero', bundle);
  expect(await verify(await kept())).toMatchObject({ code: 2, stdout: expect.stringContaining('is missing') });
}, 20_000);

async function kept(): Promise<string> {
  const file = join(directory, 'kept');
  await writeFile(file, note);
  return file;
}
