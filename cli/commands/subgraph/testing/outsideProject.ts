import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A subgraph that runs as a process of its own, as an agency runs it. */
export interface OutsideProject {
  readonly url: string;
  /** Port on which the subgraph expects the key set of the gateway. */
  readonly jwksPort: number;
  stop(): Promise<void>;
}

const START_MS = 40_000;

/**
 * Starts a project with its own start command, and waits until it is ready. Rejects with its output if it ends.
 *
 * @param place its port, and the address of the gateway's keys; by default free ports
 */
export async function startOutsideProject(
  folder: string,
  command: string,
  args: readonly string[],
  place: { readonly port?: number; readonly jwksUrl?: string } = {},
): Promise<OutsideProject> {
  const [port, jwksPort] = [place.port ?? (await freePort()), await freePort()];
  const child = spawn(command, [...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      PYTHONDONTWRITEBYTECODE: '1',
      PORT: String(port),
      PERSON360_GRANT_JWKS_URL: place.jwksUrl ?? `http://127.0.0.1:${jwksPort}/.well-known/jwks.json`,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const stop = () => end(child);
  const deadline = Date.now() + START_MS;
  while (!(await isLive(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The project did not start: ${output}`);
    }
    await sleep(50);
  }
  return { url: `http://127.0.0.1:${port}/graphql`, jwksPort, stop };
}

async function isLive(port: number): Promise<boolean> {
  return await fetch(`http://127.0.0.1:${port}/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exited;
  clearTimeout(timer);
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
