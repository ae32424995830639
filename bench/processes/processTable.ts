import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** User and system time of all its threads, and of its children that have ended. */
  readonly cpuSeconds: number;
}

let ticksPerSecond: number | undefined;

/** Every process and its CPU time as the operating system accounts it (proc(5), /proc/PID/stat). Linux only. */
export function readProcessTable(): readonly ProcessEntry[] {
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const table: ProcessEntry[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    let stat: string;
    try {
      stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
    } catch {
      // It ended after the folder was listed.
      continue;
    }
    // The name is in parentheses and may hold anything, parentheses included: the last one ends it.
    const nameEnd = stat.lastIndexOf(')');
    const fields = stat.slice(nameEnd + 2).split(' ');
    // Fields 14 to 17 of proc(5): utime, stime, cutime, cstime. The first after the name is field 3.
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    table.push({
      pid: Number(entry),
      parent: Number(fields[1]),
      name: stat.slice(stat.indexOf('(') + 1, nameEnd),
      cpuSeconds: ticks / ticksPerSecond,
    });
  }
  return table;
}

/** The process and everything that descends from it. */
export function processTree(table: readonly ProcessEntry[], root: number): readonly ProcessEntry[] {
  const tree = table.filter(({ pid }) => pid === root);
  for (const { pid } of tree) tree.push(...table.filter(({ parent }) => parent === pid));
  return tree;
}

/** Bytes that the process holds in memory now. */
export function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}
