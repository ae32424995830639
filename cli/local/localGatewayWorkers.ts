import { setTimeout as sleep } from 'node:timers/promises';
import { runWorkers } from '../../gateway/runtime/workers.ts';
import { CliError } from '../cliError.ts';
import { LOCAL_GATEWAY_VARIABLE } from '../config.ts';
import { explainWaiting } from './explainWaiting.ts';
import type { LocalGatewaySettings } from './localGateway.ts';

/**
 * Runs the gateway as several processes on one port. Each runs `person360 start` again with an environment that makes
 * it a gateway only. Resolves once all of them listen and have the approvals. Rejects if a worker ends before that or
 * the signal fires; then no worker is left running.
 *
 * @param origins names of their logs, one per worker
 */
export async function startLocalGatewayWorkers(
  settings: LocalGatewaySettings,
  origins: readonly string[],
  { log, say, signal }: WorkersSurroundings,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  let onAllListening: (port: number) => void = () => undefined;
  let onEnd: (error: Error) => void = () => undefined;
  const allListening = new Promise<number>((resolve, reject) => {
    onAllListening = resolve;
    onEnd = reject;
  });
  const running = runWorkers({
    count: origins.length,
    environmentOf: (number) => {
      const origin = origins[number - 1] ?? settings.ledger.origin;
      const own: LocalGatewaySettings = { ...settings, ledger: { ...settings.ledger, origin } };
      return { [LOCAL_GATEWAY_VARIABLE]: JSON.stringify(own) };
    },
    onAllListening,
    onEnd: (number, how) =>
      onEnd(new CliError(`Worker ${number} of the gateway ended during startup (${how}). Its error is above.`)),
    log,
  });
  async function stop(): Promise<void> {
    running.stop();
    await running.ended;
  }
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  stopped.catch(() => undefined);
  try {
    signal.throwIfAborted();
    const port = await Promise.race([allListening, stopped]);
    const url = `http://127.0.0.1:${port}/graphql`;
    await explainWaiting(readyInTurns(url, origins.length, signal), url, say, signal);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface WorkersSurroundings {
  readonly log: (message: string, details: object) => void;
  /** Prints progress for the user. */
  readonly say: (line: string) => void;
  /** Aborts the start. */
  readonly signal: AbortSignal;
}

/**
 * Waits until all workers are ready. They take connections in turns, so as many successful responses in a row as there
 * are workers come from all of them.
 */
async function readyInTurns(url: string, workers: number, signal: AbortSignal): Promise<void> {
  for (let inARow = 0; inARow < workers && !signal.aborted; ) {
    const { status } = await fetch(new URL('/health/ready', url), { headers: { connection: 'close' }, signal });
    inARow = status === 200 ? inARow + 1 : 0;
    if (inARow === 0) await sleep(50);
  }
}
