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
 * open: appending. recovering: the database is away or a batch's fate unknown; entries queue until their deadline.
 * lost: another writer has the tree, it is not as it was left, or the database is unfit. Open the ledger again. closed: by its owner.
 */
export type LedgerState = 'open' | 'recovering' | 'lost' | 'closed';

export interface AppenderLimits {
  /** Entries queued and under way; beyond it LedgerFull. */
  readonly maxQueuedEntries: number;
  readonly maxBatchEntries: number;
  /** How long a caller waits at most. */
  readonly appendTimeoutMs: number;
  /** How long an idle tree goes without a sign of life. */
  readonly renewEveryMs: number;
  /** How often it is checked whether the database still is as the ledger needs it: triggers, rights, durability. */
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
  /** Milliseconds that never step back: performance.now. Not a time of day. */
  readonly clock: () => number;
  readonly onStateChange: (state: LedgerState, reason: unknown) => void;
}

/** A tree opened for appending. */
export interface Ledger {
  readonly origin: string;
  /** The public key of this tree, as the verifier takes it. */
  readonly verifierKey: string;
  /** Resolves once the entries are durable; only then may what they record be shown. */
  append(entries: readonly LedgerEntry[]): Promise<Appended>;
  /** Ask before asking agencies: false means that LedgerFull (or LedgerUnavailable) is what would come of it. */
  hasRoomFor(entries: number): boolean;
  readonly state: LedgerState;
  readonly head: TreeHead;
  readonly note: string | undefined;
  close(): Promise<void>;
}

/**
 * Where so many callers wait, half of what they bring is sent, and the rest right behind it: the database goes from one
 * batch to the next while the writer settles the one before. Fewer would pay more for a second batch (a statement, a
 * signature) than they gain, whatever the number of their entries.
 */
const SPLIT_FROM = 48;

const MOST_UNDER_WAY = 2;

const SWEEP_EVERY_MS = 100;

/**
 * Group commit: whatever queues while a batch is under way is the next. If it is much, it is sent at once, to follow on the
 * head that the first one leads to: should the first fail, the database refuses the second by the same comparison that
 * keeps two writers apart.
 */
export function createAppender(deps: AppenderDeps): Ledger {
  const { session, postingIndexer, signer, limits, clock } = deps;
  const queue = createEntryQueue();
  const registry = createFacetRegistry();
  let { frontier, head, note } = deps;
  let state: LedgerState = 'open';
  /** Two at most, each on the head that the one before leads to. */
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

  /** Sends what waits: all or half of it where nothing is under way, and behind a batch only what is worth one more. */
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
      // Nothing of theirs was sent: they are told so when the tree is given up.
      queue.putBack(callers);
      throw error;
    }
  };

  /** The batch is durable: what comes next builds on it. */
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

  /** Behind what is sent already, on the same connection. What cannot be asked is for the next batch to find out. */
  const checkFit = async (): Promise<void> => {
    lastFit = clock();
    const unfit = await session.unfit();
    if (unfit !== undefined && state === 'open') lose([], 'not-recorded', unfit);
  };

  /** Batch after batch, until nothing waits. */
  const work = async (): Promise<void> => {
    // Callers woken by the same packet share the first batch.
    await Promise.resolve();
    for (;;) {
      send();
      const [first] = underWay;
      if (first === undefined) return;
      // Callers of the last batch go on, and others come, before it is known whether there is enough for a second.
      await nextTurn();
      send();
      const outcome = await first.outcome;
      if (outcome.kind !== 'committed') return fail(outcome);
      underWay.shift();
      advance(first);
      resolveCallers(first, outcome.value);
      // Away in this turn still, before anybody goes on: the database need not wait for that.
      send();
    }
  };

  /** The first of those under way is not committed. */
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
        // What it was to follow is not there: it is to follow on what is.
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
