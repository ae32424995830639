import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Ledger } from '../append/appender.ts';
import { MAX_BODY_BYTES } from '../ledgerEntry.ts';
import { LedgerFull, LedgerUnavailable } from '../ledgerErrors.ts';
import { EMPTY_RANGE, extendRange, rangeRoot } from '../merkle/compactRange.ts';
import { leafHash } from '../merkle/hash.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import { noteSigner } from '../note/noteKey.ts';
import { type LedgerOptions, openLedger } from '../openLedger.ts';
import { createLedgerLogin, installLedger } from '../postgres/installLedger.ts';
import { type LedgerDatabase, startLedgerDatabase } from './ledgerDatabase.ts';
import { storedBodies } from './recordedLoad.ts';
import { verifyStored } from './verifiedExport.ts';

const { privateKey: signingKey } = generateKeyPairSync('ed25519');
const time = new Date('2026-03-02T08:00:00Z');
const entry = (body: string) => ({ body, time, indexes: {} });

let database: LedgerDatabase;

beforeAll(async () => {
  database = await startLedgerDatabase();
}, 60_000);

afterAll(async () => {
  await database.stop();
}, 60_000);

let trees = 0;
const newOrigin = (): string => `ledger.example.gov/writer-${trees++}`;

const open = (options: Partial<LedgerOptions> = {}): Promise<Ledger> =>
  openLedger({
    connectionString: database.writerUrl(),
    origin: newOrigin(),
    holder: 'gateway',
    signingKey,
    ...options,
  });

/** Number of rows that PostgreSQL has read of the log since installation, by any plan. */
async function entriesRead(): Promise<number> {
  const { rows } = await database.asAdmin((admin) =>
    admin.query<{ rows_read: number }>(
      `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows_read from pg_stat_user_tables
       where schemaname = 'ledger' and relname like 'entry\\_2%'`,
    ),
  );
  return rows[0]?.rows_read ?? 0;
}

