import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../harness/eventually.ts';
import { type Federation, startFederation } from '../harness/graphs/federation.ts';
import { type RunningCommand, runCommand, startCommand } from '../harness/runCommand.ts';

/** One request after the other, so that the end of requests in flight is observed. */
const SLOW_MS = 30;
const OPERATION = JSON.stringify({ query: '{ slow }' });

let federation: Federation;
let directory: string;
let environment: Readonly<Record<string, string>>;
let command: RunningCommand;
let url: string;

beforeAll(async () => {
  federation = await startFederation([
    {
      name: 'clock',
      sdl: 'type Query { slow: Int }',
      resolvers: { Query: { slow: () => new Promise((resolve) => setTimeout(resolve, SLOW_MS, 1)) } },
    },
  ]);
  directory = await mkdtemp(join(tmpdir(), 'person360-workers-'));
  const file = join(directory, 'supergraph.graphql');
  await writeFile(file, federation.supergraphSdl);
  environment = { SUPERGRAPH: file, PORT: '0' };
  command = startCommand(['gateway', '--open', '--workers', '2'], environment);
  url = (await command.line(/^gateway ready at /)).replace('gateway ready at ', '');
}, 60_000);
afterAll(async () => {
  command?.process.kill('SIGTERM');
  await command?.ended;
  await federation?.stop();
  if (directory !== undefined) await rm(directory, { recursive: true, force: true });
}, 60_000);

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: IncomingHttpHeaders;
}

/** Rejects when the connection is refused or lost. */
function ask(agent: Agent | false = false): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
      },
    );
    sent.on('error', reject);
    // A connection that was just given to a worker that dies gets no response.
    sent.setTimeout(3_000, () => sent.destroy(new Error('No answer came.')));
    sent.end(OPERATION);
  });
}

/** Each process names its requests with a beginning of its own. */
async function processesThatAnswer(requests: number): Promise<ReadonlySet<string>> {
  const replies = await Promise.all(Array.from({ length: requests }, () => ask()));
  return new Set(replies.map(({ headers }) => String(headers['x-request-id']).replace(/-\w+$/, '')));
}

async function answeredSoFar(): Promise<number> {
  const text = await (await fetch(new URL('/metrics', url))).text();
  return Number(/^person360_requests_total\{status="200"\} (\d+)$/m.exec(text)?.[1] ?? 0);
}

describe('a gateway of two workers', () => {
  test('is ready when both are, spreads requests over them, and counts them together', async () => {
    const ready = await fetch(new URL('/health/ready', url));
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', checks: { workers: 'ok', running: 'ok' } },
    ]);
    expect(command.output.stderr).toContain('warning: serving without authorization');
    expect((await processesThatAnswer(20)).size).toBe(2);
    expect(await answeredSoFar()).toBe(20);
    expect(await answeredSoFar()).toBe(20);
  });

  test('does not start in production, where nothing is served without authorization', async () => {
    const { code, stdout, stderr } = await runCommand(['gateway', '--open'], {
      ...environment,
      NODE_ENV: 'production',
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('NODE_ENV=production');
  }, 30_000);

  test('replaces a worker that is killed, while the other goes on', async () => {
    const before = await processesThatAnswer(20);
    const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(command.process.pid)], {
      encoding: 'utf8',
    });
    const victim = /^ *(\d+) .*run\.[jt]s gateway/m.exec(children)?.[1];
    if (victim === undefined) throw new Error('There is no worker.');
    process.kill(Number(victim), 'SIGKILL');
    const after = await eventually(
      () => processesThatAnswer(10).catch(() => new Set<string>()),
      (names) => names.size === 2 && [...names].some((name) => !before.has(name)),
      30_000,
    );
    expect([...after].filter((name) => before.has(name))).toHaveLength(1);
    expect(command.output.stderr).toContain('a worker ended and is replaced');
  }, 60_000);

  test('when stopped, responds to all pending requests and exits without an error', async () => {
    const failures: unknown[] = [];
    let answered = 0;
    const callers = Array.from({ length: 16 }, async () => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      try {
        for (let told = false; !told; answered++) {
          const { status, text, headers } = await ask(agent);
          if (status !== 200 || !text.startsWith('{"data":{"slow":1}')) failures.push(text);
          // A client that gets `connection: close` has been asked to leave.
          told = headers.connection === 'close';
        }
      } catch (error) {
        failures.push(error);
      } finally {
        agent.destroy();
      }
    });
    await eventually(
      async () => answered,
      (count) => count > 100,
      10_000,
    );
    command.process.kill('SIGTERM');
    await Promise.all(callers);
    expect(failures).toEqual([]);
    expect((await command.ended).code).toBe(0);
    await expect(ask()).rejects.toThrow('ECONNREFUSED');
  }, 60_000);
});
