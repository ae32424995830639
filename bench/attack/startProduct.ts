import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { readProcessTable } from '../processes/processTable.ts';

/** `person360 start` in a process of its own. */
export interface Product {
  /** The GraphQL endpoint. */
  readonly url: string;
  isRunning(): boolean;
  /** Resident memory of its node processes together, PostgreSQL excepted. Linux only. */
  residentMegabytes(): number;
  stop(): Promise<void>;
}

/** Resolves when it is ready; rejects when it ends first. */
export async function startProduct(dataDirectory: string, persons: number, workers: number): Promise<Product> {
  const program = fileURLToPath(new URL('../../cli/person360.js', import.meta.url));
  const options = ['--port', '0', '--persons', `${persons}`, '--workers', `${workers}`, '--data-dir', dataDirectory];
  const child = spawn(process.execPath, [program, 'start', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const url = await Promise.race([
    new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /person360 ready at (\S+)/.exec(line)?.[1];
        if (ready !== undefined) resolve(ready);
      });
    }),
    ended.then(() => {
      throw new Error('person360 start has ended before it was ready.');
    }),
  ]);
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    url,
    isRunning,
    residentMegabytes: () => residentMegabytes(child.pid ?? -1),
    async stop() {
      if (!isRunning()) return;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function residentMegabytes(root: number): number {
  const table = readProcessTable();
  const family = new Set([root]);
  // Parents come before their children only mostly: look until nothing is added.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of table) if (family.has(parent)) family.add(pid);
  }
  const nodes = table.filter(({ pid, name }) => family.has(pid) && !name.startsWith('postgres'));
  return nodes.reduce((sum, { pid }) => sum + residentKilobytes(pid), 0) / 1_024;
}

function residentKilobytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    // It ended after the table was read.
    return 0;
  }
}
