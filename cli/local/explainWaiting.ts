import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const EXPLAIN_EVERY_MS = 5_000;

const Readiness = z.object({ checks: z.record(z.string(), z.string()) });

/**
 * Waits for `ready`. Until then, prints every 5 seconds what the gateway is waiting for, according to its readiness
 * check. Rejects as soon as the signal fires.
 *
 * @param url the gateway's GraphQL endpoint
 */
export async function explainWaiting<Result>(
  ready: Promise<Result>,
  url: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<Result> {
  const waiting = new AbortController();
  const stopWaiting = AbortSignal.any([signal, waiting.signal]);
  const aborted = new Promise<never>((_, reject) => {
    stopWaiting.addEventListener('abort', () => reject(stopWaiting.reason), { once: true });
  });
  // Also rejects after the wait is over, when nothing may be listening.
  aborted.catch(() => undefined);
  void explain();
  try {
    signal.throwIfAborted();
    return await Promise.race([ready, aborted]);
  } finally {
    waiting.abort();
  }

  async function explain(): Promise<void> {
    while (!stopWaiting.aborted) {
      await sleep(EXPLAIN_EVERY_MS, undefined, { signal: stopWaiting, ref: false }).catch(() => undefined);
      if (!stopWaiting.aborted) say(`waiting for ${await openChecks(url)}; press Ctrl-C to stop`);
    }
  }
}

async function openChecks(url: string): Promise<string> {
  try {
    const response = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(3_000) });
    const { checks } = Readiness.parse(await response.json());
    const open = Object.entries(checks).filter(([, state]) => state !== 'ok');
    return open.length === 0 ? 'the gateway' : open.map(([name, state]) => `${name} (${state})`).join(', ');
  } catch {
    // No response, or an unexpected one: nothing more is known.
    return 'the gateway to respond';
  }
}
