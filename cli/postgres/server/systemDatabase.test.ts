import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, removeEmbeddedPostgres } from '../embeddedPostgres.ts';
import { makeDataDirectory, startTestPostgres } from '../testing/testPostgres.ts';

let directory: string;
let server: EmbeddedPostgres;
let snapUrl: string;
let tanfUrl: string;

beforeAll(async () => {
  directory = await makeDataDirectory('person360-systems-');
  server = await startTestPostgres({ dataDirectory: directory });
  [snapUrl, tanfUrl] = await Promise.all([server.ensureSystem('snap'), server.ensureSystem('tanf')]);
});

afterAll(async () => {
  await server.stop();
  await removeEmbeddedPostgres(directory);
  await rm(directory, { recursive: true });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function to(url: string, database: string): string {
  return new URL(`/${database}`, url).href;
}

describe('a system role', () => {
  test('owns its database: makes tables, schemas and the extensions that searching names needs', async () => {
    await query(snapUrl, 'create schema cases; create table cases.unit (id int); create table client (id int)');
    for (const name of ['pg_trgm', 'fuzzystrmatch', 'pgcrypto']) await query(snapUrl, `create extension ${name}`);
    expect(await query(snapUrl, 'select current_user as role, current_database() as database')).toEqual([
      { role: 'snap', database: 'snap' },
    ]);
  });

  test.each(['tanf', 'postgres', 'template1'])('cannot connect to %s', async (database) => {
    // 42501 insufficient_privilege: the role exists but access is denied.
    await expect(query(to(snapUrl, database), 'select 1')).rejects.toMatchObject({ code: '42501' });
  });

  test('cannot connect to a system that is made later', async () => {
    await server.ensureSystem('medicaid');
    await expect(query(to(snapUrl, 'medicaid'), 'select 1')).rejects.toMatchObject({ code: '42501' });
  });

  test.each([
    ['make databases', 'create database loot'],
    ['make roles', 'create role accomplice login'],
    ['become another role', 'set role tanf'],
    ['let itself into another database', 'grant connect on database tanf to snap'],
    ['read files of the server', "select pg_read_file('postgresql.conf')"],
    ['run programs on the server', "copy (select 1) to program 'cat'"],
  ])('cannot %s', async (_, sql) => {
    await expect(query(snapUrl, sql)).rejects.toMatchObject({ code: '42501' });
  });

  test('needs its own password', async () => {
    const forged = new URL(tanfUrl);
    forged.password = new URL(snapUrl).password;
    await expect(query(forged.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });
});

describe('ensureSystem', () => {
  test('called many times at once makes one database and returns one URL', async () => {
    const urls = await Promise.all(Array.from({ length: 5 }, () => server.ensureSystem('education')));
    expect(new Set(urls).size).toBe(1);
    expect(await query(urls[0] ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('closes a database again that was opened to everybody', async () => {
    await query(server.superuserUrl(), 'grant connect on database tanf to public');
    await server.ensureSystem('tanf');
    await expect(query(to(snapUrl, 'tanf'), 'select 1')).rejects.toMatchObject({ code: '42501' });
  });

  test.each(['postgres', 'template1', 'pg_x', 'Snap', 'a;b', 'a"b', '', '../x', 'public'])(
    'refuses %j',
    async (name) => {
      await expect(server.ensureSystem(name)).rejects.toThrow(RangeError);
    },
  );
});

describe('the server', () => {
  test('writes durably and checks what it reads', async () => {
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
      expect(await query(snapUrl, `select current_setting('${setting}') as value`)).toEqual([{ value: 'on' }]);
    }
  });

  test('knows the case of accented letters', async () => {
    expect(await query(snapUrl, "select upper('josé') as upper")).toEqual([{ upper: 'JOSÉ' }]);
  });

  test('listens on this machine only, by TCP only', async () => {
    expect(
      await query(
        server.superuserUrl(),
        "select current_setting('listen_addresses') as tcp, current_setting('unix_socket_directories') as unix",
      ),
    ).toEqual([{ tcp: '127.0.0.1', unix: '' }]);
  });
});
