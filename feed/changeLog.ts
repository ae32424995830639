import { randomUUID } from 'node:crypto';

/** Recent changes, for readers that missed some of them. */
export interface ChangeLog {
  /** Id in the present epoch. A reader that reconnects sends the last one it received. */
  eventId(revision: number): string;
  /** Returns the revision that the id names, if this log can continue from it. */
  revisionOf(eventId: string | undefined): number | undefined;
  /** Adds a change that leads from one revision to the next. */
  add(base: number, revision: number, ids: readonly string[]): void;
  /** Starts a new epoch: everything may have changed, so no reader can continue from before. */
  startEpoch(): void;
  /** Returns a function that tells whether a new epoch has started since, which invalidates everything sent before. */
  epoch(): () => boolean;
  /** Returns the ids changed since the revision, without duplicates, or undefined if that is no longer known. */
  since(revision: number): readonly string[] | undefined;
}

/** About an hour of moves at a hectic pace. A reader that missed more gets a snapshot. */
const LONGEST = 1_000;

export function createChangeLog(): ChangeLog {
  let epoch = randomUUID();
  let changes: readonly { readonly base: number; readonly revision: number; readonly ids: readonly string[] }[] = [];
  return {
    eventId: (revision) => `${epoch}/${revision}`,
    revisionOf(eventId) {
      const [of, revision] = eventId?.split('/') ?? [];
      return of === epoch && /^\d{1,15}$/.test(revision ?? '') ? Number(revision) : undefined;
    },
    add(base, revision, ids) {
      changes = [...changes.slice(1 - LONGEST), { base, revision, ids }];
    },
    startEpoch() {
      epoch = randomUUID();
      changes = [];
    },
    epoch() {
      const then = epoch;
      return () => then === epoch;
    },
    since(revision) {
      const [oldest] = changes;
      const missed = changes.filter((change) => change.revision > revision);
      if (missed.length > 0 && (oldest === undefined || revision < oldest.base)) return undefined;
      return [...new Set(missed.flatMap(({ ids }) => ids))];
    },
  };
}
