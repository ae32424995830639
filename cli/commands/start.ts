import cluster from 'node:cluster';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { EngineName } from '../../gateway/execution/engineNames.ts';
import type { GatewayLimits } from '../../gateway/limits.ts';
import { joinWorkers } from '../../gateway/runtime/workers.ts';
import type { NoticeSettings } from '../../subgraphs/noticeSettings.ts';
import { CliError } from '../cliError.ts';
import { type CliConfig, clearPostgresVariables } from '../config.ts';
import { buildConsole } from '../local/buildConsole.ts';
import { readDevelopmentClock, startDevelopmentClock } from '../local/developmentClock.ts';
import { requireFreePorts } from '../local/freePorts.ts';
import type { LocalConsole } from '../local/localConsole.ts';
import { requireConsoleDocuments } from '../local/localDocuments.ts';
import { type LocalGatewaySettings, startLocalGateway } from '../local/localGateway.ts';
import { removeLocalData } from '../local/removeLocalData.ts';
import { startLocalSystem } from '../local/startLocalSystem.ts';
import { describeSystemsElsewhere, readSystemsElsewhere } from '../local/systemsElsewhere.ts';
import { CONSOLE_PORT_OFFSET } from '../systemPorts.ts';

export interface StartOptions {
  readonly port: number;
  /** False: no console. Absent: the port of the gateway and 100. */
  readonly console: boolean;
  readonly consolePort?: number | undefined;
  readonly persons: number;
  readonly seed: string;
  readonly dataDir: string;
  readonly fresh: boolean;
  readonly engine: EngineName;
  /** Number of gateway processes. */
  readonly workers: number;
  /** Initial time; undefined: now. */
  readonly clock: Date | undefined;
  readonly verbose: boolean;
  /** Limits of the gateway that are not the default. */
  readonly limits: Partial<GatewayLimits>;
  /** Systems that run elsewhere, as NAME=URL. */
  readonly system?: readonly string[] | undefined;
}

/**
 * Runs the whole of person360 on this machine. Resolves once it is ready; `stop` ends it. `failed` resolves with the
 * reason if it can't continue.
 *
 * @param signal aborts the start: everything already running is stopped, and `start` rejects with the signal's reason
 */
export async function start(
  options: StartOptions,
  config: CliConfig,
  emou: { readonly notices: NoticeSettings; readonly agreement: string | undefined },
  signal: AbortSignal,
): Promise<{ readonly failed?: Promise<Error>; stop(): Promise<void> }> {
  if (config.production) {
    throw new CliError(
      'person360 start is for development and demonstrations: it loads a synthetic population and signs its own tokens.\n' +
        'With NODE_ENV=production, start each system and the gateway separately; docs/configuration.md explains how.',
    );
  }
  const dataDirectory = resolve(options.dataDir);
  const log = (part: string, message: string, details: object): void => {
    if (options.verbose) say(`${part}: ${message} ${JSON.stringify(details)}`);
  };
  if (config.localGateway !== undefined) return gatewayOnly(config.localGateway, dataDirectory, log);
  const systemsElsewhere = readSystemsElsewhere(options.system ?? []);
  await makeDataDirectory(dataDirectory);
  if (config.databaseUrls.size === 0 && config.ledgerAdminUrl === undefined) clearPostgresVariables();
  if (options.fresh) await removeLocalData(dataDirectory);
  const pagesPort = consolePortOf(options);
  if (options.console && pagesPort !== 0) await requireFreePorts([pagesPort]);
  const bar = progressBar();
  const clock = startDevelopmentClock(dataDirectory, options.clock);
  const system = await startLocalSystem({
    ...options,
    dataDirectory,
    engine: { engine: options.engine, batching: true },
    databaseUrls: config.databaseUrls,
    ledgerAdminUrl: config.ledgerAdminUrl,
    callers: config.callers,
    systemsElsewhere,
    allowedOrigins: config.allowedOrigins,
    ...emou,
    clock,
    onStep: say,
    onProgress: bar.update,
    signal,
    log,
  }).finally(bar.stop);
  const pages = await startConsole(options, config, system.url, dataDirectory, clock).catch(async (error: unknown) => {
    await system.stop();
    throw error;
  });
  process.stdout.write(`person360 ready at ${system.url}\n`);
  say(nextSteps(system.url, options.dataDir, pages?.origin));
  if (systemsElsewhere.size > 0) say(`\n${await describeSystemsElsewhere(systemsElsewhere, system.url)}`);
  return {
    failed: system.failed,
    async stop() {
      await pages?.stop();
      await system.stop();
    },
  };
}

