import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { supergraphFile } from '../../schema/files.ts';
import { freePort } from '../processes/freePort.ts';
import { programFile } from '../processes/program.ts';
import { type PartPlace, spawnNode, stopChild } from '../processes/startPart.ts';
import type { EngineName, RunningEngine, Target } from './engine.ts';

export interface EnginePlace extends PartPlace {
  /** Folder in which the peers were installed. */
  readonly peerDirectory: string | undefined;
  /** Directory for a CPU profile, written when it ends. */
  readonly profileDirectory: string | undefined;
  /** Origin of its log, instead of the engine's own: gateways that run at the same time need one each. */
  readonly ledgerOrigin?: string;
}

const READY_WITHIN_MS = 60_000;
/** Same as in the image (see Dockerfile), and used for all engines, since it is Node's and helps the others too. */
const NODE_ARGUMENTS = ['--max-semi-space-size=64'];
const gatewayMain = programFile(new URL('../../gateway/main.ts', import.meta.url));
const commandLine = programFile(new URL('../../cli/run.ts', import.meta.url));
const withoutLedgerMain = programFile(new URL('./gatewayWithoutLedger.ts', import.meta.url));
const stockMain = programFile(new URL('./stockGateway.ts', import.meta.url));
const nodeMain = programFile(new URL('./nodeServer.ts', import.meta.url));

/** A gateway in a process of its own, as a user would run it; resolves when it is ready. */
export async function startEngine(name: EngineName, target: Target, place: EnginePlace): Promise<RunningEngine> {
  const port = await freePort();
  const { args, environment, readyPath } = launchOf(name, target, port, place.peerDirectory);
  const said: string[] = [];
  const child = spawnNode(
    place.core,
    [...NODE_ARGUMENTS, ...profilerArguments(name, place.profileDirectory), ...args],
    // Options of the benchmark's own Node, such as a debugger's, are not for the gateway.
    { ...place.environment, ...environment, ...originOf(place), NODE_OPTIONS: undefined },
    ['ignore', 'pipe', 'pipe'],
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said.push(chunk.toString());
      if (said.length > 50) said.shift();
    });
  }
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilReady(child, `${origin}${readyPath}`);
  } catch (error) {
    await stopChild(child);
    throw new Error(`The gateway ${name} did not become ready:\n${said.join('')}`, { cause: error });
  }
  return { name, pid: child.pid ?? 0, url: `${origin}/graphql`, stop: () => stopChild(child) };
}

function originOf({ ledgerOrigin }: EnginePlace): Readonly<Record<string, string>> {
  return ledgerOrigin === undefined ? {} : { PERSON360_LEDGER_ORIGIN: ledgerOrigin };
}

function profilerArguments(name: EngineName, directory: string | undefined): readonly string[] {
  if (directory === undefined) return [];
  return ['--cpu-prof', '--cpu-prof-dir', join(directory, name)];
}

interface Launch {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly readyPath: string;
}

function launchOf(name: EngineName, target: Target, port: number, peerDirectory: string | undefined): Launch {
  switch (name) {
    case 'stock':
      return {
        args: [stockMain, target.kind === 'open' ? target.supergraphFile : supergraphFile, String(port)],
        environment: {
          NODE_ENV: 'production',
          ...(target.kind === 'open'
            ? {}
            : {
                BENCH_GRANT_KEY_FILE: target.facts.grantKeyFile,
                BENCH_SUBGRAPH_URLS: JSON.stringify(target.subgraphUrls),
              }),
        },
        readyPath: '/health/ready',
      };
    case 'hive':
      if (peerDirectory === undefined)
        throw new Error('Name the folder that Hive Gateway was installed in: --peer-dir.');
      return {
        args: [
          join(peerDirectory, 'node_modules/@graphql-hive/gateway/dist/bin.js'),
          'supergraph',
          openFile(name, target),
          '--port',
          String(port),
          '--host',
          '127.0.0.1',
          '--fork',
          '1',
        ],
        environment: { NODE_ENV: 'production' },
        readyPath: '/readiness',
      };
    case 'node':
      return { args: [nodeMain, String(port)], environment: { NODE_ENV: 'production' }, readyPath: '/' };
    case 'apollo':
      return person360(target, port, 'apollo', true);
    case 'compiled':
      return person360(target, port, 'compiled', true);
    case 'compiled-approvals':
      return withMoreApprovals(person360(target, port, 'compiled', true), target);
    case 'compiled-unrecorded':
      return person360({ ...guarded(target), recording: false }, port, 'compiled', true);
    case 'compiled-unbatched':
      return person360(target, port, 'compiled', false);
  }
}