describe('appending', () => {
  test('entries get consecutive places, a request’s entries together', async () => {
    const ledger = await open();
    const receipts = await Promise.all([
      ledger.append([entry('{"n":0}'), entry('{"n":1}')]),
      ledger.append([entry('{"n":2}')]),
      ledger.append([entry('{"n":3}'), entry('{"n":4}'), entry('{"n":5}')]),
    ]);
    expect(receipts.map(({ firstIndex }) => firstIndex)).toEqual([0, 2, 3]);
    expect(await storedBodies(database, ledger.origin)).toEqual([0, 1, 2, 3, 4, 5].map((n) => `{"n":${n}}`));
    await ledger.close();
  });

  test('bytes and index columns are stored as given', async () => {
    const ledger = await open();
    const person = Buffer.from('00ff10', 'hex');
    const body = JSON.stringify({ text: 'ľ € 😀 \\ " {} \u0000', n: 1 });
    const indexes = { kind: 'a', person, requester: 'r,"\\{}', agency: 'NULL', dataset: '', approval: 'é' };
    await ledger.append([
      { body, time: new Date('1999-12-31T23:59:59.999Z'), indexes },
      { body: Buffer.from(body), time, indexes: {} },
    ]);
    const { rows } = await database.asAdmin((admin) =>
      admin.query(
        `select body, recorded_at, kind, person, requester, agency, dataset, approval
         from ledger.entry join ledger.tree using (tree_id) join ledger.entry_sort using (sort) where origin = $1 order by leaf_index`,
        [ledger.origin],
      ),
    );
    const none = { kind: null, person: null, requester: null, agency: null, dataset: null, approval: null };
    expect(rows).toEqual([
      { body: Buffer.from(body), recorded_at: new Date('1999-12-31T23:59:59.999Z'), ...indexes },
      { body: Buffer.from(body), recorded_at: time, ...none },
    ]);
    await ledger.close();
  });

  test('what cannot be stored fails alone', async () => {
    const ledger = await open();
    const good = ledger.append([entry('{"good":true}')]);
    await expect(ledger.append([entry('')])).rejects.toThrow(TypeError);
    await expect(ledger.append([entry('x'.repeat(MAX_BODY_BYTES + 1))])).rejects.toThrow('65535');
    await expect(ledger.append([{ ...entry('{}'), time: new Date(Number.NaN) }])).rejects.toThrow('valid time');
    await expect(ledger.append([{ ...entry('{}'), indexes: { agency: 'a\0b' } }])).rejects.toThrow('NUL');
    await expect(ledger.append([])).rejects.toThrow('nothing to append');
    expect(await good).toMatchObject({ firstIndex: 0 });
    await ledger.append([entry('x'.repeat(MAX_BODY_BYTES))]);
    expect(ledger.head.size).toBe(2);
    await ledger.close();
  });

  test('goes on where it stopped, at every shape of the right edge', async () => {
    const origin = newOrigin();
    let size = 0;
    for (const count of [1, 254, 1, 1, 255, 256, 300, 1]) {
      const ledger = await open({ origin });
      expect(ledger.head.size).toBe(size);
      const entries = Array.from({ length: count }, (_, at) => entry(`{"n":${size + at}}`));
      await ledger.append(entries);
      size += count;
      await ledger.close();
      const verified = await verifyStored(database, origin, ledger.verifierKey);
      expect(verified).toMatchObject({ ok: true, checkpoint: { size } });
    }
  });

  test('across two levels of tiles, and opened again by the end alone', async () => {
    const origin = newOrigin();
    const limits = { maxQueuedEntries: 100_000, maxBatchEntries: 5_000 };
    const [ledger, other] = await Promise.all([open({ origin, limits }), open({ limits })]);
    const total = 66_000;
    const entries = Array.from({ length: total }, (_, n) => entry(`{"n":${n},"text":"${'x'.repeat(200)}"}`));
    // Entries of two writers alternate, so no index matches the order of the table.
    for (let at = 0; at < total; at += 5_000) {
      const some = entries.slice(at, at + 5_000);
      await Promise.all([ledger.append(some), other.append(some)]);
    }
    await Promise.all([ledger.close(), other.close()]);
    // Gives the planner the statistics of a log that has existed for a while.
    await database.asAdmin((admin) => admin.query('analyze ledger.tree, ledger.entry, ledger.tile'));
    const readBefore = await entriesRead();
    await (await open({ origin })).close();
    let read = 0;
    // Counted once the connection has ended.
    for (; read < total % 256; await sleep(20)) read = (await entriesRead()) - readBefore;
    expect(read).toBeLessThanOrEqual(256);
    const reopened = await open({ origin });
    await reopened.append([entry('{"last":true}')]);
    expect(await verifyStored(database, origin, reopened.verifierKey)).toMatchObject({
      ok: true,
      checkpoint: { size: total + 1 },
    });
    await reopened.close();
  }, 60_000);

  test('two trees come to a new month at once', async () => {
    const both = await Promise.all([open(), open()]);
    for (const month of ['2010-01', '2010-02', '2010-03', '2010-04']) {
      const appended = both.map((ledger) =>
        ledger.append([{ ...entry('{}'), time: new Date(`${month}-01T00:00:00Z`) }]),
      );
      await Promise.all(appended);
    }
    for (const ledger of both) {
      expect(await verifyStored(database, ledger.origin, ledger.verifierKey)).toMatchObject({ ok: true });
      await ledger.close();
    }
  });

  test('a full queue says so before anything is sent, and empties again', async () => {
    const ledger = await open({ limits: { maxQueuedEntries: 10 } });
    const five = Array.from({ length: 5 }, (_, n) => entry(`{"n":${n}}`));
    const accepted = [ledger.append(five), ledger.append(five)];
    expect(ledger.hasRoomFor(1)).toBe(false);
    await expect(ledger.append(five)).rejects.toThrow(LedgerFull);
    await Promise.all(accepted);
    expect(ledger.hasRoomFor(10)).toBe(true);
    await ledger.append(five);
    await ledger.close();
    await expect(ledger.append(five)).rejects.toThrow(LedgerUnavailable);
  });

  test('a batch that cannot be put together leaves nobody waiting, neither its callers nor those before it', async () => {
    const ledger = await open();
    const committed = ledger.append([entry('{"committed":true}')]);
    // The first batch is sent; this one waits behind it.
    await Promise.resolve().then(() => undefined);
    let gone = false;
    const changing = {
      get requester(): string {
        if (gone) throw new Error('it is gone');
        return 'someone';
      },
    };
    const impossible = ledger.append([{ ...entry('{"impossible":true}'), indexes: changing }]);
    gone = true;
    expect(await committed).toMatchObject({ firstIndex: 0, size: 1 });
    await expect(impossible).rejects.toMatchObject({ name: 'LedgerUnavailable', outcome: 'not-recorded' });
    expect(ledger.state).toBe('lost');
    expect(await storedBodies(database, ledger.origin)).toHaveLength(1);
    await ledger.close();
  });

  test('closing lets what is queued go out first', async () => {
    const ledger = await open();
    const appended = Array.from({ length: 20 }, (_, n) => ledger.append([entry(`{"n":${n}}`)]));
    await ledger.close();
    await Promise.all(appended);
    expect(await storedBodies(database, ledger.origin)).toHaveLength(20);
  });
});

