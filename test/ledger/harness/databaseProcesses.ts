import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';

/** The server and every process it started, from /proc. */
export function databaseProcesses(postmaster: number): readonly number[] {
  const children = readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    return Number.isInteger(pid) && parentOf(pid) === postmaster ? [pid] : [];
  });
  return [postmaster, ...children];
}

/** Lets these processes write no file beyond so many bytes: what a full disk does, without one. `unlimited` lifts it. */
export function limitFileSize(pids: readonly number[], bytes: number | 'unlimited'): void {
  for (const pid of pids) {
    // The server's helpers come and go by themselves.
    const owner = statSync(`/proc/${pid}`, { throwIfNoEntry: false });
    if (owner === undefined) continue;
    // As the user that owns the process: others may not, not even root in some containers.
    const { uid, gid } = owner;
    try {
      execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], { uid, gid, stdio: 'ignore' });
    } catch (error) {
      if (existsSync(`/proc/${pid}`)) throw error;
    }
  }
}

function parentOf(pid: number): number | undefined {
  try {
    // Field 4; the name in field 2 may hold spaces and parentheses.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
