import { pino } from 'pino';
import { readGatewayConfig } from './config.ts';
import { startGateway } from './startGateway.ts';

const logger = pino({ name: 'gateway' });

/** The gateway as a process of its own: configuration from the environment, a clean stop on SIGTERM and SIGINT. */
try {
  const gateway = await startGateway({
    ...readGatewayConfig(process.env),
    clock: () => new Date(),
    log: (message, details) => logger.info(details ?? {}, message),
  });
  logger.info({ url: gateway.url }, 'gateway listening');
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    gateway.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  logger.fatal(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
