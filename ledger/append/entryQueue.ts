import type { PreparedEntries } from './prepareEntries.ts';

/** Position of an appended request's entries: from `firstIndex` on, under the checkpoint `note`. */
export interface Appended {
  readonly firstIndex: number;
  readonly size: number;
  readonly note: string;
  /** First day of the month they are archived with; undefined if only the tree's head could be read. */
  readonly month: string | undefined;
}

/** The entries of one request: recorded together or not at all. */
export interface Waiting {
  readonly prepared: PreparedEntries;
  /** On the clock, in milliseconds. After it, the caller gets the error that the ledger is unavailable. */
  readonly deadline: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

/** FIFO queue of requests, counted in entries. */
export interface EntryQueue {
  readonly callers: number;
  readonly entries: number;
  push(waiting: Waiting): void;
  /** Removes whole requests while they fit into `maxEntries`; always at least one. */
  take(maxEntries: number): Waiting[];
  putBack(waiting: readonly Waiting[]): void;
  /** Removes requests past their deadline. */
  takeExpired(now: number): Waiting[];
}

export function createEntryQueue(): EntryQueue {
  let queue: Waiting[] = [];
  let entries = 0;
  const countOf = (waiting: readonly Waiting[]): number => waiting.reduce((sum, each) => sum + entriesOf(each), 0);
  return {
    get callers() {
      return queue.length;
    },
    get entries() {
      return entries;
    },
    push(waiting) {
      queue.push(waiting);
      entries += entriesOf(waiting);
    },
    take(maxEntries) {
      let taken = 0;
      let count = 0;
      for (const waiting of queue) {
        if (taken > 0 && count + entriesOf(waiting) > maxEntries) break;
        count += entriesOf(waiting);
        taken += 1;
      }
      entries -= count;
      if (taken < queue.length) return queue.splice(0, taken);
      // Returns the array itself: one that keeps growing and shrinking would leave old backing stores behind, which
      // keep whole requests alive until the next full garbage collection.
      const all = queue;
      queue = [];
      return all;
    },
    putBack(waiting) {
      queue = [...waiting, ...queue];
      entries += countOf(waiting);
    },
    takeExpired(now) {
      const expired = queue.filter(({ deadline }) => deadline <= now);
      if (expired.length > 0) queue = queue.filter(({ deadline }) => deadline > now);
      entries -= countOf(expired);
      return expired;
    },
  };
}

function entriesOf({ prepared }: Waiting): number {
  return prepared.entries.length;
}
