import { performance } from 'node:perf_hooks';
import { type CallerConnection, openCallerConnection } from './callerConnection.ts';

export interface LoadOptions {
  readonly port: number;
  /** Complete HTTP requests with operations that were never sent before, one at a time; not part of the figures. */
  readonly newOperations: { readonly perSecond: number; readonly next: () => Buffer } | undefined;
  /** Complete HTTP requests, sent one after the other, from the first again after the last. */
  readonly requests: readonly Buffer[];
  /** Bytes of the right answer to each. */
  readonly answerBytes: readonly number[];
  readonly connections: number;
  readonly seconds: number;
  /**
   * Requests that arrive each second, whether responses come or not; undefined: each connection sends its next request
   * at once.
   */
  readonly perSecond: number | undefined;
}

export interface LoadResult {
  readonly answered: number;
  /** Answers with another status than 200, or of another size than the answer that was checked; broken connections. */
  readonly failed: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly bytesPerAnswer: number;
}

/**
 * Calls for a number of seconds. With a rate, requests arrive at equal intervals and wait for a free connection; their
 * time counts from their arrival, so that a gateway that stalls is charged for every waiting request. Without one,
 * every connection sends its next request as soon as it has its response. Times in milliseconds.
 */
export async function callForSeconds(options: LoadOptions): Promise<LoadResult> {
  const { port, requests, answerBytes, connections, seconds, perSecond, newOperations } = options;
  const callers = await Promise.all(Array.from({ length: connections }, () => openCallerConnection(port)));
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  let bytes = 0;
  const start = performance.now();
  const end = start + seconds * 1_000;

  /** Calls back once the answer is there; false: this connection is broken. */
  function ask(caller: CallerConnection, arrivedAt: number, onAnswer: (usable: boolean) => void): void {
    const index = next++ % requests.length;
    const request = requests[index];
    if (request === undefined) throw new Error('There is nothing to send.');
    caller.send(request, (result) => {
      times.push(performance.now() - arrivedAt);
      const expected = answerBytes[index];
      bytes += expected ?? 0;
      if (result?.status !== 200 || (result.bodyBytes ?? expected) !== expected) failed++;
      onAnswer(result !== undefined);
    });
  }

  function again(caller: CallerConnection, onEnd: () => void): void {
    const now = performance.now();
    if (now >= end) onEnd();
    else ask(caller, now, (usable) => (usable ? again(caller, onEnd) : onEnd()));
  }

  function atRate(rate: number, onEnd: () => void): void {
    const free = [...callers];
    const arrived: number[] = [];
    let arrivals = 0;
    let open = callers.length;
    const serve = (): void => {
      while (arrived.length > 0) {
        const caller = free.pop();
        if (caller === undefined) break;
        ask(caller, arrived.shift() ?? 0, (usable) => {
          if (usable) free.push(caller);
          else open--;
          serve();
        });
      }
      if (open === 0 || (performance.now() >= end && free.length === open)) onEnd();
    };
    const tick = (): void => {
      const now = performance.now();
      for (
        let at = start + (arrivals * 1_000) / rate;
        at <= now && at < end;
        at = start + (++arrivals * 1_000) / rate
      ) {
        arrived.push(at);
      }
      serve();
      if (now < end) setTimeout(tick, 1);
    };
    tick();
  }

  const newcomers = newOperations === undefined ? undefined : await sendAtRate(port, newOperations);
  if (perSecond === undefined) {
    await Promise.all(callers.map((caller) => new Promise<void>((resolve) => again(caller, resolve))));
  } else await new Promise<void>((resolve) => atRate(perSecond, resolve));
  const elapsed = (performance.now() - start) / 1_000;
  failed += newcomers?.stop() ?? 0;
  for (const caller of callers) caller.close();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    answered: times.length,
    failed,
    seconds: elapsed,
    p50: at(0.5),
    p99: at(0.99),
    bytesPerAnswer: times.length === 0 ? 0 : bytes / times.length,
  };
}

/** New operations at a rate, each over a connection that is free; `stop` returns how many had another status than 200. */
async function sendAtRate(port: number, { perSecond, next }: NonNullable<LoadOptions['newOperations']>) {
  const callers = await Promise.all(Array.from({ length: NEWCOMERS }, () => openCallerConnection(port)));
  const free = [...callers];
  let failed = 0;
  const timer = setInterval(() => {
    const caller = free.pop();
    caller?.send(next(), (result) => {
      if (result?.status !== 200) failed++;
      free.push(caller);
    });
  }, 1_000 / perSecond);
  return {
    stop(): number {
      clearInterval(timer);
      for (const caller of callers) caller.close();
      return failed;
    },
  };
}

const NEWCOMERS = 16;
