import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sampleEntry } from '../bench/sampleEntry.ts';
import { leafHash, sha256 } from '../merkle/hash.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import { noteSigner } from '../note/noteKey.ts';
import { openLedger } from '../openLedger.ts';
import { decodeEntryBundle, encodeEntryBundle } from '../tiles/entryBundle.ts';
import { tilePath } from '../tiles/tilePath.ts';
import { verifyExport } from '../verify/verifyExport.ts';
import { type LedgerDatabase, startLedgerDatabase } from './ledgerDatabase.ts';
import { exportToTemporary } from './verifiedExport.ts';

const ORIGIN = 'ledger.example.gov/tampering';
const { privateKey: signingKey } = generateKeyPairSync('ed25519');
const thief = generateKeyPairSync('ed25519').privateKey;
const ENTRIES = 1_500;
const OLD = 700;

let database: LedgerDatabase;
let verifierKey: string;
let oldNote: string;
let oldExport: string;
let wholeExport: string;
const scratch: string[] = [];

beforeAll(async () => {
  database = await startLedgerDatabase();
  const options = { connectionString: database.writerUrl(), origin: ORIGIN, holder: 'gateway-1', signingKey };
  const ledger = await openLedger(options);
  verifierKey = ledger.verifierKey;
  for (let first = 0; first < ENTRIES; first += 20) {
    const entries = Array.from({ length: 20 }, (_, at) => sampleEntry(first + at, new Date('2026-03-02T08:00:00Z')));
    await ledger.append(entries);
    if (first + 20 === OLD) {
      oldNote = ledger.note ?? '';
      oldExport = await exportToTemporary(database, ORIGIN);
    }
  }
  await ledger.close();
  wholeExport = await exportToTemporary(database, ORIGIN);
  scratch.push(oldExport, wholeExport);
}, 60_000);

afterAll(async () => {
  await database.stop();
  await Promise.all(scratch.map((directory) => rm(directory, { recursive: true, force: true })));
}, 60_000);

/** Copies the whole export in order to tamper with it. */
async function copyOf(directory: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'ledger-tampered-'));
  scratch.push(copy);
  await cp(directory, copy, { recursive: true });
  return copy;
}

const bundlePath = (index: number): string => tilePath('entries', Math.floor(index / 256), widthAt(index));
const tileAt = (index: number): string => tilePath(0, Math.floor(index / 256), widthAt(index));
const widthAt = (index: number): number => Math.min(256, ENTRIES - Math.floor(index / 256) * 256);

async function editBundle(directory: string, index: number, edit: (bodies: Buffer[], at: number) => void) {
  const file = join(directory, bundlePath(index));
  const bodies = [...decodeEntryBundle(await readFile(file)).bodies].map((body) => Buffer.from(body));
  edit(bodies, index % 256);
  await writeFile(file, encodeEntryBundle(bodies));
  return bodies;
}

const verify = (directory: string, trustedNotes: readonly string[] = []) =>
  verifyExport(directory, [verifierKey], undefined, { trustedNotes });

async function allFiles(directory: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = names.filter((name) => name.isFile()).map((name) => join(name.parentPath, name.name));
  const contents = await Promise.all(files.map((file) => readFile(file, 'base64')));
  return new Map(files.map((file, at) => [file.slice(directory.length), contents[at] ?? '']));
}

describe('an untouched export', () => {
  test('verifies, to its last entry, also against an older checkpoint', async () => {
    const progress: number[] = [];
    const result = await verifyExport(wholeExport, [verifierKey], (verified) => progress.push(verified), {
      trustedNotes: [oldNote],
    });
    expect(result).toMatchObject({ ok: true, checkpoint: { origin: ORIGIN, size: ENTRIES } });
    expect(progress.at(-1)).toBe(ENTRIES);
    expect(await verify(oldExport)).toMatchObject({ ok: true, checkpoint: { size: OLD } });
  });

  test('has the same bytes whenever it is made', async () => {
    const again = await exportToTemporary(database, ORIGIN);
    scratch.push(again);
    expect(await allFiles(again)).toEqual(await allFiles(wholeExport));
  });

  test('can be made of a kept checkpoint', async () => {
    const { rows } = await database.asAdmin((admin) => admin.query('select size from ledger.checkpoint order by size'));
    const size = Number(rows[2].size);
    const directory = await exportToTemporary(database, ORIGIN, { size });
    scratch.push(directory);
    expect(await verify(directory)).toMatchObject({ ok: true, checkpoint: { size } });
  });

  test('still verifies with --entries-from after old entries were archived', async () => {
    const directory = await copyOf(wholeExport);
    await rm(join(directory, bundlePath(0)));
    await rm(join(directory, bundlePath(256)));
    expect(await verifyExport(directory, [verifierKey], undefined, { entriesFrom: 512 })).toMatchObject({ ok: true });
    expect(await verify(directory)).toMatchObject({
      problem: { kind: 'missing', firstBadIndex: 0, lastBadIndex: 255 },
    });
  });
});

