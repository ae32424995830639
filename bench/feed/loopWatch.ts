/** How a piece of work looks to everything else that the process does meanwhile; ms. */
export interface Watched {
  /** From its beginning to its end. */
  readonly taken: number;
  /**
   * CPU time of the longest turn of the event loop: all threads, the garbage collector's included. What the host has
   * given to other processes meanwhile is not in it.
   */
  readonly longestTurn: number;
  /** The longest turn by the clock on the wall. */
  readonly longestWait: number;
}

/** The event loop turns without a rest until the work is done, and each turn is measured. */
export async function watchTurns(work: () => Promise<unknown>, done?: () => boolean): Promise<Watched> {
  let [longestTurn, longestWait] = [0, 0];
  const begun = performance.now();
  let ended = false;
  let failed: unknown;
  work().then(
    () => {
      ended = true;
    },
    (error: unknown) => {
      failed = error;
    },
  );
  let [cpu, wall] = [process.cpuUsage(), begun];
  while (!(done?.() ?? ended)) {
    await new Promise((resolve) => setImmediate(resolve));
    if (failed !== undefined) throw failed;
    const { user, system } = process.cpuUsage(cpu);
    longestTurn = Math.max(longestTurn, (user + system) / 1_000);
    longestWait = Math.max(longestWait, performance.now() - wall);
    [cpu, wall] = [process.cpuUsage(), performance.now()];
  }
  return { taken: performance.now() - begun, longestTurn, longestWait };
}

/** CPU time of all threads, ms. */
export async function cpuTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
