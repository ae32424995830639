import type { ChangeLog } from './changeLog.ts';
import type { FeedFrames } from './feedFrames.ts';

/** The state of a feed, as read at one instant. */
export interface FeedReading {
  readonly frames: FeedFrames;
  /** Anything may have changed: no reader can continue from what it has. */
  readonly restarted: boolean;
  /** Milliseconds until the state changes by time alone; Infinity if it does not. */
  readonly changesInMs: number;
}

/** Where a feed gets the state that it publishes. */
export interface FeedSource {
  /** Recent changes. Its event ids name the revisions that readers have received. */
  readonly log: ChangeLog;
  /**
   * Reads the state. The events are dated with an instant before the read began. Rejects if the state cannot be read or
   * must not be published; nothing is sent then. Never called while a read is running.
   */
  read(): Promise<FeedReading>;
  /** Ends its connections. Nothing is read after that. */
  close(): Promise<void>;
}
