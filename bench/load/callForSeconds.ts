import { performance } from 'node:perf_hooks';
import { openCallerConnection } from './callerConnection.ts';

export interface LoadOptions {
  readonly port: number;
  /** Complete HTTP requests, sent one after the other, from the first again after the last. */
  readonly requests: readonly Buffer[];
  /** Bytes of the right answer to each. */
  readonly answerBytes: readonly number[];
  readonly connections: number;
  readonly seconds: number;
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

/** A closed loop: every connection sends its next request as soon as it has its answer. Times in milliseconds. */
export async function callForSeconds(options: LoadOptions): Promise<LoadResult> {
  const { port, requests, answerBytes, connections, seconds } = options;
  const callers = await Promise.all(Array.from({ length: connections }, () => openCallerConnection(port)));
  const times: number[] = [];
  let next = 0;
  let failed = 0;
  let bytes = 0;
  const start = performance.now();
  const end = start + seconds * 1_000;

  await Promise.all(
    callers.map(
      (caller) =>
        new Promise<void>((resolve) => {
          const sendNext = (): void => {
            const index = next++ % requests.length;
            const request = requests[index];
            const sentAt = performance.now();
            if (sentAt >= end || request === undefined) {
              resolve();
              return;
            }
            caller.send(request, (result) => {
              times.push(performance.now() - sentAt);
              const expected = answerBytes[index];
              bytes += expected ?? 0;
              if (result?.status !== 200 || (result.bodyBytes ?? expected) !== expected) failed++;
              if (result === undefined) resolve();
              else sendNext();
            });
          };
          sendNext();
        }),
    ),
  );
  const elapsed = (performance.now() - start) / 1_000;
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
