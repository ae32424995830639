import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer, Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError, hasErrorCode } from '../embeddedPostgresError.ts';
import type { Binaries } from '../files/binaries.ts';
import type { Account } from '../programs/account.ts';
import { explainOutput } from '../programs/explainOutput.ts';
import { runAs } from '../programs/runProgram.ts';
import { serverArguments } from './serverSettings.ts';
import { startWatcher } from './watcher.ts';

export interface ServerProcess {
  readonly port: number;
  readonly pid: number;
  /** Resolves with how the server ended if it was not asked to stop: a signal's name, or its exit code. */
  readonly endedUnexpectedly: Promise<string>;
  /** Fast shutdown; after ten seconds an immediate one, from which the next start recovers. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly binaries: Binaries;
  readonly cluster: string;
  readonly account: Account;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (line: string) => void;
}

const PORT_ATTEMPTS = 5;
const SURVIVOR_ATTEMPTS = 40;

/** Starts the server and waits until it accepts connections. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  let takenPorts = 0;
  let survivors = 0;
  for (;;) {
    const port = await findFreePort();
    const started = await tryStart(options, port);
    if (started.kind === 'ready') return started.server;
    const said = started.lines.join('\n');
    // Another program took the port between our check and the server's bind.
    if (/could not bind.*in use/.test(said) && ++takenPorts < PORT_ATTEMPTS) continue;
    // Backends of a killed server finish their statement first, and must be gone before a new server may start.
    if (/pre-existing shared memory block/.test(said) && ++survivors < SURVIVOR_ATTEMPTS) {
      await sleep(250);
      continue;
    }
    throw explainOutput('PostgreSQL did not start', options.cluster, started.lines);
  }
}

type Attempt =
  | { readonly kind: 'ready'; readonly server: ServerProcess }
  | { readonly kind: 'failed'; readonly lines: readonly string[] };

async function tryStart(options: ServerOptions, port: number): Promise<Attempt> {
  const { binaries, cluster, account, settings, log } = options;
  const lines: string[] = [];
  // Detached: Ctrl-C reaches every process of the terminal's group, and the server must outlive its clients.
  const child = spawn(binaries.postgres, serverArguments(cluster, port, settings), {
    ...runAs(account, cluster),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    lines.push(line);
    if (lines.length > 40) lines.shift();
    log(line);
  });
  let exit: string | undefined;
  const exited = new Promise<void>((resolve) => {
    const settle = (how: string): void => {
      exit ??= how;
      resolve();
    };
    // 'close' comes after the last line of output, but backends that outlive a killed server keep the output open while
    // their statement runs, so do not wait for them.
    let patience: NodeJS.Timeout | undefined;
    child.once('exit', (code, signal) => {
      patience = setTimeout(settle, 300, signal ?? `exit code ${code}`);
    });
    child.once('close', (code, signal) => {
      clearTimeout(patience);
      settle(signal ?? `exit code ${code}`);
    });
    child.once('error', (error) => {
      lines.push(error.message);
      settle(error.message);
    });
  });
  const pid = child.pid;
  while (exit === undefined && pid !== undefined && !(await isReady(cluster, pid))) await sleep(15);
  if (exit !== undefined || pid === undefined) {
    await exited;
    return { kind: 'failed', lines };
  }
  const watcher = startWatcher(pid, join(cluster, 'postmaster.pid'), account);
  letNodeEnd(child);
  let stopping: Promise<void> | undefined;
  const endedUnexpectedly = new Promise<string>((resolve) => {
    void exited.then(() => {
      watcher.end();
      if (stopping !== undefined) return;
      log(`PostgreSQL ended unexpectedly (${exit})`);
      resolve(exit ?? 'for an unknown reason');
    });
  });
  const stop = (): Promise<void> => {
    stopping ??= stopChild(child, exited);
    return stopping;
  };
  return { kind: 'ready', server: { port, pid, endedUnexpectedly, stop } };
}

/** Lets a program that forgets to stop the server end anyway; the watcher then stops the server. */
function letNodeEnd(child: ChildProcess): void {
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
}

async function stopChild(child: ChildProcess, exited: Promise<void>): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 10],
    ['SIGQUIT', 15],
  ] as const) {
    // False if it has already ended: then only its last output is left to wait for.
    child.kill(signal);
    const patience = new AbortController();
    const timeout = sleep(seconds * 1000, 'late' as const, { signal: patience.signal }).catch(() => 'late' as const);
    const outcome = await Promise.race([exited.then(() => 'exited' as const), timeout]);
    patience.abort();
    if (outcome === 'exited') return;
  }
  throw new EmbeddedPostgresError('FAILED', `PostgreSQL does not stop (process ${child.pid}). End that process.`);
}

/** Reads the postmaster's state from the eighth line of its pid file. */
async function isReady(cluster: string, pid: number): Promise<boolean> {
  try {
    const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return false;
    throw error;
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) =>
      reject(new EmbeddedPostgresError('NO_PORT', `No port could be opened on 127.0.0.1: ${cause.message}`, { cause })),
    );
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
