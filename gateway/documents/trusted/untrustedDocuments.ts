import { createHash } from 'node:crypto';
import type { Counter } from 'prom-client';

type Outcome = 'audited' | 'refused' | 'not_found';

/** Counts requests whose document is not a known one of their client, and logs each such text once. */
export interface UntrustedDocuments {
  /** @param text undefined: the request named an unknown hash, or held no text */
  count(outcome: Outcome, client: string | undefined, text: unknown): void;
}

/** Texts whose hashes are remembered; after that many, all are forgotten, and may be logged once more. */
const MOST_REMEMBERED = 2_000;
/** Lines in the log for one minute: callers decide how many texts there are. */
const MOST_LINES = 60;
const MINUTE_MS = 60_000;

export function createUntrustedDocuments(
  counter: Counter<'outcome'>,
  log: (message: string, details: Readonly<Record<string, unknown>>) => void,
): UntrustedDocuments {
  const logged = new Set<string>();
  let lines = 0;
  let minute = 0;

  return {
    count(outcome, client, text) {
      counter.inc({ outcome });
      if (typeof text !== 'string') return;
      const now = Math.floor(performance.now() / MINUTE_MS);
      if (now !== minute) {
        minute = now;
        lines = 0;
      }
      if (lines === MOST_LINES) return;
      const hash = `sha256:${createHash('sha256').update(text).digest('hex')}`;
      const key = `${hash} ${client ?? ''}`;
      if (logged.has(key)) return;
      if (logged.size === MOST_REMEMBERED) logged.clear();
      logged.add(key);
      lines++;
      // The text may hold values that somebody wrote into it; its hash does not.
      log('a document that is not published was sent', { hash, client: client ?? 'none', outcome });
    },
  };
}
