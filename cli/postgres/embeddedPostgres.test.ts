import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from './embeddedPostgres.ts';
import { findLocation } from './files/clusterLocation.ts';

const isRoot = process.geteuid?.() === 0;

/** Created by mkdtemp with mode 0700: when run as root, a folder that only root can enter. */
let base: string;
let dataDirectory: string;
let running: EmbeddedPostgres | undefined;

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'person360-embedded-'));
  dataDirectory = join(base, 'a folder with spaces and ümlauts', 'data');
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(async () => {
  await removeEmbeddedPostgres(dataDirectory);
  await rm(base, { recursive: true });
});

async function start(settings: Readonly<Record<string, string>> = {}, log: string[] = []): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dataDirectory, settings, log: (line) => log.push(line) });
  return running;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  // A server killed under an open connection also raises an error here; the query has already failed.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function clusterDirectory(): Promise<string> {
  return join((await findLocation(dataDirectory))?.directory ?? '', 'cluster');
}

describe('a data directory', () => {
  test('starts empty, in a folder that only root can enter too, with passwords only its owner can read', async () => {
    const server = await start();
    await query(await server.ensureSystem('snap'), 'create table kept (id int); insert into kept values (1)');
    const place = await findLocation(dataDirectory);
    const inside = place?.directory.startsWith(dataDirectory);
    expect(inside).toBe(!isRoot);
    const owner = (await stat(await clusterDirectory())).uid;
    expect(owner === 0).toBe(false);
    expect((await stat(join(dataDirectory, 'postgres', 'secret'))).mode & 0o777).toBe(0o600);
  });

  test('keeps its data and its URLs apart from the port between starts', async () => {
    const server = await start();
    const url = await server.ensureSystem('snap');
    expect(await query(url, 'select id from kept')).toEqual([{ id: 1 }]);
    const password = new URL(url).password;
    await server.stop();
    const again = await start();
    expect(new URL(await again.ensureSystem('snap')).password).toBe(password);
  });

  test('takes settings and hands its log over', async () => {
    const log: string[] = [];
    const server = await start({ fsync: 'off', work_mem: '9MB' }, log);
    expect(await query(server.superuserUrl(), "select current_setting('work_mem') as value")).toEqual([
      { value: '9MB' },
    ]);
    expect(log.some((line) => line.includes('ready to accept connections'))).toBe(true);
  });

  test('never logs the values of a statement that failed', async () => {
    const log: string[] = [];
    const server = await start({}, log);
    const url = await server.ensureSystem('snap');
    const sql = "create table ssn (id text unique); insert into ssn values ('123-45-6789'), ('123-45-6789')";
    await expect(query(url, sql)).rejects.toMatchObject({ code: '23505' });
    await server.stop();
    expect(log.some((line) => line.includes('duplicate key'))).toBe(true);
    expect(log.join('\n')).not.toContain('123-45');
  });

  test('is used by one start at a time and not removed under it', async () => {
    await start();
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toMatchObject({ failure: 'IN_USE' });
    await expect(removeEmbeddedPostgres(dataDirectory)).rejects.toMatchObject({ failure: 'IN_USE' });
  });

  test('of two starts at once one wins, and the other says so', async () => {
    const starts = await Promise.allSettled([
      startEmbeddedPostgres({ dataDirectory }),
      startEmbeddedPostgres({ dataDirectory }),
    ]);
    const won = starts.filter((outcome) => outcome.status === 'fulfilled');
    await Promise.all(won.map((outcome) => outcome.value.stop()));
    expect(won).toHaveLength(1);
    expect(starts.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({ failure: 'IN_USE' });
  });

  test('tells what PostgreSQL said when it does not start, and can be started afterwards', async () => {
    await expect(start({ shared_buffers: 'much' })).rejects.toThrow(/_DATABASE_URL[\s\S]*shared_buffers/);
    await start();
  });
});

describe('recovery', () => {
  test('what was committed before kill -9 of PostgreSQL is there at the next start', async () => {
    const server = await start();
    await query(server.superuserUrl(), 'create table committed as select generate_series(1, 5000) as id');
    process.kill(server.pid, 'SIGKILL');
    await expect(async () => {
      for (let i = 0; i < 200; i++) {
        await query(server.superuserUrl(), 'select 1');
        await sleep(20);
      }
    }).rejects.toThrow();
    await server.stop();
    const again = await start();
    expect(await query(again.superuserUrl(), 'select count(*)::int as count from committed')).toEqual([
      { count: 5000 },
    ]);
  });

  test('a start waits for backends that outlive a killed server, so that no second server writes at the same time', async () => {
    const server = await start();
    let over = false;
    const working = query(server.superuserUrl(), 'select count(*) from generate_series(1, 6000000)').finally(() => {
      over = true;
    });
    const outcome = Promise.allSettled([working]);
    await sleep(200);
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    const again = await start();
    expect(over).toBe(true);
    await outcome;
    expect(await query(again.superuserUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a pid file that names a process of somebody else does not keep the server from starting', async () => {
    await (await start()).stop();
    // State after kill -9, once the pid has been reused by another process (here: this one's parent).
    const stale = [process.ppid, await clusterDirectory(), 1, 5432, '', '127.0.0.1', '0 0', 'ready', ''].join('\n');
    await writeFile(join(await clusterDirectory(), 'postmaster.pid'), stale, { mode: 0o644 });
    const server = await start();
    expect(await query(server.superuserUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('database files whose creation was interrupted are created again', async () => {
    const other = join(base, 'cut-short');
    await (await startEmbeddedPostgres({ dataDirectory: other })).stop();
    const place = (await findLocation(other))?.directory ?? '';
    await rm(join(place, 'cluster'), { recursive: true });
    await mkdir(join(place, 'cluster.unfinished'));
    await writeFile(join(place, 'cluster.unfinished', 'PG_VERSION'), '18\n');
    const server = await startEmbeddedPostgres({ dataDirectory: other });
    await server.stop();
    expect(await readdir(place)).not.toContain('cluster.unfinished');
    await removeEmbeddedPostgres(other);
  });
});

describe('removing', () => {
  test('leaves nothing of the database, wherever it was kept, and the rest of the data directory', async () => {
    const other = join(base, 'removed');
    await chmod(base, 0o755);
    await (await startEmbeddedPostgres({ dataDirectory: other })).stop();
    await writeFile(join(other, 'keys.json'), '{}');
    const place = (await findLocation(other))?.directory ?? '';
    // If others may enter the folders, even root keeps the database inside the data directory.
    expect(place).toBe(join(other, 'postgres', 'server'));
    await removeEmbeddedPostgres(other);
    await chmod(base, 0o700);
    expect(await readdir(other)).toEqual(['keys.json']);
    await expect(stat(place)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('of a data directory that never had one does nothing', async () => {
    await removeEmbeddedPostgres(join(base, 'never'));
  });

  test('as root, a note that points to a folder that is not ours removes nothing there', async () => {
    const victim = join(base, 'victim');
    const forged = join(base, 'forged', 'postgres');
    await mkdir(victim);
    await mkdir(forged, { recursive: true });
    await writeFile(join(victim, 'precious'), 'kept');
    await writeFile(join(forged, 'place.json'), JSON.stringify({ id: 'x', directory: victim }));
    await expect(startEmbeddedPostgres({ dataDirectory: join(base, 'forged') })).rejects.toMatchObject({
      failure: 'DATA_LOST',
    });
    await removeEmbeddedPostgres(join(base, 'forged'));
    expect(await readFile(join(victim, 'precious'), 'utf8')).toBe('kept');
  });
});
