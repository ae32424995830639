import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts CPU time in hundredths of a second (USER_HZ). */
const TICK_US = 10_000;

/**
 * CPU time of a PostgreSQL server and its processes so far, in microseconds; 0 without /proc. Processes that end take
 * their time with them, so measure while the same connections stay open.
 */
export function serverCpu(postmaster: number): number {
  let names: readonly string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return 0;
  }
  let ticks = 0;
  for (const name of names) {
    const fields = /^\d+$/.test(name) ? statOf(name) : undefined;
    if (fields === undefined) continue;
    // After the name: state, parent (field 4 of the file), ..., utime (14), stime (15).
    if (name !== String(postmaster) && fields[1] !== String(postmaster)) continue;
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * TICK_US;
}

function statOf(pid: string): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may contain spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
