import { readFileSync } from 'node:fs';

/** Effect of a piece of work on everything else that the process does meanwhile; ms. */
export interface LoopMeasurement {
  /** From its beginning to its end, by the clock on the wall. */
  readonly taken: number;
  /** The part of that time in which the thread was ready to run but the host had given its processors to others. */
  readonly stolen: number;
  /** The longest turn of the event loop, without what the thread was kept waiting for a processor. */
  readonly longestTurn: number;
  /** CPU time of the longest turn: all threads, the garbage collector's included. */
  readonly longestCpu: number;
  /** The longest turn by the clock on the wall. */
  readonly longestWait: number;
}

/** The event loop turns without a rest until the work is done, and each turn is measured. Linux. */
export async function watchTurns(work: () => Promise<unknown>, done?: () => boolean): Promise<LoopMeasurement> {
  let [longestTurn, longestCpu, longestWait] = [0, 0, 0];
  let ended = false;
  let failed: unknown;
  const [begun, keptBefore] = [performance.now(), stolenTime()];
  work().then(
    () => {
      ended = true;
    },
    (error: unknown) => {
      failed = error;
    },
  );
  let [cpu, wall, kept] = [process.cpuUsage(), begun, keptBefore];
  while (!(done?.() ?? ended)) {
    await new Promise((resolve) => setImmediate(resolve));
    if (failed !== undefined) throw failed;
    const { user, system } = process.cpuUsage(cpu);
    const [took, keptThen] = [performance.now() - wall, stolenTime()];
    longestTurn = Math.max(longestTurn, took - (keptThen - kept));
    longestCpu = Math.max(longestCpu, (user + system) / 1_000);
    longestWait = Math.max(longestWait, took);
    [cpu, wall, kept] = [process.cpuUsage(), performance.now(), keptThen];
  }
  return { taken: performance.now() - begun, stolen: stolenTime() - keptBefore, longestTurn, longestCpu, longestWait };
}

/**
 * Time for which the main thread was ready to run but did not: the second number of Linux's schedstat, in nanoseconds.
 */
function stolenTime(): number {
  const [, waited] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(waited) / 1e6;
}

/** CPU time of all threads, ms. */
export async function cpuTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
