import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import type { GatewayStatus } from '../../schema/publishing/gatewayReports.ts';

export interface StatusReports {
  /** Sends what this gateway serves. Returns at once; the newest status replaces one that is not sent yet. */
  report(status: GatewayStatus): void;
  stop(): Promise<void>;
}

const REPEAT_MS = 60_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
const TIMEOUT_MS = 5_000;

/** Reports to the registry which supergraph this gateway serves: after every change, and every minute. */
export function startStatusReports(options: {
  /** `POST /gateways` of the registry. */
  readonly url: URL;
  /** Bearer credential for the registry. */
  readonly authorization: () => string;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}): StatusReports {
  const { url, authorization, log } = options;
  const stopping = new AbortController();
  let latest: GatewayStatus | undefined;
  let unsent = false;
  let wake: () => void = () => undefined;

  async function send(status: GatewayStatus): Promise<void> {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: authorization() },
      body: JSON.stringify(status),
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await body.dump();
    if (statusCode !== 204) throw new Error(`the registry responded with status ${statusCode}`);
  }

  /** Waits for a report or for the time, whichever is first. */
  async function pause(ms: number, untilReport: boolean): Promise<void> {
    const woken = new AbortController();
    wake = () => untilReport && woken.abort();
    const signal = AbortSignal.any([stopping.signal, woken.signal]);
    await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
  }

  async function run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    let logged: string | undefined;
    while (!stopping.signal.aborted) {
      const status = latest;
      if (status === undefined) {
        await pause(REPEAT_MS, true);
        continue;
      }
      unsent = false;
      try {
        await send(status);
        retryMs = FIRST_RETRY_MS;
        logged = undefined;
        if (!unsent) await pause(REPEAT_MS, true);
      } catch (error) {
        if (stopping.signal.aborted) return;
        const reason = error instanceof Error ? error.message : String(error);
        // Once for each reason: the same line at every attempt would hide the others.
        if (reason !== logged) log('the registry did not receive the status of this gateway', { reason });
        logged = reason;
        await pause(retryMs, false);
        retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS);
      }
    }
  }

  const running = run();
  return {
    report(status) {
      latest = status;
      unsent = true;
      wake();
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
