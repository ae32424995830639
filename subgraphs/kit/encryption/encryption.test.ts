import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../cli/postgres/embeddedPostgres.ts';
import type { EncryptedTable } from './encryptedTable.ts';
import { type Encryption, openEncryption } from './encryption.ts';
import type { KeyEncryption } from './keyEncryption.ts';
import { addKey, createKeyFile, openKeyFile, removeFormerKeys } from './keyFile.ts';
import { readEncryptionStatus, rewrapSystem, rotateKeys } from './rotate.ts';

const system = 'shelter';
const schema = `
  create table encryption_key (
    generation integer primary key check (generation > 0),
    wrapped_by text not null,
    data_key bytea not null,
    token_key bytea not null,
    writes_from timestamptz not null
  );
  create table guest (
    guest_id text primary key,
    name bytea not null,
    name_token bytea not null,
    key_generation integer not null references encryption_key
  );`;
const guest: EncryptedTable = {
  name: 'guest',
  key: { guest_id: 'text' },
  columns: ['name'],
  rewritten: { name: 'bytea', name_token: 'bytea' },
  rewrite(row, encryption) {
    const column = encryption.column('guest', 'name');
    const id = String(row.guest_id);
    // The column is bytea.
    const name = column.decrypt(id, row.name as Buffer);
    return { name: column.encrypt(id, name), name_token: encryption.token('name', name) };
  },
};
const nameOf = (n: number) => `Guest number ${n}`;
const refreshMs = 300;

