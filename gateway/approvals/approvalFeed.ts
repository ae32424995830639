import { StringDecoder } from 'node:string_decoder';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { Agent, request } from 'undici';
import { MOST_APPROVALS } from '../../schema/approvals/approvalFeed.ts';
import type { ApprovalSet } from './approvalSet.ts';
import { createApprovalStore, type FeedCursor } from './approvalStore.ts';

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
  /** Datasets that may be granted. An event that names another is rejected as a whole. */
  readonly datasets: ReadonlySet<string>;
  /** Maximum number of approvals. A feed with more is rejected. Default: MOST_APPROVALS. */
  readonly maxApprovals?: number;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
const WAIT_STEP_MS = 5;
/** Maximum characters of an event. A longer one is rejected before it is parsed. */
const LONGEST_EVENT = 16 * 1024 * 1024;

/**
 * Keeps the approvals current over SSE. Fails closed: an event that is unsigned, malformed, outdated, or that names an
 * unknown dataset changes nothing and does not count as a sign of life.
 */
export function followApprovalFeed(options: ApprovalFeedOptions): ApprovalFeed {
  const stopping = new AbortController();
  const known = createApprovalStore(options.datasets, options.maxApprovals ?? MOST_APPROVALS);
  /** Id of the last event that was applied, from which emou continues after a reconnect. */
  let lastEventId: string | undefined;
  let alarm: string | undefined;
  let announceReady: () => void;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });
  // Its own, so that no connection outlives the feed: emou would wait for it when it stops.
  const agent = new Agent();

  async function accept({ data, id }: EventSourceMessage, cursor: FeedCursor): Promise<boolean> {
    try {
      const outcome = known.accept(await options.verify(data), cursor);
      alarm = undefined;
      if (outcome === 'behind') throw new Error('a change was missed');
      if (outcome === 'current') {
        lastEventId = id;
        announceReady();
      }
      return outcome === 'current' || outcome === 'known';
    } catch (error) {
      // The known state itself may be wrong, so the next connection begins with a snapshot.
      lastEventId = undefined;
      throw error;
    }
  }

  /** Reads events until the connection ends; with `once`, until the first event that has emou's current state. */
  async function read(signal: AbortSignal, once: boolean): Promise<void> {
    const connection = new AbortController();
    const { statusCode, body } = await request(options.url, {
      dispatcher: agent,
      headers: {
        accept: 'text/event-stream',
        authorization: options.authorization(),
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
      signal: AbortSignal.any([signal, connection.signal]),
      // Heartbeats keep coming; a silent connection is a dead one.
      bodyTimeout: options.maxAgeSeconds * 1000,
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`the feed responded with status ${statusCode}`);
    }
    const cursor: FeedCursor = { revision: 0, unfinished: undefined };
    const arrived: EventSourceMessage[] = [];
    const parser = createParser({
      onEvent: (event) => arrived.push(event),
      maxBufferSize: LONGEST_EVENT,
      onError(error) {
        if (error.type === 'max-buffer-size-exceeded') throw error;
      },
    });
    const decoder = new StringDecoder('utf8');
    try {
      for await (const chunk of body) {
        // The body of a response is a stream of Buffers.
        parser.feed(decoder.write(chunk as Buffer));
        for (const event of arrived.splice(0)) {
          if ((await accept(event, cursor)) && once) return;
          // Parts of a large snapshot may be here all at once, and each is taken in as it comes: requests are served
          // between them.
          await nextTurn();
        }
      }
    } finally {
      connection.abort();
    }
    if (once) throw new Error('the feed ended before it sent the current state');
  }

  async function follow(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!stopping.signal.aborted) {
      const startedAt = known.set?.revision;
      try {
        await read(stopping.signal, false);
      } catch (error) {
        if (stopping.signal.aborted) return;
        alarm = error instanceof Error ? error.message : String(error);
        options.log('approval feed interrupted', { reason: alarm });
      }
      if (known.set?.revision !== startedAt) retryMs = FIRST_RETRY_MS;
      await sleep(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  }

  const following = follow();

  async function reached(revision: number, withinMs: number): Promise<boolean> {
    const end = performance.now() + withinMs;
    while ((known.set?.revision ?? 0) < revision) {
      if (performance.now() >= end || stopping.signal.aborted) return false;
      await sleep(WAIT_STEP_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    return true;
  }

  return {
    current: (now) => (now.getTime() / 1000 - known.signedAt <= options.maxAgeSeconds ? known.set : undefined),
    get revision() {
      return known.set?.revision ?? 0;
    },
    get alarm() {
      return alarm;
    },
    async catchUp() {
      try {
        await read(AbortSignal.any([stopping.signal, AbortSignal.timeout(options.maxAgeSeconds * 1000)]), true);
      } catch (error) {
        // A committed change may be unknown here, and nothing may be shown by approvals that could be revoked.
        known.invalidate();
        throw error;
      }
    },
    reached,
    ready,
    async stop() {
      stopping.abort();
      await following;
      await agent.destroy();
    },
  };
}
