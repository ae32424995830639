import { LedgerUnavailable } from '../ledgerErrors.ts';
import type { BatchOutcome } from '../postgres/treeSession.ts';
import type { Waiting } from './entryQueue.ts';
import type { StagedBatch } from './stageBatch.ts';

/** A batch in flight, with its callers and its outcome. */
export interface SentBatch {
  readonly callers: readonly Waiting[];
  readonly batch: StagedBatch;
  readonly outcome: Promise<BatchOutcome<string>>;
}

export function callersOf(sent: readonly SentBatch[]): Waiting[] {
  return sent.flatMap(({ callers }) => callers);
}

/**
 * Resolves the callers of a durable batch with the positions of their entries: only now may the data it records be
 * shown.
 */
export function resolveCallers({ callers, batch }: SentBatch, month?: string): void {
  let firstIndex = batch.before.size;
  for (const { prepared, resolve } of callers) {
    resolve({ firstIndex, size: batch.after.size, note: batch.note, month });
    firstIndex += prepared.entries.length;
  }
}

export function rejectCallers(
  callers: readonly Waiting[],
  outcome: 'not-recorded' | 'unknown',
  message: string,
  cause?: unknown,
): void {
  for (const { reject } of callers) reject(new LedgerUnavailable(message, outcome, cause));
}
