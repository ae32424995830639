/** How a piece of work looks to everything else that the process does meanwhile. */
export interface Watched {
  /** From its beginning to its end, ms. */
  readonly taken: number;
  /** CPU time of the longest turn of the event loop, ms: all threads, the garbage collector's included. */
  readonly longestTurn: number;
}

/** The event loop turns without a rest until `done`, and the CPU time of each turn is measured. */
export async function watchTurns(begin: () => Promise<unknown>, done: () => boolean): Promise<Watched> {
  let longest = 0;
  const begun = performance.now();
  let failed: unknown;
  begin().catch((error: unknown) => {
    failed = error;
  });
  let before = process.cpuUsage();
  while (!done()) {
    await new Promise((resolve) => setImmediate(resolve));
    if (failed !== undefined) throw failed;
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    before = process.cpuUsage();
  }
  return { taken: performance.now() - begun, longestTurn: longest };
}

/** CPU time of all threads, ms. */
export async function cpuTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