describe('encryption at rest', () => {
  const directory = mkdtempSync(join(tmpdir(), 'p360-encryption-'));
  const keyFile = join(directory, 'keys.json');
  let postgres: EmbeddedPostgres;
  let databaseUrl: string;
  let client: pg.Client;
  let keys: KeyEncryption;
  const opened: Encryption[] = [];

  beforeAll(async () => {
    createKeyFile(keyFile);
    keys = openKeyFile(keyFile);
    postgres = await startEmbeddedPostgres({ dataDirectory: directory, settings: { fsync: 'off' } });
    databaseUrl = await postgres.ensureSystem(system);
    client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
  }, 60_000);
  afterEach(() => {
    for (const each of opened.splice(0)) each.stop();
  });
  afterAll(async () => {
    await client.end();
    await postgres.stop();
    await removeEmbeddedPostgres(directory);
    rmSync(directory, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await client.query(`drop table if exists guest, encryption_key; ${schema}`);
  });

  /** A running process of the system. */
  async function open(service: KeyEncryption = keys): Promise<Encryption> {
    const options = { system, databaseUrl, keys: service, tables: ['guest'], log: () => undefined, refreshMs };
    const encryption = await openEncryption(options);
    opened.push(encryption);
    return encryption;
  }
  async function add(encryption: Encryption, id: string, name: string): Promise<void> {
    await client.query('insert into guest values ($1, $2, $3, $4)', [
      id,
      encryption.column('guest', 'name').encrypt(id, name),
      encryption.token('name', name),
      encryption.generation(),
    ]);
  }
  async function addMany(encryption: Encryption, count: number): Promise<void> {
    const column = encryption.column('guest', 'name');
    const each = Array.from({ length: count }, (_, n) => n);
    await client.query('insert into guest select *, $4 from unnest($1::text[], $2::bytea[], $3::bytea[])', [
      each.map(String),
      each.map((n) => column.encrypt(String(n), nameOf(n))),
      each.map((n) => encryption.token('name', nameOf(n))),
      encryption.generation(),
    ]);
  }
  async function find(encryption: Encryption, name: string): Promise<readonly string[]> {
    const { rows } = await client.query<{ guest_id: string; name: Buffer }>(
      'select guest_id, name from guest where name_token = any($1::bytea[])',
      [encryption.searchTokens('name', name)],
    );
    if (rows.some((row) => !encryption.knows(row.name))) await encryption.refresh();
    return rows.map(({ guest_id, name }) => encryption.column('guest', 'name').decrypt(guest_id, name));
  }
  /** Everything that the database has. */
  const contents = async () =>
    JSON.stringify([
      (await client.query('select * from guest order by 1')).rows,
      (await client.query('select * from encryption_key order by 1')).rows,
    ]);
  const rotate = (more: object = {}) =>
    rotateKeys({
      ...{ system, databaseUrl, keys, tables: [guest], refreshMs },
      ...{ log: () => undefined, onProgress: () => undefined },
      ...more,
    });

  test('a value is found by its token and opens only in its own row, column and system', async () => {
    const encryption = await open();
    await add(encryption, 'a', nameOf(1));
    expect(await find(encryption, nameOf(1))).toEqual([nameOf(1)]);
    expect(await find(encryption, nameOf(2))).toEqual([]);
    const sealed = encryption.column('guest', 'name').encrypt('a', 'Same');
    expect(sealed.equals(encryption.column('guest', 'name').encrypt('a', 'Same'))).toBe(false);
    expect(sealed.includes('Same')).toBe(false);
    expect(encryption.column('guest', 'name').decrypt('a', sealed)).toBe('Same');
    expect(() => encryption.column('guest', 'name').decrypt('b', sealed)).toThrow();
    expect(() => encryption.column('guest', 'street').decrypt('a', sealed)).toThrow();
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => encryption.column('guest', 'name').decrypt('a', changed)).toThrow();
    }
    expect(() => encryption.column('guest', 'name').decrypt('a', Buffer.from('Same'))).toThrow();
    expect(encryption.token('name', 'Same')).toHaveLength(16);
    expect(encryption.token('name', 'Same').equals(encryption.token('street', 'Same'))).toBe(false);
  });

  test('two processes that start at once on an empty database agree on one key', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await add(one, 'a', nameOf(1));
    expect(await find(two, nameOf(1))).toEqual([nameOf(1)]);
  });

  describe('a key file that is', () => {
    const other = join(directory, 'other.json');
    test.each([
      ['missing', () => rmSync(other, { force: true }), /does not exist.*[Rr]estore it from its backup/],
      ['another one', () => createKeyFile(other), /does not contain the key.*Restore the right key file/],
      ['damaged', () => writeFileSync(other, '{"current":"a"', { mode: 0o600 }), /is damaged.*Restore it/],
      [
        'changed',
        () =>
          writeFileSync(other, readFileSync(keyFile, 'utf8').replace(/"[\w-]{43}"/, `"${'A'.repeat(43)}"`), {
            mode: 0o600,
          }),
        /does not open the database's keys.*Restore the key file/,
      ],
      [
        'open to other users',
        () => {
          copyFileSync(keyFile, other);
          chmodSync(other, 0o644);
        },
        /chmod 600/,
      ],
    ])('%s is refused with what to do, and nothing is written', async (_, make, message) => {
      await add(await open(), 'a', nameOf(1));
      const before = await contents();
      rmSync(other, { force: true });
      make();
      const attempt = async () => openKeyFile(other);
      await expect(attempt().then(open)).rejects.toThrow(message);
      await expect(attempt().then((wrong) => rotate({ keys: wrong }))).rejects.toThrow(message);
      expect(await contents()).toBe(before);
      const secret = /"([\w-]{43})"/.exec(readFileSync(keyFile, 'utf8'))?.[1] ?? '';
      expect(secret).not.toBe('');
      await expect(attempt().then(open)).rejects.not.toThrow(secret);
    });

    test('there is never replaced, and is readable by its owner only', () => {
      expect(() => createKeyFile(keyFile)).toThrow(/exists/);
      expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    });
  });

  test('no new key is made for a database whose rows have lost theirs', async () => {
    await add(await open(), 'a', nameOf(1));
    await expect(client.query('delete from encryption_key')).rejects.toThrow(/foreign key/);
    await client.query('alter table guest drop constraint guest_key_generation_fkey; delete from encryption_key');
    const before = await contents();
    await expect(open()).rejects.toThrow(/none of their keys.*backup/);
    expect(await contents()).toBe(before);
  });

  test('keys rotate while a process that knows only the old key finds, reads and adds rows', async () => {
    const running = await open();
    await addMany(running, 1_200);
    const before = await client.query<{ name_token: Buffer }>('select name_token from guest order by guest_id');
    let rotating = true;
    let added = 1_200;
    const traffic = (async () => {
      while (rotating) {
        await add(running, String(added), nameOf(added));
        for (const n of [0, 700, 1_199, added]) expect(await find(running, nameOf(n))).toEqual([nameOf(n)]);
        added += 1;
      }
    })();
    const progress: number[] = [];
    const rotated = await rotate({ onProgress: (done: number) => progress.push(done) }).finally(() => {
      rotating = false;
    });
    await traffic;
    expect(added).toBeGreaterThan(1_202);
    expect(rotated).toMatchObject({ generation: 2, resumed: false });
    expect(progress.length).toBeGreaterThan(3);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    const { generations } = await readEncryptionStatus(databaseUrl, [guest]);
    expect(generations).toMatchObject([{ generation: 2, rows: { guest: added } }]);
    const after = await client.query<{ name_token: Buffer }>('select name_token from guest');
    const former = new Set(before.rows.map(({ name_token }) => name_token.toString('hex')));
    expect(after.rows.filter(({ name_token }) => former.has(name_token.toString('hex')))).toEqual([]);
    // A process that was started before and one that starts now.
    for (const process of [running, await open()]) expect(await find(process, nameOf(5))).toEqual([nameOf(5)]);
  });

  test('an interrupted rotation keeps every row readable and continues where it stopped', async () => {
    const running = await open();
    await addMany(running, 1_100);
    const interrupt = new AbortController();
    const onProgress = (done: number) => {
      if (done >= 500) interrupt.abort(new Error('interrupted'));
    };
    await expect(rotate({ onProgress, signal: interrupt.signal })).rejects.toThrow('interrupted');
    const half = await readEncryptionStatus(databaseUrl, [guest]);
    expect(half.generations.map(({ rows }) => rows.guest)).toEqual([600, 500]);
    for (const n of [0, 999, 1_099]) expect(await find(running, nameOf(n))).toEqual([nameOf(n)]);
    const progress: number[] = [];
    const rotated = await rotate({ onProgress: (done: number) => progress.push(done) });
    expect(rotated).toEqual({ generation: 2, rows: 1_100, resumed: true });
    expect(progress[0]).toBe(500);
    expect(await find(running, nameOf(1_099))).toEqual([nameOf(1_099)]);
  });

  test('a new key in the file takes over without a restart, and the former one is no longer needed', async () => {
    const running = await open();
    await add(running, 'a', nameOf(1));
    const [former] = (await readEncryptionStatus(databaseUrl, [guest])).generations;
    const id = addKey(keyFile);
    expect(await rewrapSystem(databaseUrl, keys, system)).toBe(1);
    expect(removeFormerKeys(keyFile)).toEqual([former?.wrappedBy]);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect((await readEncryptionStatus(databaseUrl, [guest])).generations).toMatchObject([{ wrappedBy: id }]);
    await rotate();
    expect(await find(running, nameOf(1))).toEqual([nameOf(1)]);
    expect(await find(await open(), nameOf(1))).toEqual([nameOf(1)]);
  });
});
