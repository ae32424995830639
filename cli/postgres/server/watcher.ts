import { spawn } from 'node:child_process';
import { Socket } from 'node:net';
import type { Account } from '../programs/account.ts';
import { runAs } from '../programs/runProgram.ts';

/**
 * Waits for the end of standard input, which comes when the process at the other end is gone, for any reason; then asks
 * the server to shut down if the pid file still names it.
 */
const SCRIPT = `
while read -r _; do :; done
read -r current < "$2" && [ "$current" = "$1" ] && kill -INT "$1"
`;

/** Starts a small process that stops the server if ours is killed. It runs as the server's own account. */
export function startWatcher(pid: number, pidFile: string, account: Account): { end(): void } {
  const watcher = spawn('/bin/sh', ['-c', SCRIPT, 'person360-postgres-watcher', String(pid), pidFile], {
    ...runAs(account, '/'),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  // Without a watcher, an orphaned server is stopped only by the next start.
  watcher.once('error', () => watcher.unref());
  watcher.unref();
  if (watcher.stdin instanceof Socket) watcher.stdin.unref();
  return { end: () => void watcher.kill('SIGKILL') };
}
