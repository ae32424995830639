import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import { request } from 'undici';
import { FeedEvent, type FeedSnapshot } from '../../schema/approvalFeed.ts';
import { type ApprovalSet, buildApprovalSet } from './approvalSet.ts';

/** What the gateway knows of the approvals: the last good snapshot, and until when it may be relied on. */
export interface ApprovalFeed {
  /** The approvals, or undefined when the last signed word of them is older than the maximum age. */
  current(now: Date): ApprovalSet | undefined;
  /** Revision of the last good snapshot; 0 before the first. */
  readonly revision: number;
  /** Why the last event was refused, or undefined when it was good. */
  readonly alarm: string | undefined;
  /** Reads a fresh snapshot now. After it resolves, every change committed before the call is known here. Throws when it can't. */
  catchUp(): Promise<void>;
  /** Resolves to whether the approvals reached the revision within the time. */
  reached(revision: number, withinMs: number): Promise<boolean>;
  /** Resolves once the first good snapshot is here. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

export interface ApprovalFeedOptions {
  /** The feed of the emou system: `http(s)://.../feed`. */
  readonly url: string;
  /** Bearer credential for the feed. */
  readonly authorization: () => string;
  /** Verifies the signature of one event and returns its payload; rejects what emou did not sign. */
  readonly verify: (jws: string) => Promise<unknown>;
  /** Seconds after which a feed without a signed event counts as lost. */
  readonly maxAgeSeconds: number;
  /** Datasets that may be granted: a snapshot that names another is refused whole. */
  readonly datasets: ReadonlySet<string>;
  readonly clock: () => Date;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
const WAIT_STEP_MS = 5;

/**
 * Keeps the approvals current over SSE. Fails closed: an event that is not signed, not well formed, older than what is
 * known, or that names what it may not, changes nothing and does not refresh the age of what is known.
 */
export function followApprovalFeed(options: ApprovalFeedOptions): ApprovalFeed {
  const stopping = new AbortController();
  let set: ApprovalSet | undefined;
  let signedAt = Number.NEGATIVE_INFINITY;
  let alarm: string | undefined;
  let announceReady: () => void;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });

  async function accept(jws: string): Promise<'snapshot' | 'heartbeat' | 'behind' | 'late'> {
    const event = FeedEvent.parse(await options.verify(jws));
    // Late or replayed: another connection already knows better, and it must not make the approvals look fresh.
    if (event.iat < signedAt) return 'late';
    if (event.kind === 'heartbeat') {
      if (set === undefined || event.revision > set.revision) return 'behind';
      if (event.revision < set.revision) throw new Error('a heartbeat of an earlier revision was replayed');
      signedAt = event.iat;
      return 'heartbeat';
    }
    if (set !== undefined && event.revision < set.revision)
      throw new Error('a snapshot of an earlier revision was replayed');
    refuseUnknownNames(event, options.datasets);
    set = buildApprovalSet(event);
    signedAt = event.iat;
    announceReady();
    return 'snapshot';
  }

  /** Reads events until the connection ends; with `once`, until the first snapshot. */
  async function read(signal: AbortSignal, once: boolean): Promise<void> {
    const connection = new AbortController();
    const { statusCode, body } = await request(options.url, {
      headers: { accept: 'text/event-stream', authorization: options.authorization() },
      signal: AbortSignal.any([signal, connection.signal]),
      // Heartbeats keep coming; a silent connection is a dead one.
      bodyTimeout: options.maxAgeSeconds * 1000,
    });
    if (statusCode !== 200) {
      await body.dump();
      throw new Error(`the feed answered ${statusCode}`);
    }
    const arrived: string[] = [];
    const parser = createParser({ onEvent: ({ data }) => arrived.push(data), maxBufferSize: 128 * 1024 * 1024 });
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) {
        // The body of a response is a stream of Buffers.
        parser.feed(decoder.decode(chunk as Buffer, { stream: true }));
        for (const jws of arrived.splice(0)) {
          const outcome = await accept(jws);
          alarm = undefined;
          if (outcome === 'behind') throw new Error('a change was missed');
          if (once && outcome === 'snapshot') return;
        }
      }
    } finally {
      connection.abort();
    }
    if (once) throw new Error('the feed ended before its snapshot');
  }

  async function follow(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!stopping.signal.aborted) {
      const startedAt = set?.revision;
      try {
        await read(stopping.signal, false);
      } catch (error) {
        if (stopping.signal.aborted) return;
        alarm = error instanceof Error ? error.message : String(error);
        options.log('approval feed interrupted', { reason: alarm });
      }
      if (set?.revision !== startedAt) retryMs = FIRST_RETRY_MS;
      await sleep(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  }

  const following = follow();

  async function reached(revision: number, withinMs: number): Promise<boolean> {
    const end = performance.now() + withinMs;
    while ((set?.revision ?? 0) < revision) {
      if (performance.now() >= end || stopping.signal.aborted) return false;
      await sleep(WAIT_STEP_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
    return true;
  }

  return {
    current: (now) => (now.getTime() / 1000 - signedAt <= options.maxAgeSeconds ? set : undefined),
    get revision() {
      return set?.revision ?? 0;
    },
    get alarm() {
      return alarm;
    },
    async catchUp() {
      try {
        await read(AbortSignal.any([stopping.signal, AbortSignal.timeout(options.maxAgeSeconds * 1000)]), true);
      } catch (error) {
        // What was committed may not be known here: nothing may be shown by approvals that could be revoked.
        signedAt = Number.NEGATIVE_INFINITY;
        throw error;
      }
    },
    reached,
    ready,
    async stop() {
      stopping.abort();
      await following;
    },
  };
}

function refuseUnknownNames(snapshot: FeedSnapshot, datasets: ReadonlySet<string>): void {
  const agencies = new Set(snapshot.agencies);
  for (const { id, requestingAgency, dataset } of snapshot.approvals) {
    if (!datasets.has(dataset)) throw new Error(`approval ${id} names the unknown dataset ${dataset}`);
    if (!agencies.has(requestingAgency))
      throw new Error(`approval ${id} is for ${requestingAgency}, which has not signed`);
  }
}
