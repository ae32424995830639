import { followFeed } from '../../feed/followFeed.ts';
import { MOST_APPROVALS } from '../../schema/approvals/approvalFeed.ts';
import type { ApprovalSet } from './approvalSet.ts';
import { createApprovalStore } from './approvalStore.ts';

/** The approvals as the gateway knows them, as long as they can be relied on. */
export interface ApprovalFeed {
  /** The approvals; undefined if the last signed event is older than the maximum age. */
  current(now: Date): ApprovalSet | undefined;
  /** Revision of the approvals; 0 before the first snapshot. */
  readonly revision: number;
  /** Why the last event was rejected; undefined if it was valid. */
  readonly alarm: string | undefined;
  /**
   * Fetches changes now. Once it resolves, every change committed before the call is known here. Rejects on failure.
   */
  catchUp(): Promise<void>;
  /** Waits for a revision of the approvals. Resolves to false if it did not arrive in time. */
  reached(revision: number, withinMs: number): Promise<boolean>;
  /** Resolves once the first valid snapshot has arrived. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

export interface ApprovalFeedOptions {
  /** The feed of the emou system: `http(s)://.../feed`. */
  readonly url: string;
  /** Bearer credential for the feed. */
  readonly authorization: () => string;
  /** Verifies the signature of one event and returns its payload. Rejects an event that emou did not sign. */
  readonly verify: (jws: string) => Promise<unknown>;
  /** Maximum age of the last signed event, in seconds. Beyond it, all inter-agency data is denied. */
  readonly maxAgeSeconds: number;
  /** Maximum number of approvals. A feed with more is rejected. Default: MOST_APPROVALS. */
  readonly maxApprovals?: number;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

/**
 * Keeps the approvals current. Fails closed: an event that is unsigned, malformed, or outdated changes nothing and does not count as a sign of life.
 */
export function followApprovalFeed(options: ApprovalFeedOptions): ApprovalFeed {
  const { url, authorization, verify, maxAgeSeconds, log } = options;
  const known = createApprovalStore(options.maxApprovals ?? MOST_APPROVALS);
  const feed = followFeed({ url, name: 'approval feed', authorization, verify, maxAgeSeconds, state: known, log });
  return {
    current: (now) => (now.getTime() / 1000 - known.signedAt <= maxAgeSeconds ? known.set : undefined),
    get revision() {
      return known.revision;
    },
    get alarm() {
      return feed.alarm;
    },
    catchUp: feed.catchUp,
    reached: feed.reached,
    ready: feed.ready,
    stop: feed.stop,
  };
}