function consolePortOf({ port, consolePort }: StartOptions): number {
  return consolePort ?? (port === 0 ? 0 : port + CONSOLE_PORT_OFFSET);
}

/** The console, with users to choose from. Undefined: not wanted, or the tokens are another issuer's. */
async function startConsole(
  options: StartOptions,
  { callers }: CliConfig,
  gatewayUrl: string,
  dataDirectory: string,
  clock: () => Date,
): Promise<LocalConsole | undefined> {
  if (!options.console) return undefined;
  if (callers !== undefined) {
    say('No console: its users come from the local issuer, and PERSON360_JWKS_URL names another one.');
    return undefined;
  }
  if (!(await buildConsole(say))) {
    say('No console: this compiled copy of the program has no pages for it. Run npm start in a checkout.');
    return undefined;
  }
  const { readManifest, webDirectory } = await import('../../console/server/builtWeb.ts');
  const { readTrustedDocuments } = await import('../../console/server/graph/trustedDocuments.ts');
  const { startLocalConsole } = await import('../local/localConsole.ts');
  const manifest = readManifest();
  requireConsoleDocuments(dataDirectory, manifest);
  return startLocalConsole({
    ...{ dataDirectory, gatewayUrl, clock, webDirectory },
    port: consolePortOf(options),
    documents: readTrustedDocuments(manifest),
    log: (message, details) => {
      if (options.verbose) say(`console: ${message} ${JSON.stringify(details)}`);
    },
  });
}

/** Runs one of several gateways; the process that started it runs everything else. */
async function gatewayOnly(
  settings: string,
  dataDirectory: string,
  log: (part: string, message: string, details: object) => void,
): Promise<{ stop(): Promise<void> }> {
  // Set only by startLocalGatewayWorkers, which serialized it.
  const gateway = await startLocalGateway(JSON.parse(settings) as LocalGatewaySettings, {
    dataDirectory,
    clock: readDevelopmentClock(dataDirectory),
    log: (message, details = {}) => log('gateway', message, details),
    worker: joinWorkers(),
  });
  return {
    async stop() {
      await gateway.stop();
      cluster.worker?.disconnect();
    },
  };
}

/** Commands to type next, in a second terminal in the same folder. */
function nextSteps(url: string, dataDir: string, consoleAddress: string | undefined): string {
  const program = 'node cli/person360.js';
  const directory = dataDir === '.data' ? '' : ` --data-dir '${dataDir.replaceAll("'", "'\\''")}'`;
  const pages =
    consoleAddress === undefined
      ? ''
      : `\nThe console: ${consoleAddress}\n  Sign in as "Caseworker, foster care" and open the case of Jada Coleman.\n`;
  return `${pages}
Or query the graph, in a second terminal in this folder:

  TOKEN=$(${program} token --agency DCFS --role CASEWORKER --purpose FOSTER_CARE_CASE${directory})
  ${program} example --json |
    curl -s ${url} -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d @-

Press Ctrl-C to stop. The data stays in ${dataDir}; --fresh starts over.`;
}

async function makeDataDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    throw new CliError(`--data-dir ${directory} cannot be used as a directory (${code}). Choose another one.`);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Progress bar, drawn only while data is loading and stderr is a terminal. */
function progressBar() {
  const bar = new SingleBar({
    format: '  {bar} {percentage}% | {value} of {total} persons | {eta_formatted} left',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: false,
    noTTYOutput: false,
  });
  let running = false;
  function stop(): void {
    if (running) bar.stop();
    running = false;
  }
  function update(done: number, total: number): void {
    if (running) bar.update(done);
    else if (done < total) bar.start(total, done);
    running ||= done < total;
    if (done >= total) stop();
  }
  return { update, stop };
}
