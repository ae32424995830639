import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Assignment of processes to cores: the gateway under test has one to itself, everything else shares the others. */
export interface Cores {
  readonly gateway: string;
  readonly others: string;
}

/** Undefined if processes cannot be bound to cores here: no taskset, or only one core. */
export function chooseCores(): Cores | undefined {
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
    const allowed = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    const cores = (allowed ?? '').split(',').flatMap(expandRange);
    const [gateway, ...others] = cores.reverse();
    if (gateway === undefined || others.length === 0) return undefined;
    return { gateway: String(gateway), others: others.join(',') };
  } catch {
    return undefined;
  }
}

/** `4-6` is 4, 5, 6. */
function expandRange(text: string): number[] {
  const [first = Number.NaN, last = first] = text.split('-').map(Number);
  if (!Number.isInteger(first) || !Number.isInteger(last)) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Command that runs Node with these arguments on that core. taskset becomes Node, so the process id is Node's. */
export function nodeCommand(core: string | undefined, args: readonly string[]): readonly [string, readonly string[]] {
  return core === undefined ? [process.execPath, args] : ['taskset', ['-c', core, process.execPath, ...args]];
}
