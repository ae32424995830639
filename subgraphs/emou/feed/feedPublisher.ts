import { LogTampered, TablesDiffer } from '../../kit/administration/logErrors.ts';
import type { RegisterRules } from '../register/register.ts';
import { createChangeLog } from './changeLog.ts';
import { type FeedFrames, feedFrames } from './feedFrames.ts';
import type { FeedKey } from './feedKey.ts';
import type { FeedWitness } from './register/feedWitness.ts';
import { openRegisterConnection } from './register/registerConnection.ts';
import { type RegisterReading, type RegisterState, readRegisterState } from './register/registerState.ts';

/** A subscriber of the feed. */
export interface FeedReader {
  /** True if it has read everything sent to it. */
  readonly ready: boolean;
  send(frame: string): void;
  close(): void;
}

export interface FeedPublisher {
  /**
   * Reads the register, calls `onReady`, sends the reader what it is missing and then every event. A reader that
   * reconnects names the last event it received. Rejects without sending anything if the register cannot be read.
   */
  add(reader: FeedReader, lastEventId: string | undefined, onReady: () => void): Promise<void>;
  /** Called when the reader has read everything sent to it. Sends what it has missed meanwhile. */
  resume(reader: FeedReader): void;
  remove(reader: FeedReader): void;
  readonly readers: number;
  /** Reads the register now and pushes any changes. */
  refresh(): Promise<void>;
  /** Closes every reader and the feed's connection. */
  stop(): Promise<void>;
}

export interface FeedPublisherOptions {
  readonly databaseUrl: string;
  readonly key: FeedKey;
  readonly clock: () => Date;
  /** Approvals of unknown datasets are left out, because gateways reject events that name one. */
  readonly rules: RegisterRules;
  /** Runs once before the first read of the register, to bring its index up to date. */
  readonly prepare: () => Promise<void>;
  /** Wraps every read of the register, so that nothing is signed that is not in the log. */
  readonly witness: FeedWitness;
  readonly heartbeatMs: number;
  /** Called once each time the register cannot be read or differs from the log. */
  readonly onLost: (reason: { readonly code: string; readonly message?: string }) => void;
  readonly onRecovered: () => void;
}

/**
 * Pushes the register's state, signed. Every event is based on a database read that began after the instant the event
 * is dated with: an emou that has lost its database goes silent, and its gateways close, instead of vouching for
 * approvals that may be revoked. Each heartbeat is such a read, so a lost notification delays a change by at most one
 * heartbeat.
 */
export function startFeedPublisher(options: FeedPublisherOptions): FeedPublisher {
  const { key, clock, heartbeatMs, rules } = options;
  /** The revision that each reader has received; undefined: none yet. */
  const readers = new Map<FeedReader, number | undefined>();
  /** Readers whose snapshot is being built. They get nothing else until it is sent. */
  const waiting = new Set<FeedReader>();
  const log = createChangeLog();
  let state: RegisterState | undefined;
  let frames: FeedFrames | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let change: NodeJS.Timeout | undefined;
  let lost = false;
  let prepared = false;
  let stopped = false;

  const connection = openRegisterConnection(options.databaseUrl, () => background());
  const beat = setInterval(() => background(), heartbeatMs);

  /** Runs one read at a time. A call during a read waits for the next one, which begins after the call. */
  function refresh(): Promise<void> {
    if (stopped) return Promise.reject(new Error('The feed has stopped.'));
    if (running !== undefined) {
      next ??= running
        .catch(() => undefined)
        .then(() => {
          next = undefined;
          return refresh();
        });
      return next;
    }
    running = readAndPublish().finally(() => {
      running = undefined;
    });
    return running;
  }

  function background(): void {
    if (stopped) return;
    refresh().catch(() => {
      // Reported where it happened; the gateways notice the silence.
    });
  }

  async function readAndPublish(): Promise<void> {
    const before = state;
    if (!prepared) await options.prepare().catch(reportLoss);
    prepared = true;
    const now = clock();
    const read = () => connection.run((client) => readRegisterState(client, before, rules, now));
    const reading = await options.witness(read).catch(reportLoss);
    if (stopped) return;
    if (lost) options.onRecovered();
    lost = false;
    note(before, reading);
    armChange(reading.state);
    for (const reader of readers.keys()) sendChanges(reader);
  }

  /**
   * Records a change. One that the revision does not account for (counted by another process with another clock) may be
   * of anything.
   */
  function note(before: RegisterState | undefined, { state: after, change: what }: RegisterReading): void {
    state = after;
    frames = feedFrames(key, after, log);
    if (what === 'none') return;
    if (before !== undefined && what !== 'all' && after.revision > before.revision) {
      log.add(before.revision, after.revision, what.ids);
      return;
    }
    if (before !== undefined && what !== 'all' && what.ids.length === 0) return;
    log.startEpoch();
    frames = feedFrames(key, after, log);
    for (const reader of readers.keys()) readers.set(reader, undefined);
  }

  function reportLoss(error: unknown): never {
    if (!lost && !stopped) options.onLost(reasonOf(error));
    lost = true;
    throw error;
  }

  function sendChanges(reader: FeedReader): void {
    if (!reader.ready || frames === undefined || waiting.has(reader)) return;
    const frame = frames.since(readers.get(reader));
    if (frame === undefined) {
      // It reconnects by itself, and until then treats its feed as stale.
      sendSnapshot(reader, frames).catch(() => reader.close());
      return;
    }
    reader.send(frame);
    readers.set(reader, frames.revision);
  }

  /** Sends the snapshot, then anything that changed while it was built. */
  async function sendSnapshot(reader: FeedReader, of: FeedFrames): Promise<void> {
    waiting.add(reader);
    const isOfNow = log.epoch();
    const snapshot = await of.snapshot().finally(() => waiting.delete(reader));
    if (stopped || !readers.has(reader)) return;
    if (isOfNow() && reader.ready) {
      reader.send(snapshot);
      readers.set(reader, of.revision);
    }
    if (readers.get(reader) !== state?.revision) sendChanges(reader);
  }

  /**
   * Schedules changes that happen without a move for their exact instant, not the next heartbeat. Later instants are
   * scheduled when they come near.
   */
  function armChange({ nextChange, asOf }: RegisterState): void {
    clearTimeout(change);
    const wait = nextChange - asOf.getTime();
    if (wait <= 2 * heartbeatMs) change = setTimeout(() => background(), Math.max(1, wait));
  }

  return {
    async add(reader, lastEventId, onReady) {
      await refresh();
      if (stopped || state === undefined) throw new Error('The feed has stopped.');
      onReady();
      readers.set(reader, log.revisionOf(lastEventId));
      sendChanges(reader);
    },
    resume(reader) {
      // If nothing was missed, the next heartbeat is soon enough.
      if (readers.has(reader) && readers.get(reader) !== state?.revision) sendChanges(reader);
    },
    remove(reader) {
      readers.delete(reader);
    },
    get readers() {
      return readers.size;
    },
    refresh,
    async stop() {
      stopped = true;
      clearInterval(beat);
      clearTimeout(change);
      for (const reader of readers.keys()) reader.close();
      readers.clear();
      await running?.catch(() => undefined);
      await connection.close();
    },
  };
}

/** Omits a driver's message, which may contain the address and the user. */
function reasonOf(error: unknown): { readonly code: string; readonly message?: string } {
  if (error instanceof TablesDiffer) return { code: 'TABLES_DIFFER', message: error.message };
  if (error instanceof LogTampered) return { code: 'LOG_TAMPERED', message: error.message };
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return { code: error.code };
  return { code: error instanceof Error ? error.name : 'UNKNOWN' };
}
