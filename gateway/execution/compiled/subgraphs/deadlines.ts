/** Calls `expire` once the time given to every wait is over; one ticking timer for all of them. */
export interface Deadlines {
  watch(expire: () => void): Deadline;
  /** Runs at every tick as long as anything is watched. */
  onTick(run: () => void): void;
  stop(): void;
}

export interface Deadline {
  /** The wait is over: `expire` will not be called. */
  met(): void;
}

interface Watched extends Deadline {
  readonly at: number;
  readonly expire: () => void;
}

/**
 * All waits have the same length, so the oldest entry expires first and a tick that finds nothing due costs one
 * comparison. A timer per call to a subgraph would cost more than everything else done for it in between.
 */
export function createDeadlines({ timeoutMs, now }: { timeoutMs: number; now: () => number }): Deadlines {
  const watched = new Set<Watched>();
  const everyTick: (() => void)[] = [];
  const tickMs = Math.min(50, Math.max(5, Math.floor(timeoutMs / 20)));
  let timer: NodeJS.Timeout | undefined;

  const tick = (): void => {
    for (const run of everyTick) run();
    const time = now();
    for (const entry of watched) {
      if (entry.at > time) return;
      watched.delete(entry);
      entry.expire();
    }
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    watch(expire) {
      const entry: Watched = { at: now() + timeoutMs, expire, met: () => watched.delete(entry) };
      watched.add(entry);
      timer ??= setInterval(tick, tickMs);
      return entry;
    },
    onTick(run) {
      everyTick.push(run);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      for (const entry of watched) entry.expire();
      watched.clear();
    },
  };
}