function person360(target: Target, port: number, engine: 'apollo' | 'compiled', batching: boolean): Launch {
  const readyPath = '/health/ready';
  if (target.kind === 'open') {
    const args = [
      'gateway',
      '--supergraph',
      target.supergraphFile,
      '--port',
      String(port),
      '--open',
      '--engine',
      engine,
    ];
    return {
      args: [commandLine, ...args, ...(batching ? [] : ['--no-batching'])],
      // Open mode is refused in production.
      environment: { NODE_ENV: 'benchmark' },
      readyPath,
    };
  }
  const { facts, subgraphUrls } = target;
  const emouOrigin = new URL(facts.subgraphUrls.emou ?? '').origin;
  return {
    args: [target.recording ? gatewayMain : withoutLedgerMain],
    environment: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      PERSON360_ENGINE: engine,
      PERSON360_BATCHING: batching ? 'on' : 'off',
      PERSON360_JWKS_URL: facts.callers.jwksUrl,
      PERSON360_ISSUER: facts.callers.issuer,
      PERSON360_AUDIENCE: facts.callers.audience,
      PERSON360_GRANT_PRIVATE_KEY_FILE: facts.grantKeyFile,
      PERSON360_LEDGER_DATABASE_URL: facts.ledger.databaseUrl,
      // A tree has one writer: gateways that run at the same time need one each.
      PERSON360_LEDGER_ORIGIN: `person360.bench/${engine}-${batching ? 'batching' : 'alone'}`,
      PERSON360_LEDGER_SIGNING_KEY_FILE: facts.ledger.signingKeyFile,
      PERSON360_PERSON_REFERENCE_KEYS_FILE: facts.ledger.pseudonymKeysFile,
      PERSON360_FEED_URL: `${emouOrigin}/feed`,
      PERSON360_FEED_JWKS_URL: `${emouOrigin}/.well-known/jwks.json`,
      ...Object.fromEntries(Object.entries(subgraphUrls).map(([name, url]) => [`${name.toUpperCase()}_URL`, url])),
    },
    readyPath,
  };
}

function guarded(target: Target): Extract<Target, { kind: 'guarded' }> {
  if (target.kind === 'open') throw new Error('An open gateway hears of no approvals and records nothing.');
  return target;
}

/** The same gateway with thousands of additional approvals. */
function withMoreApprovals(launch: Launch, target: Target): Launch {
  const { url, jwksUrl } = guarded(target).facts.moreApprovals;
  const environment = {
    ...launch.environment,
    PERSON360_FEED_URL: url,
    PERSON360_FEED_JWKS_URL: jwksUrl,
    PERSON360_LEDGER_ORIGIN: 'person360.bench/more-approvals',
  };
  return { ...launch, environment };
}

function openFile(name: EngineName, target: Target): string {
  if (target.kind === 'open') return target.supergraphFile;
  throw new Error(`The gateway ${name} knows no authorization and cannot serve person360.`);
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`);
    const status = await request(url, { signal: AbortSignal.timeout(2_000) }).then(
      async ({ statusCode, body }) => {
        await body.dump();
        return statusCode;
      },
      () => undefined,
    );
    if (status === 200) return;
    if (Date.now() > end) throw new Error(`Its readiness is ${status ?? 'unknown'}.`);
    await sleep(100);
  }
}
