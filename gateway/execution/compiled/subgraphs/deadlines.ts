/** Something that expires unless it is met in time. */
export interface Expiring {
  expire(): void;
}

/** Lets what is watched expire once the time given to every wait is over; one ticking timer for all of them. */
export interface Deadlines {
  watch(expiring: Expiring): Deadline;
  /** Runs at every tick as long as anything is watched. */
  onTick(run: () => void): void;
  stop(): void;
}

export interface Deadline {
  /** The wait is over: nothing expires. */
  met(): void;
}

class Watched implements Deadline {
  readonly at: number;
  /** Forgotten once the wait is over: what a set has held can outlive it until the next full garbage collection. */
  expiring: Expiring | undefined;
  readonly #all: Set<Watched>;

  constructor(at: number, expiring: Expiring, all: Set<Watched>) {
    this.at = at;
    this.expiring = expiring;
    this.#all = all;
    all.add(this);
  }

  met(): void {
    this.#all.delete(this);
    this.expiring = undefined;
  }
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
      entry.expiring?.expire();
    }
    if (watched.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    watch(expiring) {
      timer ??= setInterval(tick, tickMs);
      return new Watched(now() + timeoutMs, expiring, watched);
    },
    onTick(run) {
      everyTick.push(run);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      for (const entry of watched) entry.expiring?.expire();
      watched.clear();
    },
  };
}
