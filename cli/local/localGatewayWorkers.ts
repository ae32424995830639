import { setTimeout as sleep } from 'node:timers/promises';
import { runWorkers } from '../../gateway/workers.ts';
import { localGatewayVariable } from '../config.ts';
import type { LocalGatewaySettings } from './localGateway.ts';

/**
 * The gateway of a local run as several processes on one port: each runs `person360 start` again, which finds in its
 * environment that it is to be a gateway only. Resolves when all of them listen and have the approvals.
 *
 * @param origins names of their logs, one for each
 */
export async function startLocalGatewayWorkers(
  settings: LocalGatewaySettings,
  origins: readonly string[],
  log: (message: string, details: object) => void,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  let running: ReturnType<typeof runWorkers> | undefined;
  const port = await new Promise<number>((onAllListening) => {
    running = runWorkers({
      count: origins.length,
      environmentOf: (number) => {
        const origin = origins[number - 1] ?? settings.ledger.origin;
        const own: LocalGatewaySettings = { ...settings, ledger: { ...settings.ledger, origin } };
        return { [localGatewayVariable]: JSON.stringify(own) };
      },
      onAllListening,
      log,
    });
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  // Connections go to the workers in turns: as many good answers in a row as there are workers come from all of them.
  for (let inARow = 0; inARow < origins.length; ) {
    const { status } = await fetch(new URL('/health/ready', url), { headers: { connection: 'close' } });
    inARow = status === 200 ? inARow + 1 : 0;
    if (inARow === 0) await sleep(50);
  }
  return {
    url,
    async stop() {
      running?.stop();
      await running?.ended;
    },
  };
}
