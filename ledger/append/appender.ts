import { setTimeout as sleep } from 'node:timers/promises';
import { createEntrySorts } from '../entrySorts.ts';
import { type LedgerEntry, prepareEntry } from '../ledgerEntry.ts';
import { LedgerFull, LedgerUnavailable } from '../ledgerErrors.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import type { NoteSigner } from '../note/noteKey.ts';
import type { TreeSession } from '../postgres/treeSession.ts';
import type { Frontier } from '../tiles/frontier.ts';
import { type Appended, createEntryQueue, type Waiting } from './entryQueue.ts';
import { type StagedBatch, stageBatch } from './stageBatch.ts';

/**
 * open: appending. recovering: the database is away or a batch's fate unknown; entries queue until their deadline.
 * lost: another writer has the tree, or it is not as it was left; open the ledger anew. closed: by its owner.
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
}

export interface AppenderDeps {
  readonly session: TreeSession;
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

const SWEEP_EVERY_MS = 100;
const LONGEST_RETRY_MS = 250;

/** Group commit: one batch under way, whatever queues meanwhile is the next. */
export function createAppender(deps: AppenderDeps): Ledger {
  const { session, signer, limits, clock } = deps;
  const queue = createEntryQueue();
  const sorts = createEntrySorts();
  let { frontier, head, note } = deps;
  let state: LedgerState = 'open';
  let underWay: readonly Waiting[] = [];
  let working: Promise<void> | undefined;
  let lastContact = clock();

  const enter = (next: LedgerState, reason?: unknown): void => {
    if (state === next || state === 'lost' || state === 'closed') return;
    state = next;
    deps.onStateChange(next, reason);
  };

  const entriesUnderWay = (): number => underWay.reduce((sum, { entries }) => sum + entries.length, 0);
  const hasRoomFor = (count: number): boolean =>
    (state === 'open' || state === 'recovering') &&
    queue.entries + entriesUnderWay() + count <= limits.maxQueuedEntries;

  const refuse = (
    waiting: readonly Waiting[],
    outcome: 'not-recorded' | 'unknown',
    message: string,
    cause?: unknown,
  ) => {
    for (const { reject } of waiting) reject(new LedgerUnavailable(message, outcome, cause));
  };

  const lose = (batch: readonly Waiting[], outcome: 'not-recorded' | 'unknown', reason: unknown): void => {
    enter('lost', reason);
    refuse(batch, outcome, 'the tree is no longer this writer’s', reason);
    refuse(queue.take(Number.POSITIVE_INFINITY), 'not-recorded', 'the tree is no longer this writer’s', reason);
  };

  /** The batch is durable: only now may anything that it records be shown. */
  const settle = (batch: readonly Waiting[], staged: StagedBatch, month?: string): void => {
    let firstIndex = staged.before.size;
    frontier = staged.frontier;
    head = staged.after;
    note = staged.note;
    sorts.markStored(staged.newSorts);
    lastContact = clock();
    for (const { entries, resolve } of batch) {
      resolve({ firstIndex, size: head.size, note: staged.note, month });
      firstIndex += entries.length;
    }
  };

  const commit = async (batch: readonly Waiting[]): Promise<void> => {
    const staged = stageBatch(
      frontier,
      head,
      batch.flatMap(({ entries }) => entries),
      sorts,
      signer,
    );
    const outcome = await session.append(staged);
    switch (outcome.kind) {
      case 'committed':
        return settle(batch, staged, outcome.value);
      case 'refused':
        return refuse(batch, 'not-recorded', 'the database refused the batch', outcome.error);
      case 'lost':
        return lose(batch, 'not-recorded', outcome.error);
      case 'unknown':
        return recover(outcome.error, batch, staged);
    }
  };

  /** Until the database says, behind a fence, where the tree stands: before the batch, or after it. */
  const recover = async (reason: unknown, batch: readonly Waiting[], staged?: StagedBatch): Promise<void> => {
    enter('recovering', reason);
    for (let pause = 20; state === 'recovering'; pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
      const found = await session.recover();
      switch (found.kind) {
        case 'head':
          lastContact = clock();
          if (staged && sameHead(found.head, staged.after)) settle(batch, staged);
          else if (sameHead(found.head, head)) queue.putBack(batch.filter(({ deadline }) => deadline > clock()));
          else
            return lose(batch, 'unknown', new Error(`the tree was left at ${head.size}, found at ${found.head.size}`));
          return enter('open');
        case 'lost':
          return lose(batch, 'unknown', found.error);
        case 'unreachable':
          await sleep(pause);
      }
    }
    refuse(batch, 'unknown', 'the ledger was closed');
  };

  const renew = async (): Promise<void> => {
    const outcome = await session.renew();
    lastContact = clock();
    if (outcome.kind === 'lost') lose([], 'not-recorded', outcome.error);
    else if (outcome.kind === 'unknown') await recover(outcome.error, []);
  };

  const work = async (): Promise<void> => {
    // Callers woken by the same packet share the first batch.
    await Promise.resolve();
    while (queue.entries > 0 && state === 'open') {
      // Sent before the callers of the batch before go on: what they append next is hashed while this one is away.
      underWay = queue.take(limits.maxBatchEntries);
      if (underWay.length > 0) await commit(underWay);
      underWay = [];
    }
  };

  const start = (task: () => Promise<void>): void => {
    working ??= task()
      .catch((error: unknown) => lose(underWay, 'unknown', error))
      .finally(() => {
        underWay = [];
        working = undefined;
        if (queue.entries > 0 && state === 'open') start(work);
      });
  };

  const sweeper = setInterval(() => {
    const now = clock();
    refuse(queue.takeExpired(now), 'not-recorded', 'the ledger did not get to the entries in time');
    refuse(
      underWay.filter(({ deadline }) => deadline <= now),
      'unknown',
      'the ledger’s database did not answer in time',
    );
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
        const prepared = entries.map((entry) => prepareEntry(entry, sorts));
        queue.push({ entries: prepared, deadline: clock() + limits.appendTimeoutMs, resolve, reject });
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
      refuse(queue.take(Number.POSITIVE_INFINITY), 'not-recorded', 'the ledger was closed');
      await working;
      await session.close();
    },
  };
}

function sameHead(one: TreeHead, other: TreeHead): boolean {
  return one.size === other.size && one.root.equals(other.root);
}
