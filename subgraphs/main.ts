import { pino } from 'pino';
import { subgraphDefinition } from './all.ts';
import { processEnvironment, readSubgraphConfig } from './config.ts';
import { runMigrations } from './kit/database/migrations.ts';
import type { Log } from './kit/log.ts';
import { startSubgraph } from './kit/startSubgraph.ts';
import { followRegistry } from './publishedSchema/followRegistry.ts';

/** One system, named on the command line, for production: `node subgraphs/main.js snap`. Stops cleanly on SIGTERM and SIGINT. */
const logger = pino({ name: 'person360-subgraph' });

try {
  const config = readSubgraphConfig(process.argv[2], processEnvironment());
  const { registryFeedUrl } = config;
  const clock = () => new Date();
  const log: Log = ({ level, event, ...rest }) => logger[level](rest, event);
  const published =
    registryFeedUrl === undefined
      ? undefined
      : followRegistry({ url: () => registryFeedUrl, system: config.name, clock, log });
  const definition = subgraphDefinition(config.name, { ...config, published });
  await runMigrations(config.databaseUrl, definition.migrationsDirectory);
  const running = await startSubgraph(definition, {
    databaseUrl: config.databaseUrl,
    port: config.port,
    host: config.host,
    grantJwksUrl: config.grantJwksUrl,
    keyEncryption: config.keyEncryption(),
    limits: {
      maxKeyAgeMs: config.maxKeyAgeMs,
      maxObjects: config.maxObjects,
      maxResponseBytes: config.maxResponseBytes,
    },
    factsUrl: () => config.factsUrl,
    clock,
    log,
  });
  const stop = () => {
    Promise.all([running.stop(), published?.stop()]).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  // The message only: a driver's error can hold the URL with its password.
  logger.fatal(error instanceof Error ? error.message : 'Could not start.');
  process.exit(1);
}
