import cluster from 'node:cluster';
import { readFileSync } from 'node:fs';
import type { EngineName } from '../../gateway/execution/engineNames.ts';
import { defaultLimits } from '../../gateway/limits.ts';
import { joinWorkers, runWorkers } from '../../gateway/runtime/workers.ts';
import { startGateway } from '../../gateway/startGateway.ts';
import { readSupergraph } from '../../supergraph/read/readSupergraph.ts';
import { CliError } from '../cliError.ts';

export interface GatewayOptions {
  readonly supergraph: string | undefined;
  readonly port: number;
  readonly open: boolean;
  readonly engine: EngineName;
  readonly batching: boolean;
  /** Number of processes that share the port. */
  readonly workers: number;
}

/** Time in milliseconds for callers to disconnect before it stops. */
const DRAIN_MS = 500;

/** Serves a supergraph without authorization, for conformance tests and benchmarks. Rejected in production. */
export async function serveOpenly(options: GatewayOptions, production: boolean): Promise<{ stop(): Promise<void> }> {
  if (!options.open) {
    throw new CliError(
      'person360 gateway serves a supergraph without authorization, and only with --open, which says so.\n' +
        'The gateway with authorization is gateway/main.ts; docs/configuration.md explains its settings.',
    );
  }
  if (production)
    throw new CliError(
      '--open does not run with NODE_ENV=production, because it serves all data without authorization.',
    );
  if (options.supergraph === undefined)
    throw new CliError('Set the supergraph: --supergraph FILE, or SUPERGRAPH=FILE.');
  if (cluster.isPrimary) {
    process.stderr.write('warning: serving without authorization; anyone who can reach the port sees all data\n');
    if (options.workers > 1) return serveWithWorkers(options.workers);
  }
  const gateway = await startGateway({
    openToAll: true,
    host: '127.0.0.1',
    port: options.port,
    supergraph: supergraphIn(options.supergraph),
    engine: { engine: options.engine, batching: options.batching },
    // Benchmarks and conformance suites send operations of any shape.
    limits: { ...defaultLimits, maxDepth: 100, maxAliases: 1_000, maxTokens: 50_000, maxCost: Number.MAX_VALUE },
    drainMs: DRAIN_MS,
    ...(cluster.isWorker ? { worker: joinWorkers() } : {}),
    clock: () => new Date(),
    log: (message, details = {}) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
  });
  if (cluster.isPrimary) process.stdout.write(`gateway ready at ${gateway.url}\n`);
  return {
    async stop() {
      await gateway.stop();
      // The connection to the primary also keeps a worker alive.
      cluster.worker?.disconnect();
    },
  };
}

/** Checked here, so that the message names the file. */
function supergraphIn(file: string): string {
  try {
    const sdl = readFileSync(file, 'utf8');
    readSupergraph(sdl);
    return sdl;
  } catch (error) {
    throw new CliError(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Runs this same command in each worker. A worker that cannot start has printed the reason; then the command ends. */
async function serveWithWorkers(count: number): Promise<{ stop(): Promise<void> }> {
  let running: ReturnType<typeof runWorkers> | undefined;
  async function stop(): Promise<void> {
    running?.stop();
    await running?.ended;
  }
  try {
    const port = await new Promise<number>((resolve, reject) => {
      running = runWorkers({
        count,
        environmentOf: () => ({}),
        onAllListening: resolve,
        onEnd: (number, how) =>
          reject(new CliError(`Worker ${number} ended during startup (${how}). Its error is above.`)),
        log: (message, details) => process.stderr.write(`${message} ${JSON.stringify(details)}\n`),
      });
    });
    process.stdout.write(`gateway ready at http://127.0.0.1:${port}/graphql\n`);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
