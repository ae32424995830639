import { readGatewayConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/startGateway.ts';

/** gateway/main.ts but for the ledger: it shows without recording, and so is for benchmarks over synthetic people only. */
const gateway = await startGateway({
  ...readGatewayConfig(process.env),
  ledger: { kind: 'off' },
  clock: () => new Date(),
  log: (message) => process.stderr.write(`${message}\n`),
});
process.once('SIGTERM', () => {
  gateway.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