describe('the verifier finds and places', () => {
  test.each([0, 255, 256, 777, 1_499])('entry %i changed by one letter', async (index) => {
    const directory = await copyOf(wholeExport);
    await editBundle(directory, index, (bodies, at) => bodies[at]?.write('X', 20));
    const problem = { kind: 'entry', firstBadIndex: index, lastBadIndex: index };
    expect(await verify(directory)).toMatchObject({ ok: false, problem });
  });

  test('an entry changed together with its stored hash', async () => {
    const directory = await copyOf(wholeExport);
    const bodies = await editBundle(directory, 900, (each, at) => each[at]?.write('X', 20));
    const tile = await readFile(join(directory, tileAt(900)));
    leafHash(bodies[900 % 256] ?? Buffer.alloc(0)).copy(tile, (900 % 256) * 32);
    await writeFile(join(directory, tileAt(900)), tile);
    const result = await verify(directory);
    if (result.ok) throw new Error('not found');
    const { firstBadIndex = -1, lastBadIndex = -1 } = result.problem;
    expect(firstBadIndex <= 900 && 900 <= lastBadIndex).toBe(true);
    expect(lastBadIndex - firstBadIndex).toBeLessThan(2 * 256);
  });

  test('an entry deleted', async () => {
    const directory = await copyOf(wholeExport);
    await editBundle(directory, 300, (bodies, at) => bodies.splice(at, 1));
    expect(await verify(directory)).toMatchObject({
      problem: { kind: 'entry', firstBadIndex: 300, message: 'entry 300 is missing' },
    });
  });

  test.each([
    ['in the last, incomplete tile', 1_490],
    ['in a full tile', 260],
  ])('an entry deleted from the database, %s, by its number', async (_, index) => {
    const move = (from: number, to: number) =>
      database.asAdmin(async (admin) => {
        await admin.query('alter table ledger.entry disable trigger all');
        await admin.query('update ledger.entry set leaf_index = $2 where leaf_index = $1', [from, to]);
        await admin.query('alter table ledger.entry enable always trigger append_only');
      });
    await move(index, 1_000_000);
    const directory = await exportToTemporary(database, ORIGIN);
    scratch.push(directory);
    await move(1_000_000, index);
    const problem = {
      kind: 'missing',
      firstBadIndex: index,
      lastBadIndex: index,
      message: `entry ${index} is missing`,
    };
    expect(await verify(directory)).toEqual({ ok: false, problem });
  });

  test('the last entry of a bundle deleted', async () => {
    const directory = await copyOf(wholeExport);
    await editBundle(directory, 511, (bodies, at) => bodies.splice(at, 1));
    expect(await verify(directory)).toMatchObject({ problem: { kind: 'missing', firstBadIndex: 511 } });
  });

  test('an entry put in', async () => {
    const directory = await copyOf(wholeExport);
    await editBundle(directory, 300, (bodies, at) => bodies.splice(at, 0, Buffer.from('{}')));
    expect(await verify(directory)).toMatchObject({ problem: { kind: 'entry', firstBadIndex: 300 } });
  });

  test('an entry added at the end', async () => {
    const directory = await copyOf(wholeExport);
    await editBundle(directory, 1_499, (bodies) => bodies.push(Buffer.from('{}')));
    expect(await verify(directory)).toMatchObject({ problem: { kind: 'surplus' } });
  });

  test('two entries that changed places', async () => {
    const directory = await copyOf(wholeExport);
    await editBundle(directory, 40, (bodies) => {
      const [one, other] = [bodies[40], bodies[41]];
      if (one && other) bodies.splice(40, 2, other, one);
    });
    expect(await verify(directory)).toMatchObject({ problem: { kind: 'entry', firstBadIndex: 40 } });
  });

  test('the end cut off: files removed', async () => {
    const directory = await copyOf(wholeExport);
    await rm(join(directory, bundlePath(1_499)));
    await rm(join(directory, tileAt(1_499)));
    const problem = { kind: 'missing', firstBadIndex: 1_280, lastBadIndex: 1_499 };
    expect(await verify(directory)).toMatchObject({ problem });
  });

  test('an old backup put in the place of the log', async () => {
    const newest = await readFile(join(wholeExport, 'checkpoint'), 'utf8');
    const problem = { kind: 'rollback', firstBadIndex: OLD, lastBadIndex: ENTRIES - 1 };
    expect(await verify(oldExport, [newest])).toMatchObject({ ok: false, problem });
  });

  test('a stored hash of a higher tile changed', async () => {
    const directory = await copyOf(wholeExport);
    const file = join(directory, tilePath(1, 0, 5));
    const tile = await readFile(file);
    tile.fill(0, 64, 96);
    await writeFile(file, tile);
    const problem = { kind: 'tile', firstBadIndex: 512, lastBadIndex: 767 };
    expect(await verify(directory)).toMatchObject({ problem });
  });

  test('a file that does not belong to the log', async () => {
    const directory = await copyOf(wholeExport);
    await writeFile(join(directory, 'tile/entries/006'), 'hidden');
    expect(await verify(directory)).toMatchObject({
      problem: { kind: 'surplus', message: expect.stringContaining('006') },
    });
  });

  test('a log that was rewritten and signed with a stolen key, against an earlier checkpoint', async () => {
    const origin = 'ledger.example.gov/rewritten';
    const options = { connectionString: database.writerUrl(), origin, holder: 'g', signingKey };
    const honest = await openLedger(options);
    await honest.append([sampleEntry(1, new Date()), sampleEntry(2, new Date())]);
    await honest.close();
    await database.asAdmin(async (admin) => {
      await admin.query('alter table ledger.tree disable trigger all');
      await admin.query('alter table ledger.entry disable trigger all');
      await admin.query('alter table ledger.checkpoint disable trigger all');
      const tree = '(select tree_id from ledger.tree where origin = $1)';
      await admin.query(`delete from ledger.entry where tree_id = ${tree}`, [origin]);
      await admin.query(`delete from ledger.checkpoint where tree_id = ${tree}`, [origin]);
      await admin.query(`update ledger.tree set size = 0, note = null, root = sha256('') where origin = $1`, [origin]);
      await admin.query('alter table ledger.tree enable always trigger append_only');
      await admin.query('alter table ledger.tree enable always trigger no_rewind');
      await admin.query('alter table ledger.entry enable always trigger append_only');
      await admin.query('alter table ledger.checkpoint enable always trigger append_only');
    });
    const rewritten = await openLedger(options);
    await rewritten.append([sampleEntry(1, new Date()), sampleEntry(3, new Date()), sampleEntry(4, new Date())]);
    await rewritten.close();
    const directory = await exportToTemporary(database, origin);
    scratch.push(directory);
    const keys = [rewritten.verifierKey];
    expect(await verifyExport(directory, keys)).toMatchObject({ ok: true });
    expect(await verifyExport(directory, keys, undefined, { trustedNotes: [honest.note ?? ''] })).toMatchObject({
      problem: { kind: 'entry', firstBadIndex: 0, lastBadIndex: 1 },
    });
  });
});

