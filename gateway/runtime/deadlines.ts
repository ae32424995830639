/** Something that expires unless it is met in time. */
export interface Expiring {
  expire(): void;
}

/** Expires whatever is watched for longer than the timeout, with one ticking timer for all. */
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

/** A link of a ring, in order of time. A Set would keep removed entries alive: see transport/inFlight.ts. */
class Watched implements Deadline {
  readonly at: number;
  readonly #expiring: Expiring | undefined;
  #before: Watched = this;
  #after: Watched = this;

  constructor(at: number, expiring: Expiring | undefined) {
    this.at = at;
    this.#expiring = expiring;
  }

  get next(): Watched {
    return this.#after;
  }

  /** As the last one before `end`. */
  enter(end: Watched): void {
    this.#before = end.#before;
    this.#after = end;
    this.#before.#after = this;
    end.#before = this;
  }

  met(): void {
    this.#before.#after = this.#after;
    this.#after.#before = this.#before;
    this.#before = this;
    this.#after = this;
  }

  expire(): void {
    this.met();
    this.#expiring?.expire();
  }
}

/**
 * All waits have the same length, so the oldest entry expires first and a tick that finds nothing due costs one
 * comparison. A timer per call to a subgraph would cost more than everything else done for it in between.
 */
export function createDeadlines({ timeoutMs, now }: { timeoutMs: number; now: () => number }): Deadlines {
  const end = new Watched(Number.POSITIVE_INFINITY, undefined);
  const everyTick: (() => void)[] = [];
  const tickMs = Math.min(50, Math.max(5, Math.floor(timeoutMs / 20)));
  let timer: NodeJS.Timeout | undefined;

  const expireUntil = (time: number): void => {
    while (end.next !== end && end.next.at <= time) end.next.expire();
  };

  const tick = (): void => {
    for (const run of everyTick) run();
    expireUntil(now());
    if (end.next !== end) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    watch(expiring) {
      timer ??= setInterval(tick, tickMs);
      const watched = new Watched(now() + timeoutMs, expiring);
      watched.enter(end);
      return watched;
    },
    onTick(run) {
      everyTick.push(run);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      expireUntil(Number.POSITIVE_INFINITY);
    },
  };
}
