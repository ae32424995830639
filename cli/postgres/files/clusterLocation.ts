import { createHash, randomBytes } from 'node:crypto';
import { chmod, link, lstat, mkdir, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresError, hasErrorCode, USE_OWN_SERVER } from '../embeddedPostgresError.ts';
import type { Account } from '../programs/account.ts';
import { runProgram } from '../programs/runProgram.ts';
import { isShellSafe } from './shellSafe.ts';

/** Location of one data directory's server. */
export interface ClusterLocation {
  /** `<data directory>/postgres`: the secret, and a note of the server's location if it is elsewhere. */
  readonly home: string;
  /** Cluster, copied binaries and owner lock. The account that PostgreSQL runs as can enter it. */
  readonly directory: string;
}

const noteShape = z.object({ id: z.string(), directory: z.string() });
const markerShape = z.object({ id: z.string(), dataDirectory: z.string() });

export const homeOf = (dataDirectory: string): string => join(dataDirectory, 'postgres');

/** Finds the place created by an earlier start, or undefined before the first one. */
export async function findLocation(dataDirectory: string): Promise<ClusterLocation | undefined> {
  const home = homeOf(dataDirectory);
  if (!(await isFolder(home))) return undefined;
  await requireOwnFolder(home, dataDirectory);
  const note = await readNote(home);
  if (note !== undefined) {
    await requireMarker(note, home);
    return { home, directory: note.directory };
  }
  const directory = join(home, 'server');
  return (await isFolder(directory)) ? { home, directory } : undefined;
}

/**
 * Finds or creates the place: inside the data directory if that works, elsewhere if the account that root uses for
 * PostgreSQL cannot enter it (for example a checkout below /root) or initdb cannot handle its name. The data directory
 * stores the location.
 */
export async function openLocation(
  dataDirectory: string,
  account: Account,
  log: (line: string) => void,
): Promise<ClusterLocation> {
  const home = homeOf(dataDirectory);
  await mkdir(home, { recursive: true });
  await requireOwnFolder(home, dataDirectory);
  // Execute without read permission: the account only passes through to the server's folder.
  await chmod(home, account.kind === 'self' ? 0o700 : 0o711);
  const found = await findLocation(dataDirectory);
  const inside = join(home, 'server');
  const hasCluster = await isFolder(join(found?.directory ?? inside, 'cluster'));
  const isUsable = found !== undefined && (hasCluster || isShellSafe(found.directory));
  if (isUsable && (await canEnter(account, found.directory))) return found;
  if (found !== undefined && (found.directory !== inside || hasCluster)) {
    throw new EmbeddedPostgresError(
      'FAILED',
      `The account that PostgreSQL runs as can no longer enter ${found.directory}: make the folders above it ` +
        'passable again (chmod o+x), or start with --fresh, which removes all data.',
    );
  }
  await mkdir(inside, { recursive: true });
  await chmod(inside, account.kind === 'self' ? 0o700 : 0o755);
  if (isShellSafe(inside) && (await canEnter(account, inside))) return { home, directory: inside };
  // At most the remains of a first start that did not get as far as a cluster.
  await rm(inside, { recursive: true });
  return { home, directory: await openShared(home, dataDirectory, account, log) };
}

async function openShared(
  home: string,
  dataDirectory: string,
  account: Account,
  log: (line: string) => void,
): Promise<string> {
  const prefix = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 12);
  const id = randomBytes(6).toString('hex');
  for (const base of ['/var/lib/person360', join(tmpdir(), 'person360'), '/var/tmp/person360']) {
    if (!isShellSafe(base) || !(await makeBase(base))) continue;
    for (const name of await readdir(base)) {
      // Never removed without a request: it may belong to a data directory that was only moved.
      if (name.startsWith(prefix)) log(`An earlier database of ${dataDirectory} is still at ${join(base, name)}`);
    }
    const directory = join(base, `${prefix}-${id}`);
    await mkdir(directory);
    await chmod(directory, 0o755);
    if (!(await canEnter(account, directory))) {
      await rmdir(directory);
      continue;
    }
    await writeFile(join(directory, 'place.json'), JSON.stringify({ id, dataDirectory }), { mode: 0o600 });
    const noted = await writeNote(home, { id, directory });
    // Two concurrent first starts: the place noted first is used.
    if (noted !== directory) await rm(directory, { recursive: true });
    return noted;
  }
  throw new EmbeddedPostgresError(
    'NO_ACCOUNT',
    `PostgreSQL cannot keep its files in ${dataDirectory}, in /var/lib/person360, in ${tmpdir()}, or in /var/tmp. ` +
      'Choose a --data-dir without quotes, backslashes, backquotes and $ in its path that PostgreSQL may enter. When ' +
      'you start as root, PostgreSQL runs as another account: run chmod o+x on the folders above the data directory, ' +
      `or start as an ordinary user. ${USE_OWN_SERVER}`,
  );
}

/**
 * Creates the folder or accepts our own. In a folder writable by everyone, another user may have created this name
 * first.
 */
async function makeBase(base: string): Promise<boolean> {
  try {
    await mkdir(base);
    await chmod(base, 0o755);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'EACCES', 'EROFS', 'ENOTDIR', 'EPERM')) return false;
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  }
  const found = await lstat(base);
  return found.isDirectory() && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0;
}

async function canEnter(account: Account, directory: string): Promise<boolean> {
  if (account.kind === 'self') return true;
  return (await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], account, '/')).exitCode === 0;
}

async function requireOwnFolder(home: string, dataDirectory: string): Promise<void> {
  const found = await lstat(home);
  if (found.isDirectory() && found.uid === process.geteuid?.()) return;
  throw new EmbeddedPostgresError(
    'OTHER_OWNER',
    `The database in ${dataDirectory} was created by another user (uid ${found.uid}). Start as that user, or choose another --data-dir.`,
  );
}

/** Checks the marker, which proves that the noted folder is ours, before anything there is run or removed as root. */
async function requireMarker(note: z.infer<typeof noteShape>, home: string): Promise<void> {
  try {
    const marker = markerShape.parse(JSON.parse(await readFile(join(note.directory, 'place.json'), 'utf8')));
    if (marker.id === note.id) return;
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT', 'ENOTDIR')) throw error;
  }
  throw new EmbeddedPostgresError(
    'DATA_LOST',
    `The database is missing from ${note.directory}. To start with an empty one, remove ${home}.`,
  );
}

async function readNote(home: string): Promise<z.infer<typeof noteShape> | undefined> {
  try {
    return noteShape.parse(JSON.parse(await readFile(join(home, 'place.json'), 'utf8')));
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Writes the note and returns the noted directory, which is another writer's if that was first. */
async function writeNote(home: string, note: z.infer<typeof noteShape>): Promise<string> {
  const draft = join(home, `place.${note.id}`);
  await writeFile(draft, JSON.stringify(note), { mode: 0o600 });
  try {
    await link(draft, join(home, 'place.json'));
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readNote(home))?.directory ?? note.directory;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}
