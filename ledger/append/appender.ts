import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { createEntrySorts } from '../entrySorts.ts';
import { type LedgerEntry, prepareEntry } from '../ledgerEntry.ts';
import { LedgerFull, LedgerUnavailable } from '../ledgerErrors.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import type { NoteSigner } from '../note/noteKey.ts';
import type { BatchOutcome, TreeSession } from '../postgres/treeSession.ts';
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

/** A batch that is sent, or ready to be sent after one that is. */
interface Staged {
  readonly callers: readonly Waiting[];
  readonly batch: StagedBatch;
}

interface TreePoint {
  readonly frontier: Frontier;
  readonly head: TreeHead;
}

/**
 * Where so many entries wait, half of them are sent and the others made ready meanwhile: database and writer work at the
 * same time. Fewer would pay more for a second batch than they gain.
 */
const SPLIT_FROM = 48;
const half = (entries: number): number => (entries < SPLIT_FROM ? entries : Math.ceil(entries / 2));

const SWEEP_EVERY_MS = 100;
const LONGEST_RETRY_MS = 250;

/** Group commit: one batch under way, whatever queues meanwhile is the next, and is made ready meanwhile if it is much. */
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

  /** Takes from the queue what is to follow on a head that is committed, or under way. */
  const stage = (from: TreePoint, most: number): Staged | undefined => {
    const callers = queue.take(Math.min(most, limits.maxBatchEntries));
    if (callers.length === 0) return undefined;
    const entries = callers.flatMap((waiting) => waiting.entries);
    return { callers, batch: stageBatch(from.frontier, from.head, entries, sorts, signer) };
  };

  /** The batch is durable: what comes next builds on it. */
  const advance = ({ batch }: Staged): void => {
    frontier = batch.frontier;
    head = batch.after;
    note = batch.note;
    sorts.markStored(batch.newSorts);
    lastContact = clock();
  };

  /** Only now may anything that the batch records be shown. */
  const settle = ({ callers, batch }: Staged, month?: string): void => {
    let firstIndex = batch.before.size;
    for (const { entries, resolve } of callers) {
      resolve({ firstIndex, size: batch.after.size, note: batch.note, month });
      firstIndex += entries.length;
    }
  };

  /** Until the database says, behind a fence, where the tree stands: before the batch, or after it. */
  const recover = async (reason: unknown, sent?: Staged): Promise<void> => {
    enter('recovering', reason);
    const callers = sent?.callers ?? [];
    for (let pause = 20; state === 'recovering'; pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
      const found = await session.recover();
      switch (found.kind) {
        case 'head':
          lastContact = clock();
          if (sent && sameHead(found.head, sent.batch.after)) {
            advance(sent);
            settle(sent);
          } else if (sameHead(found.head, head)) queue.putBack(callers.filter(({ deadline }) => deadline > clock()));
          else
            return lose(
              callers,
              'unknown',
              new Error(`the tree was left at ${head.size}, found at ${found.head.size}`),
            );
          return enter('open');
        case 'lost':
          return lose(callers, 'unknown', found.error);
        case 'unreachable':
          await sleep(pause);
      }
    }
    refuse(callers, 'unknown', 'the ledger was closed');
  };

  const renew = async (): Promise<void> => {
    const outcome = await session.renew();
    lastContact = clock();
    if (outcome.kind === 'lost') lose([], 'not-recorded', outcome.error);
    else if (outcome.kind === 'unknown') await recover(outcome.error);
  };

  /** One batch after the other, until nothing waits. */
  const work = async (): Promise<void> => {
    // Callers woken by the same packet share the first batch.
    await Promise.resolve();
    let ready: Staged | undefined;
    let settleLast = (): void => undefined;
    for (;;) {
      const sent: Staged | undefined = ready ?? stage({ frontier, head }, half(queue.entries));
      if (sent === undefined) return settleLast();
      underWay = sent.callers;
      const answer = session.append(sent.batch);
      // Once the next batch is away, callers of the last one go on: what they append is made ready meanwhile.
      settleLast();
      await nextTurn();
      if (queue.entries >= SPLIT_FROM / 2) {
        ready = stage({ frontier: sent.batch.frontier, head: sent.batch.after }, queue.entries);
        underWay = [...sent.callers, ...(ready?.callers ?? [])];
      } else ready = undefined;
      const outcome = await answer;
      if (outcome.kind !== 'committed') {
        // What it was to follow is not there.
        queue.putBack((ready?.callers ?? []).filter(({ deadline }) => deadline > clock()));
        underWay = sent.callers;
        return fail(sent, outcome);
      }
      advance(sent);
      underWay = ready?.callers ?? [];
      settleLast = () => settle(sent, outcome.value);
    }
  };

  const fail = (sent: Staged, outcome: Exclude<BatchOutcome<string>, { kind: 'committed' }>): void | Promise<void> => {
    switch (outcome.kind) {
      case 'refused':
        return refuse(sent.callers, 'not-recorded', 'the database refused the batch', outcome.error);
      case 'lost':
        return lose(sent.callers, 'not-recorded', outcome.error);
      case 'unknown':
        return recover(outcome.error, sent);
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
