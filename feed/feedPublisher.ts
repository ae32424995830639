import type { FeedFrames } from './feedFrames.ts';
import type { FeedReading, FeedSource } from './feedSource.ts';

/** A subscriber of the feed. */
export interface FeedReader {
  /** True if it has read everything sent to it. */
  readonly ready: boolean;
  send(frame: string): void;
  close(): void;
}

export interface FeedPublisher {
  /**
   * Reads the state, calls `onReady`, sends the reader what it is missing and then every event. A reader that
   * reconnects names the last event it received. Rejects without sending anything if the state cannot be read.
   */
  add(reader: FeedReader, lastEventId: string | undefined, onReady: () => void): Promise<void>;
  /** Called when the reader has read everything sent to it. Sends what it has missed meanwhile. */
  resume(reader: FeedReader): void;
  remove(reader: FeedReader): void;
  readonly readers: number;
  /** Reads the state now and pushes any changes. */
  refresh(): Promise<void>;
  /** Closes every reader and the source. */
  stop(): Promise<void>;
}

export interface FeedPublisherOptions {
  /** @param onChange the source calls it when the state may have changed */
  readonly openSource: (onChange: () => void) => FeedSource;
  readonly heartbeatMs: number;
  /** Called once each time the state cannot be read or must not be published. */
  readonly onLost: (error: unknown) => void;
  readonly onRecovered: () => void;
}

/**
 * Pushes a state, signed. Every event is based on a read that began after the instant the event is dated with: a
 * publisher that has lost its database goes silent, and its readers close, instead of vouching for what may have
 * changed. Each heartbeat is such a read, so a lost notification delays a change by at most one heartbeat.
 */
export function startFeedPublisher({
  openSource,
  heartbeatMs,
  onLost,
  onRecovered,
}: FeedPublisherOptions): FeedPublisher {
  /** The revision that each reader has received; undefined: none yet. */
  const readers = new Map<FeedReader, number | undefined>();
  /** Readers whose snapshot is being built. They get nothing else until it is sent. */
  const waiting = new Set<FeedReader>();
  let frames: FeedFrames | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let change: NodeJS.Timeout | undefined;
  let lost = false;
  let stopped = false;

  const source = openSource(() => background());
  const { log } = source;
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
      // Reported where it happened; the readers notice the silence.
    });
  }

  async function readAndPublish(): Promise<void> {
    const reading = await source.read().catch(reportLoss);
    if (stopped) return;
    if (lost) onRecovered();
    lost = false;
    frames = reading.frames;
    if (reading.restarted) for (const reader of readers.keys()) readers.set(reader, undefined);
    armChange(reading);
    for (const reader of readers.keys()) sendChanges(reader);
  }

  function reportLoss(error: unknown): never {
    if (!lost && !stopped) onLost(error);
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
    if (readers.get(reader) !== frames?.revision) sendChanges(reader);
  }

  /**
   * Schedules changes that happen by time alone for their exact instant, not the next heartbeat. Later instants are
   * scheduled when they come near.
   */
  function armChange({ changesInMs }: FeedReading): void {
    clearTimeout(change);
    if (changesInMs <= 2 * heartbeatMs) change = setTimeout(() => background(), Math.max(1, changesInMs));
  }

  return {
    async add(reader, lastEventId, onReady) {
      await refresh();
      if (stopped || frames === undefined) throw new Error('The feed has stopped.');
      onReady();
      readers.set(reader, log.revisionOf(lastEventId));
      sendChanges(reader);
    },
    resume(reader) {
      // If nothing was missed, the next heartbeat is soon enough.
      if (readers.has(reader) && readers.get(reader) !== frames?.revision) sendChanges(reader);
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
      await source.close();
    },
  };
}
