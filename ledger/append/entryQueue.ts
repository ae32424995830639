import type { PreparedEntries } from './prepareEntries.ts';

/** Where an appended request's entries stand: at `firstIndex` and on, under the checkpoint `note`. */
export interface Appended {
  readonly firstIndex: number;
  readonly size: number;
  readonly note: string;
  /** First day of the month with which they go to the archive; undefined when only the tree's head could be asked for. */
  readonly month: string | undefined;
}

/** The entries of one request: recorded together or not at all. */
export interface Waiting {
  readonly prepared: PreparedEntries;
  /** In the clock's milliseconds; later the caller is told that the ledger is unavailable. */
  readonly deadline: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: Error) => void;
}

/** First in, first out, counted in entries. */
export interface EntryQueue {
  readonly callers: number;
  readonly entries: number;
  push(waiting: Waiting): void;
  /** Takes whole requests while they fit `maxEntries`; always at least one. */
  take(maxEntries: number): Waiting[];
  putBack(waiting: readonly Waiting[]): void;
  /** Takes out what is past its deadline. */
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
      // The array leaves with its members. One that grew and shrank all the time would leave old tables behind, which keep
      // whole requests alive until the next full garbage collection.
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
