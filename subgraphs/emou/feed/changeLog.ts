import { randomUUID } from 'node:crypto';

/** What has changed lately, for readers that have missed some of it. */
export interface ChangeLog {
  /** Of the present epoch: what a reader that comes back says it has been told. */
  eventId(revision: number): string;
  /** The revision that the id names, if this log can go on from it. */
  revisionOf(eventId: string | undefined): number | undefined;
  /** A change that leads from one revision to the next. */
  add(base: number, revision: number, ids: readonly string[]): void;
  /** Everything may have changed: nobody can go on from before. */
  beginAnew(): void;
  /** Says from then on whether it has begun anew meanwhile: what was told before is then worth nothing. */
  epoch(): () => boolean;
  /** Ids changed since the revision, each once; undefined when that is not known any more. */
  since(revision: number): readonly string[] | undefined;
}

/** Of moves of an hour of haste; a reader that missed more is sent a snapshot. */
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
    beginAnew() {
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
