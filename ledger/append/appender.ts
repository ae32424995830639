import { setImmediate as nextTurn } from 'node:timers/promises';
import { createFacetRegistry } from '../entryFacets.ts';
import type { LedgerEntry } from '../ledgerEntry.ts';
import { LedgerFull, LedgerUnavailable } from '../ledgerErrors.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import type { NoteSigner } from '../note/noteKey.ts';
import type { PostingIndexer } from '../postgres/postingIndexer.ts';
import type { BatchOutcome, TreeSession } from '../postgres/treeSession.ts';
import type { Frontier } from '../tiles/frontier.ts';
import { type Appended, createEntryQueue, type Waiting } from './entryQueue.ts';
import { prepareEntries } from './prepareEntries.ts';
import { recoverHead } from './recoverHead.ts';
import { callersOf, rejectCallers, resolveCallers, type SentBatch } from './sentBatch.ts';
import { stageBatch } from './stageBatch.ts';

/**
 * open: appending. recovering: the database is down or a batch's outcome is unknown; entries queue until their
 * deadline. lost: another writer has the tree, the tree has changed, or the database is unfit; open the ledger again.
 * closed: closed by its owner.
 */
export type LedgerState = 'open' | 'recovering' | 'lost' | 'closed';

export interface AppenderLimits {
  /** Maximum entries queued and in flight; beyond it LedgerFull. */
  readonly maxQueuedEntries: number;
  readonly maxBatchEntries: number;
  /** Longest that a caller waits. */
  readonly appendTimeoutMs: number;
  /** Interval at which the lease of an idle tree is renewed. */
  readonly renewEveryMs: number;
  /** Interval between checks that the database still meets the ledger's requirements: triggers, rights, durability. */
  readonly checkFitEveryMs: number;
}

export interface AppenderDeps {
  readonly session: TreeSession;
  readonly postingIndexer: PostingIndexer;
  readonly signer: NoteSigner;
  readonly frontier: Frontier;
  readonly head: TreeHead;
  readonly note: string | undefined;
  readonly limits: AppenderLimits;
  /** Monotonic milliseconds (performance.now), not a time of day. */
  readonly clock: () => number;
  readonly onStateChange: (state: LedgerState, reason: unknown) => void;
}

/** A tree opened for appending. */
export interface Ledger {
  readonly origin: string;
  /** The public key of this tree, in the verifier's format. */
  readonly verifierKey: string;
  /** Resolves once the entries are durable; only then may the data they record be shown. */
  append(entries: readonly LedgerEntry[]): Promise<Appended>;
  /** Check before fetching from agencies: if false, an append would fail with LedgerFull (or LedgerUnavailable). */
  hasRoomFor(entries: number): boolean;
  readonly state: LedgerState;
  readonly head: TreeHead;
  readonly note: string | undefined;
  close(): Promise<void>;
}

/**
 * Number of waiting callers from which half of their entries are sent first and the rest right behind: the database
 * goes from one batch to the next while the writer settles the previous one. With fewer callers, a second batch costs
 * more (a statement, a signature) than it saves, however many entries they have.
 */
const SPLIT_FROM = 48;

const MOST_UNDER_WAY = 2;

const SWEEP_EVERY_MS = 100;

/**
 * Group commit: entries that queue while a batch is in flight form the next one. If there are many, it is sent at once,
 * to continue from the head that the first one leads to. If the first fails, the database rejects the second by the
 * same comparison that keeps two writers apart.
 */
