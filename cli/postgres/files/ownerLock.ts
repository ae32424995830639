import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { EmbeddedPostgresError, hasErrorCode } from '../embeddedPostgresError.ts';
import { findProcess } from '../programs/processes.ts';

const ownerShape = z.object({ pid: z.number().int().positive(), started: z.string() });

export interface OwnerLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only one that may start, use or remove what is next to `path`. Takes over a lock whose process
 * is gone (kill -9, power loss); the pid alone is no proof, since pids are reused.
 */
export async function acquireOwnerLock(path: string, dataDirectory: string): Promise<OwnerLock> {
  const self = await findProcess(process.pid);
  const content = JSON.stringify({ pid: process.pid, started: self?.started ?? 'unknown' });
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await createAtomically(path, content)) return { release: () => rm(path, { force: true }) };
    const found = await readIfThere(path);
    if (found === undefined) continue;
    const owner = await liveOwner(found);
    if (owner !== undefined) throw inUse(dataDirectory, owner);
    await removeStale(path, found);
  }
  throw inUse(dataDirectory, undefined);
}

/** Links a complete file into place, so that the lock appears with its content and no reader sees an empty one. */
async function createAtomically(path: string, content: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function liveOwner(content: string): Promise<number | undefined> {
  let owner: z.infer<typeof ownerShape>;
  try {
    owner = ownerShape.parse(JSON.parse(content));
  } catch {
    // A partial file after a power loss identifies no process.
    return undefined;
  }
  return (await findProcess(owner.pid))?.started === owner.started ? owner.pid : undefined;
}

/** Removes a stale lock. If another process has already replaced it, the new one is put back. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path);
  await rm(aside);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function inUse(dataDirectory: string, pid: number | undefined): EmbeddedPostgresError {
  const by = pid === undefined ? 'another process' : pid === process.pid ? 'this process' : `process ${pid}`;
  return new EmbeddedPostgresError(
    'IN_USE',
    `The database in ${dataDirectory} is in use by ${by}. Stop it first, or choose another --data-dir.`,
  );
}
