import type { BatchOutcome, TreeSession } from '../postgres/treeSession.ts';
import type { AppendState } from './appendState.ts';
import { recoverHead } from './recoverHead.ts';
import { callersOf, rejectCallers, resolveCallers, type SentBatch } from './sentBatch.ts';

export type NotCommitted = Exclude<BatchOutcome<string>, { kind: 'committed' }>;

export interface Recovery {
  /** Finds out which of the batches sent are durable, and continues from there. */
  recover(reason: unknown, sent?: readonly SentBatch[]): Promise<void>;
  /** Handles the failure of the oldest batch in flight, which is not committed. */
  fail(outcome: NotCommitted): Promise<void>;
}

/** Handles everything that can become of a batch other than being committed. */
export function createRecovery(tree: AppendState, session: TreeSession): Recovery {
  const { underWay } = tree;

  async function recover(reason: unknown, sent: readonly SentBatch[] = []): Promise<void> {
    tree.enter('recovering', reason);
    const recovery = await recoverHead(session, tree.head, sent, () => tree.state === 'recovering');
    switch (recovery.kind) {
      case 'found':
        tree.hadContact();
        for (const one of sent.slice(0, recovery.committed)) {
          tree.advance(one);
          resolveCallers(one);
        }
        tree.putBack(sent.slice(recovery.committed));
        return tree.enter('open');
      case 'lost':
        return tree.lose(callersOf(sent), 'unknown', recovery.error);
      case 'stopped':
        return rejectCallers(callersOf(sent), 'unknown', 'the ledger was closed');
    }
  }

  async function fail(outcome: NotCommitted): Promise<void> {
    switch (outcome.kind) {
      case 'unknown':
        return recover(outcome.error, underWay);
      case 'lost':
      case 'misplaced':
        return tree.lose(callersOf(underWay), 'not-recorded', outcome.error);
      case 'refused': {
        rejectCallers(underWay.shift()?.callers ?? [], 'not-recorded', 'the database refused the batch', outcome.error);
        const [next] = underWay;
        if (next === undefined) return;
        const nextOutcome = await next.outcome;
        // The batch it was to follow is missing, so it is sent again after the actual head.
        if (nextOutcome.kind === 'misplaced') return tree.putBack([next]);
        if (nextOutcome.kind !== 'committed') return fail(nextOutcome);
        const reason = new Error('the database took a batch that follows on a refused one');
        return tree.lose(next.callers, 'unknown', reason);
      }
    }
  }

  return { recover, fail };
}