describe('checkpoints', () => {
  test('forged: another size or root under the true signature', async () => {
    const directory = await copyOf(wholeExport);
    const note = await readFile(join(directory, 'checkpoint'), 'utf8');
    await writeFile(join(directory, 'checkpoint'), note.replace(`\n${ENTRIES}\n`, `\n${ENTRIES - 1}\n`));
    expect(await verify(directory)).toMatchObject({
      problem: { kind: 'checkpoint', message: expect.stringContaining('bad-signature') },
    });
  });

  test('signed by a swapped key of the same name', async () => {
    const directory = await copyOf(wholeExport);
    const swapped = noteSigner(ORIGIN, thief);
    const head = { size: ENTRIES, root: sha256(Buffer.from('anything')) };
    await writeFile(join(directory, 'checkpoint'), signCheckpoint(head, swapped));
    expect(await verify(directory)).toMatchObject({
      problem: { kind: 'checkpoint', message: expect.stringContaining('unknown-key') },
    });
  });

  test('a kept checkpoint forged, or of a second log', async () => {
    const directory = await copyOf(wholeExport);
    const fork = signCheckpoint({ size: ENTRIES, root: sha256(Buffer.from('fork')) }, noteSigner(ORIGIN, signingKey));
    await writeFile(join(directory, 'checkpoints.jsonl'), `${JSON.stringify(fork)}\n`);
    expect(await verify(directory)).toMatchObject({ problem: { kind: 'fork' } });
    await writeFile(join(directory, 'checkpoints.jsonl'), `${JSON.stringify(oldNote.replace('\n700\n', '\n600\n'))}\n`);
    expect(await verify(directory)).toMatchObject({ problem: { kind: 'checkpoint' } });
  });

  test('no checkpoint at all', async () => {
    const directory = await copyOf(wholeExport);
    await rm(join(directory, 'checkpoint'));
    expect(await verify(directory)).toMatchObject({ problem: { kind: 'missing' } });
  });
});
