import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { request } from 'undici';

const FIELDS = Array.from({ length: 40 }, (_, index) => `field${index}`);
/** No system answers: what is looked at is what the gateway keeps of operations, and not of data. */
const SCHEMA = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { item(id: ID!): Item }
  type Item @key(fields: "id") { id: ID! ${FIELDS.map((field) => `${field}: String`).join(' ')} }`;

export interface FloodOptions {
  /** Node arguments that run `cli/run.ts`. */
  readonly program: readonly string[];
  /** `--max-old-space-size` of the gateway. */
  readonly heapMb: number;
  /** Distinct operations. */
  readonly operations: number;
  /** One in this many operations is large (75 aliases of a fragment of 40 fields); the others have four fields. */
  readonly largeEvery: number;
  readonly concurrency: number;
  /** No operation is sent after this many milliseconds. */
  readonly maxMs: number;
  readonly onProgress?: (sent: number, usage: FloodUsage) => void;
}

export interface FloodUsage {
  readonly heapBytes: number;
  readonly cacheBytes: number;
}

export interface FloodResult {
  /** Operations that got a response with status 200. */
  readonly answered: number;
  readonly large: number;
  /** Undefined: the gateway was still running at the end. */
  readonly exit: string | undefined;
  readonly most: FloodUsage;
  readonly seconds: number;
}

/** Sends distinct operations to a gateway process with a small heap, and watches its memory by its metrics. */
export async function floodGateway(options: FloodOptions): Promise<FloodResult> {
  const directory = await mkdtemp(join(tmpdir(), 'person360-flood-'));
  const file = join(directory, 'supergraph.graphql');
  await writeFile(file, composed());
  const { program, heapMb } = options;
  const gateway = spawn(
    process.execPath,
    [`--max-old-space-size=${heapMb}`, ...program, 'gateway', '--open', '--supergraph', file, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'benchmark' } },
  );
  try {
    const url = await untilReady(gateway);
    return await flood(url, gateway, options);
  } finally {
    if (gateway.exitCode === null && gateway.signalCode === null) {
      const ended = once(gateway, 'exit');
      gateway.kill('SIGKILL');
      await ended;
    }
    await rm(directory, { recursive: true, force: true });
  }
}

async function flood(url: string, gateway: ChildProcess, options: FloodOptions): Promise<FloodResult> {
  const { operations, largeEvery, concurrency, maxMs, onProgress } = options;
  const startedAt = performance.now();
  let sent = 0;
  let answered = 0;
  let large = 0;
  let most: FloodUsage = { heapBytes: 0, cacheBytes: 0 };
  const isRunning = () => gateway.exitCode === null && gateway.signalCode === null;
  const sample = async (): Promise<void> => {
    const usage = await readUsage(url);
    if (usage === undefined) return;
    most = {
      heapBytes: Math.max(most.heapBytes, usage.heapBytes),
      cacheBytes: Math.max(most.cacheBytes, usage.cacheBytes),
    };
    onProgress?.(sent, usage);
  };
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (sent < operations && isRunning() && performance.now() - startedAt < maxMs) {
        const number = sent++;
        const isLarge = number % largeEvery === 0;
        if (await send(url, isLarge ? largeOperation(number) : smallOperation(number))) {
          answered++;
          if (isLarge) large++;
        }
        if (number % 50 === 0) await sample();
      }
    }),
  );
  await sample();
  // A process that ran out of memory takes a moment to end.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const exit = isRunning() ? undefined : String(gateway.signalCode ?? gateway.exitCode);
  return { answered, large, exit, most, seconds: (performance.now() - startedAt) / 1_000 };
}

function largeOperation(number: number): string {
  const aliases = Array.from({ length: 75 }, (_, alias) => `a${alias}: item(id: "1") { ...F }`);
  return `query Large${number} { ${aliases.join(' ')} } fragment F on Item { ${FIELDS.join(' ')} }`;
}

function smallOperation(number: number): string {
  return `query Small${number} { item(id: "1") { id field1 field2 } }`;
}

async function send(url: string, query: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    await body.dump();
    return statusCode === 200;
  } catch {
    // Counted by its absence: the gateway may have died.
    return false;
  }
}

async function readUsage(url: string): Promise<FloodUsage | undefined> {
  try {
    const { body } = await request(new URL('/metrics', url));
    const text = await body.text();
    const cacheBytes = [...text.matchAll(/^person360_cache_bytes\{[^}]*\} (\S+)$/gm)].map(([, bytes]) => Number(bytes));
    return {
      heapBytes: Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(text)?.[1]),
      cacheBytes: cacheBytes.reduce((sum, bytes) => sum + bytes, 0),
    };
  } catch {
    // As above.
    return undefined;
  }
}

function composed(): string {
  const { supergraphSdl, errors } = composeServices([
    // Nothing listens on port 9, the discard service.
    { name: 'items', url: 'http://127.0.0.1:9/graphql', typeDefs: parse(SCHEMA) },
  ]);
  if (supergraphSdl === undefined) throw new Error(errors?.map(String).join('\n'));
  return supergraphSdl;
}

async function untilReady(gateway: ChildProcess): Promise<string> {
  let output = '';
  gateway.stderr?.resume();
  for await (const chunk of gateway.stdout ?? []) {
    output += String(chunk);
    const url = /gateway ready at (\S+)/.exec(output)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`The gateway did not start: ${output}`);
}
