import { createFacetRegistry, type FacetRegistry } from '../entryFacets.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import type { PostingIndexer } from '../postgres/postingIndexer.ts';
import type { Frontier } from '../tiles/frontier.ts';
import { createEntryQueue, type EntryQueue, type Waiting } from './entryQueue.ts';
import { callersOf, rejectCallers, type SentBatch } from './sentBatch.ts';

/**
 * open: appending. recovering: the database is down or a batch's outcome is unknown; entries queue until their
 * deadline. lost: another writer has the tree, the tree has changed, or the database is unfit; open the ledger again.
 * closed: closed by its owner.
 */
export type LedgerState = 'open' | 'recovering' | 'lost' | 'closed';

/** What a writer knows of its tree, and the requests that are not durable yet. */
export interface AppendState {
  readonly queue: EntryQueue;
  readonly registry: FacetRegistry;
  /** Batches in flight: at most two, each based on the head that the previous one leads to. */
  readonly underWay: SentBatch[];
  readonly state: LedgerState;
  readonly frontier: Frontier;
  readonly head: TreeHead;
  readonly note: string | undefined;
  /** Time on the clock when the database last responded. */
  readonly lastContact: number;
  /** Changes the state. Does nothing once the tree is lost or the ledger closed. */
  enter(next: LedgerState, reason?: unknown): void;
  hadContact(): void;
  /** Marks the batch as durable, so that the next one builds on it. */
  advance(sent: SentBatch): void;
  /** Queues the callers of batches that are not recorded again, if they still have time. */
  putBack(sent: readonly SentBatch[]): void;
  /** Gives the tree up, and rejects these callers and all that are queued. */
  lose(callers: readonly Waiting[], outcome: 'not-recorded' | 'unknown', reason: unknown): void;
}

export interface AppendStateDeps {
  readonly postingIndexer: PostingIndexer;
  readonly frontier: Frontier;
  readonly head: TreeHead;
  readonly note: string | undefined;
  /** Monotonic milliseconds (performance.now), not a time of day. */
  readonly clock: () => number;
  readonly onStateChange: (state: LedgerState, reason: unknown) => void;
}

export function createAppendState({ postingIndexer, clock, onStateChange, ...start }: AppendStateDeps): AppendState {
  const queue = createEntryQueue();
  const registry = createFacetRegistry();
  let { frontier, head, note } = start;
  let state: LedgerState = 'open';
  let lastContact = clock();

  function enter(next: LedgerState, reason?: unknown): void {
    if (state === next || state === 'lost' || state === 'closed') return;
    state = next;
    onStateChange(next, reason);
  }

  return {
    queue,
    registry,
    underWay: [],
    get state() {
      return state;
    },
    get frontier() {
      return frontier;
    },
    get head() {
      return head;
    },
    get note() {
      return note;
    },
    get lastContact() {
      return lastContact;
    },
    enter,
    hadContact() {
      lastContact = clock();
    },
    advance({ batch }) {
      frontier = batch.frontier;
      head = batch.after;
      note = batch.note;
      registry.markStored(batch.newFacets);
      lastContact = clock();
      postingIndexer.reached(head.size);
    },
    putBack: (sent) => queue.putBack(callersOf(sent).filter(({ deadline }) => deadline > clock())),
    lose(callers, outcome, reason) {
      const message = 'the tree is no longer this writer’s';
      enter('lost', reason);
      rejectCallers(callers, outcome, message, reason);
      rejectCallers(queue.take(Number.POSITIVE_INFINITY), 'not-recorded', message, reason);
    },
  };
}