test('installing twice changes nothing; two at once do not collide', async () => {
  await Promise.all([1, 2].map(() => database.asAdmin(installLedger)));
  const { rows } = await database.asAdmin((admin) => admin.query('select count(*)::int as n from ledger.migration'));
  expect(rows).toEqual([{ n: 11 }]);
});

test('an installed ledger of before is upgraded: its entries are found by what they were found by, and verify', async () => {
  const migrations = new URL('../migrations/', import.meta.url);
  const before = (await readdir(migrations)).filter((name) => name < '005').sort();
  await database.asAdmin((admin) => admin.query('create database older'));
  const admin = new pg.Client({ connectionString: database.postgres().superuserUrl('older') });
  await admin.connect();
  try {
    for (const name of before) {
      const sql = await readFile(new URL(name, migrations), 'utf8');
      await admin.query('begin');
      await admin.query(sql);
      await admin.query('create table if not exists ledger.migration (name text primary key, sha256 text not null)');
      const digest = createHash('sha256').update(sql).digest('hex');
      await admin.query('insert into ledger.migration (name, sha256) values ($1, $2)', [name, digest]);
      await admin.query('commit');
    }
    await createLedgerLogin(admin, {
      name: 'gateway',
      password: new URL(database.writerUrl()).password,
      access: 'writer',
    });
    const writer = new URL(database.writerUrl());
    writer.pathname = '/older';
    const origin = 'ledger.example.gov/older';
    const indexes = { kind: 'refusal', agency: 'DCFS', dataset: 'snap.participation' };
    const bodies = ['{"n":1}', '{"n":2}'].map((body) => Buffer.from(body));
    const head = { size: 2, root: rangeRoot(extendRange(EMPTY_RANGE, bodies.map(leafHash))) };
    // Does what a writer of that version did.
    await admin.query(
      `select ledger.append(tree_id, $2, 0, root, $3, $4, $5, array[$6, $6]::timestamptz[], array[$7, null], '{NULL,NULL}',
         '{NULL,NULL}', array[$8, null], array[$9, null], '{NULL,NULL}', '{}', '{}', '{}', '{}')
       from ledger.claim($1, 'g', $2, interval '15 s')`,
      [
        ...[origin, randomUUID(), head.root, signCheckpoint(head, noteSigner(origin, signingKey)), bodies, time],
        ...[indexes.kind, indexes.agency, indexes.dataset],
      ],
    );
    await installLedger(admin);
    const upgraded = await openLedger({ connectionString: writer.href, origin, holder: 'g', signingKey });
    await upgraded.append([{ ...entry('{"n":3}'), indexes }]);
    await upgraded.close();
    const { rows } = await admin.query(
      `select leaf_index::int as index, kind, agency, dataset from ledger.entry join ledger.entry_sort using (sort)
       where kind = 'refusal' order by 1`,
    );
    expect(rows).toEqual([0, 2].map((index) => ({ index, ...indexes })));
    await expect(admin.query('delete from ledger.entry')).rejects.toThrow('append-only');
  } finally {
    await admin.end();
  }
});
