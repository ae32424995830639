import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { hasErrorCode } from '../embeddedPostgresError.ts';

export interface LiveProcess {
  /** Start time in the system's own format. Distinguishes a process from a later one with the same pid. */
  readonly started: string;
  readonly commandLine: string;
}

/** Finds the process with this pid. Undefined if there is none, or only a zombie. */
export async function findProcess(pid: number): Promise<LiveProcess | undefined> {
  return platform() === 'linux' ? await findInProc(pid) : await findWithPs(pid);
}

async function findInProc(pid: number): Promise<LiveProcess | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may contain anything, so fields are counted from the last parenthesis. See
    // proc_pid_stat(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    const startTicks = fields[19];
    if (state === undefined || startTicks === undefined || 'ZX'.includes(state)) return undefined;
    // Ticks count from boot, so they repeat after the next one.
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const commandLine = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    return { started: `${boot}/${startTicks}`, commandLine };
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ESRCH')) return undefined;
    throw error;
  }
}

async function findWithPs(pid: number): Promise<LiveProcess | undefined> {
  const show = async (column: string): Promise<string> => {
    try {
      return (await promisify(execFile)('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)])).stdout.trim();
    } catch (error) {
      // ps exits with 1 if there is no such process; any other failure (such as no ps at all) must not be mistaken for
      // that.
      if (hasErrorCode(error, '1')) return '';
      throw error;
    }
  };
  const state = await show('stat');
  if (state === '' || state.startsWith('Z')) return undefined;
  return { started: await show('lstart'), commandLine: await show('command') };
}
