import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const PREFIX = 'person360-test-';
/** A file system in memory has to have so much room, and the machine so much free memory, to be used. */
const ROOM_BYTES = 4 * 2 ** 30;
const FREE_BYTES = 8 * 2 ** 30;

/**
 * Makes the directory of a run's temporary files: in memory if there is plenty, since dozens of databases are created and
 * removed. Removes what runs that were killed have left there.
 */
export async function makeTemporaryDirectory() {
  for (const name of await readdir(MEMORY).catch(() => [])) {
    const [, pid] = /^person360-test-(\d+)-/.exec(name) ?? [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    // Another user's cannot be removed.
    await rm(join(MEMORY, name), { recursive: true, force: true }).catch(() => undefined);
  }
  const inMemory = (await hasMemory()) ? await makeIn(MEMORY).catch(() => undefined) : undefined;
  if (inMemory !== undefined && (await runsPrograms(inMemory))) return inMemory;
  if (inMemory !== undefined) await rm(inMemory, { recursive: true });
  return await makeIn(tmpdir());
}

async function makeIn(directory) {
  const made = await mkdtemp(join(directory, `${PREFIX}${process.pid}-`));
  // The account that root uses for PostgreSQL passes through.
  await chmod(made, 0o711);
  return made;
}

async function hasMemory() {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= ROOM_BYTES && freemem() >= FREE_BYTES;
}

/** PostgreSQL may have to run from a copy of its binaries there. */
async function runsPrograms(directory) {
  const program = join(directory, 'program');
  await writeFile(program, '#!/bin/sh\n', { mode: 0o755 });
  try {
    execFileSync(program);
    return true;
  } catch {
    return false;
  } finally {
    await rm(program);
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
