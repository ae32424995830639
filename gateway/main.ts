import cluster from 'node:cluster';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readSupergraph } from '../supergraph/read/readSupergraph.ts';
import { processEnvironment, readGatewayConfig, readWorkers } from './config.ts';
import { joinWorkers, runWorkers } from './runtime/workers.ts';
import { startGateway } from './startGateway.ts';

const logger = pino({ name: 'gateway' });
const log = (message: string, details: Readonly<Record<string, unknown>> = {}): void => logger.info(details, message);

/**
 * Runs the gateway as one or more processes: configuration from the environment, `--workers N` on the command line, and
 * a clean stop on SIGTERM and SIGINT.
 */
try {
  const { values } = parseArgs({ options: { workers: { type: 'string' } } });
  const workers = readWorkers(processEnvironment(), values.workers);
  if (cluster.isPrimary && workers.count > 1) await runAll(workers);
  else await runOne();
} catch (error) {
  logger.fatal(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function runAll(workers: ReturnType<typeof readWorkers>): Promise<void> {
  // Errors in the configuration are reported once, before anything is started.
  const { source } = readGatewayConfig(processEnvironment());
  if (source.kind === 'fixed') readSupergraph(source.version.sdl);
  const { ended, stop } = runWorkers({ ...workers, log });
  // Once: a second signal has Node's own effect, which ends the process at once, and the workers with it.
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await ended;
  process.exit(0);
}

async function runOne(): Promise<void> {
  const gateway = await startGateway({
    ...readGatewayConfig(processEnvironment()),
    clock: () => new Date(),
    log,
    ...(cluster.isWorker ? { worker: joinWorkers() } : {}),
  });
  log('gateway listening', { url: gateway.url });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    gateway.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  // A worker gets the signal from the terminal and from the primary. Only in a single process does a second signal end
  // it.
  const listen = cluster.isWorker ? process.on : process.once;
  listen.call(process, 'SIGTERM', stop);
  listen.call(process, 'SIGINT', stop);
}
