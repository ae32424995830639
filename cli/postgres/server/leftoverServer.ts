import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, hasErrorCode } from '../embeddedPostgresError.ts';
import { findProcess } from '../programs/processes.ts';

/**
 * Cleans up after an owner that was killed: stops its server if that still runs, and makes a stale postmaster.pid
 * harmless. Call it only while holding the owner lock, because a live owner's server looks the same.
 */
export async function stopLeftoverServer(cluster: string, log: (line: string) => void): Promise<void> {
  const path = join(cluster, 'postmaster.pid');
  const lines = await readLines(path);
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return;
  if (await isServerOf(pid, cluster)) {
    log(`Stopping the PostgreSQL server that an earlier start left behind (process ${pid})`);
    await stopProcess(pid, cluster);
    return;
  }
  // The pid may belong to another program by now, or to a zombie; PostgreSQL would take either for a live server and
  // refuse to start. It recognizes its parent's pid, which is ours, as stale. The file itself must stay: it leads
  // PostgreSQL to shared memory that backends of the killed server may still use, and starting alongside those destroys
  // data.
  await writeFile(path, [String(process.pid), ...lines.slice(1)].join('\n'));
}

async function stopProcess(pid: number, cluster: string): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 10],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (hasErrorCode(error, 'ESRCH')) return;
      throw error;
    }
    for (let waited = 0; waited < seconds * 1000; waited += 25) {
      if (!(await isServerOf(pid, cluster))) return;
      await sleep(25);
    }
  }
  throw new EmbeddedPostgresError(
    'IN_USE',
    `A PostgreSQL server of an earlier start does not stop (process ${pid}). End it by hand, then start again.`,
  );
}

/** Checks the command line, which the postmaster keeps as it was started. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  const found = await findProcess(pid);
  return found !== undefined && `${found.commandLine} `.includes(` -D ${cluster} `);
}

async function readLines(path: string): Promise<readonly string[] | undefined> {
  try {
    return (await readFile(path, 'utf8')).split('\n');
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
