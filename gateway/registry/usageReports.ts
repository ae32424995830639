import { randomUUID } from 'node:crypto';
import { request } from 'undici';
import { MOST_COUNTS, type UsageBatch } from '../../schema/publishing/gatewayReports.ts';
import type { UsageCounts } from '../documents/usage/usageCounts.ts';

export interface UsageReports {
  /** Sends what was counted last, if the registry responds, and ends. */
  stop(): Promise<void>;
}

const EVERY_MS = 30_000;
const TIMEOUT_MS = 5_000;
/** Batches that wait for the registry. When it is down for long, the oldest are given up. */
const MOST_BATCHES = 50;

/**
 * Reports to the registry how often clients use operations and fields, every 30 seconds and apart from all requests. A
 * batch is sent until it is acknowledged; its id says that it is the same one.
 */
export function startUsageReports(options: {
  /** `POST /usage` of the registry. */
  readonly url: URL;
  readonly usage: Pick<UsageCounts, 'take'>;
  /** Bearer credential for the registry. */
  readonly authorization: () => string;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
  readonly everyMs?: number;
}): UsageReports {
  const { url, usage, authorization, clock, log, everyMs = EVERY_MS } = options;
  const waiting: UsageBatch[] = [];
  let logged: string | undefined;
  let sending: Promise<void> | undefined;

  function collect(): void {
    const { counts, leftOut } = usage.take(clock().toISOString().slice(0, 10));
    if (leftOut > 0) log('requests were not counted: too many operations and clients', { requests: leftOut });
    let batch: UsageBatch['counts'] = [];
    const close = (): void => {
      if (batch.length > 0) waiting.push({ id: randomUUID(), counts: batch });
      batch = [];
    };
    for (const count of counts) {
      batch.push(count);
      if (batch.length === MOST_COUNTS) close();
    }
    close();
    const tooMany = waiting.length - MOST_BATCHES;
    if (tooMany > 0) {
      waiting.splice(0, tooMany);
      log('counts of usage were given up: the registry has not taken them for too long', { batches: tooMany });
    }
  }

  async function send(batch: UsageBatch): Promise<void> {
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: authorization() },
      body: JSON.stringify(batch),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await body.dump();
    if (statusCode !== 204 && statusCode !== 400) throw new Error(`the registry responded with status ${statusCode}`);
    // It will not be taken the next time either.
    if (statusCode === 400) log('the registry refused counts of usage', { counts: batch.counts.length });
  }

  async function sendAll(): Promise<void> {
    try {
      for (let batch = waiting[0]; batch !== undefined; batch = waiting[0]) {
        await send(batch);
        // Unless it was given up meanwhile.
        if (waiting[0] === batch) waiting.shift();
      }
      logged = undefined;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== logged) log('the registry did not receive counts of usage', { reason });
      logged = reason;
    }
  }

  function report(): Promise<void> {
    collect();
    sending ??= sendAll().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  const timer = setInterval(report, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await sending;
      await report();
    },
  };
}
