import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LedgerEntry } from '../ledgerEntry.ts';
import { LedgerFull, LedgerUnavailable } from '../ledgerErrors.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import type { NoteSigner } from '../note/noteKey.ts';
import type { TreeSession } from '../postgres/treeSession.ts';
import { type AppendState, type AppendStateDeps, createAppendState, type LedgerState } from './appendState.ts';
import type { Appended } from './entryQueue.ts';
import { prepareEntries } from './prepareEntries.ts';
import { createRecovery } from './recovery.ts';
import { callersOf, rejectCallers, resolveCallers } from './sentBatch.ts';
import { stageBatch } from './stageBatch.ts';

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

export interface AppenderDeps extends AppendStateDeps {
  readonly session: TreeSession;
  readonly signer: NoteSigner;
  readonly limits: AppenderLimits;
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
  const tree = createAppendState(deps);
  const { queue, underWay } = tree;
  const { recover, fail } = createRecovery(tree, session);
  const { send, hasRoomFor } = createBatchSender(tree, deps);
  let working: Promise<void> | undefined;
  let lastFit = clock();

  async function renew(): Promise<void> {
    const outcome = await session.renew();
    tree.hadContact();
    if (outcome.kind === 'unknown') await recover(outcome.error);
    else if (outcome.kind !== 'committed') tree.lose([], 'not-recorded', outcome.error);
  }

  /**
   * Checks the database behind batches already sent, on the same connection. If the check cannot run, the next batch
   * will find out.
   */
  async function checkFit(): Promise<void> {
    lastFit = clock();
    const unfit = await session.unfit();
    if (unfit !== undefined && tree.state === 'open') tree.lose([], 'not-recorded', unfit);
  }

  /** Sends batch after batch until the queue is empty. */
  async function work(): Promise<void> {
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
      tree.advance(first);
      resolveCallers(first, outcome.value);
      // Sent within this turn, before any caller continues, so that the database does not wait.
      send();
    }
  }

  function start(task: () => Promise<void>): void {
    working ??= task()
      .catch((error: unknown) => tree.lose(callersOf(underWay), 'unknown', error))
      .finally(() => {
        underWay.length = 0;
        working = undefined;
        if (queue.entries > 0 && tree.state === 'open') start(work);
      });
  }

  const sweeper = setInterval(() => {
    const now = clock();
    rejectExpired(tree, now);
    if (tree.state === 'open' && now - lastFit >= limits.checkFitEveryMs) void checkFit();
    if (tree.state === 'open' && !working && now - tree.lastContact >= limits.renewEveryMs) start(renew);
  }, SWEEP_EVERY_MS);
  sweeper.unref();

  return {
    origin: signer.name,
    verifierKey: signer.verifierKey,
    append: (entries) =>
      new Promise<Appended>((resolve, reject) => {
        if (tree.state === 'lost' || tree.state === 'closed') {
          throw new LedgerUnavailable(`the ledger is ${tree.state}`, 'not-recorded');
        }
        if (!hasRoomFor(entries.length)) throw new LedgerFull(limits.maxQueuedEntries);
        if (entries.length === 0) throw new TypeError('there is nothing to append');
        const prepared = prepareEntries(entries, tree.registry);
        queue.push({ prepared, deadline: clock() + limits.appendTimeoutMs, resolve, reject });
        start(work);
      }),
    hasRoomFor,
    get state() {
      return tree.state;
    },
    get head() {
      return tree.head;
    },
    get note() {
      return tree.note;
    },
    close: async () => {
      while (working && tree.state === 'open') await working;
      tree.enter('closed');
      clearInterval(sweeper);
      rejectCallers(queue.take(Number.POSITIVE_INFINITY), 'not-recorded', 'the ledger was closed');
      await working;
      await Promise.all([postingIndexer.close(), session.close()]);
    },
  };
}

function createBatchSender(tree: AppendState, { session, signer, limits }: AppenderDeps) {
  const { queue, registry, underWay } = tree;
  const entriesUnderWay = (): number =>
    underWay.reduce((sum, { batch }) => sum + batch.after.size - batch.before.size, 0);
  return {
    hasRoomFor: (count: number): boolean =>
      (tree.state === 'open' || tree.state === 'recovering') &&
      queue.entries + entriesUnderWay() + count <= limits.maxQueuedEntries,

    /** Sends the queue: all or half of it if nothing is in flight; behind a batch, only what is worth another one. */
    send(): void {
      const last = underWay.at(-1)?.batch;
      if (underWay.length === MOST_UNDER_WAY || (last !== undefined && queue.callers < SPLIT_FROM / 2)) return;
      const splits = last === undefined && queue.callers >= SPLIT_FROM;
      const share = splits ? Math.ceil(queue.entries / 2) : queue.entries;
      const callers = queue.take(Math.min(share, limits.maxBatchEntries));
      if (callers.length === 0) return;
      const from = last ? { frontier: last.frontier, head: last.after } : { frontier: tree.frontier, head: tree.head };
      const requests = callers.map(({ prepared }) => prepared);
      try {
        const batch = stageBatch(from.frontier, from.head, requests, registry, signer);
        underWay.push({ callers, batch, outcome: session.append(batch) });
      } catch (error) {
        // Nothing of theirs was sent; they get the error when the tree is given up.
        queue.putBack(callers);
        throw error;
      }
    },
  };
}

/** Rejects every caller whose time is over, queued or in flight. */
function rejectExpired({ queue, underWay }: AppendState, now: number): void {
  rejectCallers(queue.takeExpired(now), 'not-recorded', 'the ledger did not get to the entries in time');
  rejectCallers(
    callersOf(underWay).filter(({ deadline }) => deadline <= now),
    'unknown',
    'the ledger’s database did not answer in time',
  );
}
