import { join } from 'node:path';
import { pino } from 'pino';
import { readManifest } from './builtWeb.ts';
import { processEnvironment, readConsoleConfig } from './config.ts';
import { readTrustedDocuments } from './graph/trustedDocuments.ts';
import { startConsole } from './startConsole.ts';

const logger = pino({ name: 'console' });
const log = (message: string, details: object = {}): void => logger.info(details, message);

/** Runs the console: configuration from the environment, and a clean stop on SIGTERM and SIGINT. */
try {
  const config = readConsoleConfig(processEnvironment());
  const running = await startConsole({
    ...config,
    documents: readTrustedDocuments(readManifest(config.web)),
    webDirectory: join(config.web, 'dist'),
    clock: Date.now,
    log,
  });
  log('console listening', { port: running.port });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  // Once: a second signal has Node's own effect, which ends the process at once.
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  logger.fatal(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
