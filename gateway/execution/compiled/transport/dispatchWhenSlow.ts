import type { Deadlines } from '../../../runtime/deadlines.ts';

/** A call that takes longer than this no longer holds back the questions behind it. */
const PATIENCE_MS = 100;
/** Calls of one group at a time, when the first ones are slow. */
const MAX_FLIGHTS = 4;

/** Questions that may share a call, and the calls that are away. */
interface QueuedGroup {
  readonly queue: readonly unknown[];
  /** In the order in which they left. */
  readonly flights: readonly { readonly since: number }[];
}

/** Lets what has queued behind slow calls leave without them. */
export function dispatchWhenSlow<Group extends QueuedGroup>(
  groups: { values(): Iterable<Group> },
  departQueue: (group: Group) => void,
  { deadlines, now }: { readonly deadlines: Deadlines; readonly now: () => number },
): void {
  deadlines.onTick(() => {
    const impatient = now() - PATIENCE_MS;
    for (const group of groups.values()) {
      if (group.queue.length === 0 || group.flights.length >= MAX_FLIGHTS) continue;
      const youngest = group.flights.at(-1);
      if (youngest === undefined || youngest.since <= impatient) departQueue(group);
    }
  });
}