export function createAppender(deps: AppenderDeps): Ledger {
  const { session, postingIndexer, signer, limits, clock } = deps;
  const queue = createEntryQueue();
  const registry = createFacetRegistry();
  let { frontier, head, note } = deps;
  let state: LedgerState = 'open';
  /** At most two, each based on the head that the previous one leads to. */
  const underWay: SentBatch[] = [];
  let working: Promise<void> | undefined;
  let lastContact = clock();
  let lastFit = lastContact;

  const enter = (next: LedgerState, reason?: unknown): void => {
    if (state === next || state === 'lost' || state === 'closed') return;
    state = next;
    deps.onStateChange(next, reason);
  };

  const entriesUnderWay = (): number =>
    underWay.reduce((sum, { batch }) => sum + batch.after.size - batch.before.size, 0);
  const hasRoomFor = (count: number): boolean =>
    (state === 'open' || state === 'recovering') &&
    queue.entries + entriesUnderWay() + count <= limits.maxQueuedEntries;

  const lose = (batch: readonly Waiting[], outcome: 'not-recorded' | 'unknown', reason: unknown): void => {
    enter('lost', reason);
    rejectCallers(batch, outcome, 'the tree is no longer this writer’s', reason);
    rejectCallers(queue.take(Number.POSITIVE_INFINITY), 'not-recorded', 'the tree is no longer this writer’s', reason);
  };

  /** Sends the queue: all or half of it if nothing is in flight; behind a batch, only what is worth another one. */
  const send = (): void => {
    const last = underWay.at(-1)?.batch;
    if (underWay.length === MOST_UNDER_WAY || (last !== undefined && queue.callers < SPLIT_FROM / 2)) return;
    const splits = last === undefined && queue.callers >= SPLIT_FROM;
    const share = splits ? Math.ceil(queue.entries / 2) : queue.entries;
    const callers = queue.take(Math.min(share, limits.maxBatchEntries));
    if (callers.length === 0) return;
    const from = last ? { frontier: last.frontier, head: last.after } : { frontier, head };
    const requests = callers.map(({ prepared }) => prepared);
    try {
      const batch = stageBatch(from.frontier, from.head, requests, registry, signer);
      underWay.push({ callers, batch, outcome: session.append(batch) });
    } catch (error) {
      // Nothing of theirs was sent; they get the error when the tree is given up.
      queue.putBack(callers);
      throw error;
    }
  };

  /** Marks the batch as durable, so that the next one builds on it. */
  const advance = ({ batch }: SentBatch): void => {
    frontier = batch.frontier;
    head = batch.after;
    note = batch.note;
    registry.markStored(batch.newFacets);
    lastContact = clock();
    postingIndexer.reached(head.size);
  };

  const putBack = (sent: readonly SentBatch[]): void =>
    queue.putBack(callersOf(sent).filter(({ deadline }) => deadline > clock()));

  const recover = async (reason: unknown, sent: readonly SentBatch[] = []): Promise<void> => {
    enter('recovering', reason);
    const recovery = await recoverHead(session, head, sent, () => state === 'recovering');
    switch (recovery.kind) {
      case 'found':
        lastContact = clock();
        for (const one of sent.slice(0, recovery.committed)) {
          advance(one);
          resolveCallers(one);
        }
        putBack(sent.slice(recovery.committed));
        return enter('open');
      case 'lost':
        return lose(callersOf(sent), 'unknown', recovery.error);
      case 'stopped':
        return rejectCallers(callersOf(sent), 'unknown', 'the ledger was closed');
    }
  };

  const renew = async (): Promise<void> => {
    const outcome = await session.renew();
    lastContact = clock();
    if (outcome.kind === 'unknown') await recover(outcome.error);
    else if (outcome.kind !== 'committed') lose([], 'not-recorded', outcome.error);
  };

  /**
   * Checks the database behind batches already sent, on the same connection. If the check cannot run, the next batch
   * will find out.
   */
  const checkFit = async (): Promise<void> => {
    lastFit = clock();
    const unfit = await session.unfit();
    if (unfit !== undefined && state === 'open') lose([], 'not-recorded', unfit);
  };

  /** Sends batch after batch until the queue is empty. */
  const work = async (): Promise<void> => {
    // Callers woken by the same packet share the first batch.
    await Promise.resolve();
    for (;;) {
      send();
      const [first] = underWay;
      if (first === undefined) return;
      // Callers of the last batch continue, and others arrive, before it is known whether there is enough for a second
      // one.
      await nextTurn();
      send();
      const outcome = await first.outcome;
      if (outcome.kind !== 'committed') return fail(outcome);
      underWay.shift();
      advance(first);
      resolveCallers(first, outcome.value);
      // Sent within this turn, before any caller continues, so that the database does not wait.
      send();
    }
  };

  /** Handles the failure of the oldest batch in flight, which is not committed. */
  const fail = async (outcome: NotCommitted): Promise<void> => {
    switch (outcome.kind) {
      case 'unknown':
        return recover(outcome.error, underWay);
      case 'lost':
      case 'misplaced':
        return lose(callersOf(underWay), 'not-recorded', outcome.error);
      case 'refused': {
        rejectCallers(underWay.shift()?.callers ?? [], 'not-recorded', 'the database refused the batch', outcome.error);
        const [next] = underWay;
        if (next === undefined) return;
        const nextOutcome = await next.outcome;
        // The batch it was to follow is missing, so it is sent again after the actual head.
        if (nextOutcome.kind === 'misplaced') return putBack([next]);
        if (nextOutcome.kind !== 'committed') return fail(nextOutcome);
        return lose(next.callers, 'unknown', new Error('the database took a batch that follows on a refused one'));
      }
    }
  };

  const start = (task: () => Promise<void>): void => {
    working ??= task()
      .catch((error: unknown) => lose(callersOf(underWay), 'unknown', error))
      .finally(() => {
        underWay.length = 0;
        working = undefined;
        if (queue.entries > 0 && state === 'open') start(work);
      });
  };

  const sweeper = setInterval(() => {
    const now = clock();
    rejectCallers(queue.takeExpired(now), 'not-recorded', 'the ledger did not get to the entries in time');
    rejectCallers(
      callersOf(underWay).filter(({ deadline }) => deadline <= now),
      'unknown',
      'the ledger’s database did not answer in time',
    );
    if (state === 'open' && now - lastFit >= limits.checkFitEveryMs) void checkFit();
    if (state === 'open' && !working && now - lastContact >= limits.renewEveryMs) start(renew);
  }, SWEEP_EVERY_MS);
  sweeper.unref();

  return {
    origin: signer.name,
    verifierKey: signer.verifierKey,
    append: (entries) =>
      new Promise<Appended>((resolve, reject) => {
        if (state === 'lost' || state === 'closed') {
          throw new LedgerUnavailable(`the ledger is ${state}`, 'not-recorded');
        }
        if (!hasRoomFor(entries.length)) throw new LedgerFull(limits.maxQueuedEntries);
        if (entries.length === 0) throw new TypeError('there is nothing to append');
        const prepared = prepareEntries(entries, registry);
        queue.push({ prepared, deadline: clock() + limits.appendTimeoutMs, resolve, reject });
        start(work);
      }),
    hasRoomFor,
    get state() {
      return state;
    },
    get head() {
      return head;
    },
    get note() {
      return note;
    },
    close: async () => {
      while (working && state === 'open') await working;
      enter('closed');
      clearInterval(sweeper);
      rejectCallers(queue.take(Number.POSITIVE_INFINITY), 'not-recorded', 'the ledger was closed');
      await working;
      await Promise.all([postingIndexer.close(), session.close()]);
    },
  };
}

type NotCommitted = Exclude<BatchOutcome<string>, { kind: 'committed' }>;
