import { StringDecoder } from 'node:string_decoder';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { Agent, request } from 'undici';

/**
 * Outcome of an event. `current`: the state is the publisher's as of the event's signature. `part`: it has more parts.
 * `known`: another connection delivered a later revision. `late`: another connection delivered a later event of this
 * revision. `behind`: a change in between was missed.
 */
export type Outcome = 'current' | 'part' | 'known' | 'late' | 'behind';

/** What a reader makes of the events. */
export interface FollowedState<Cursor> {
  /** 0 before the first complete state. */
  readonly revision: number;
  /** Position in the events of a new connection. */
  createCursor(): Cursor;
  /** Applies the payload of a verified event. Throws if it is malformed or goes back; then nothing has changed. */
  accept(payload: unknown, cursor: Cursor): Outcome;
  /** Called if the publisher could not be asked: a committed change may be unknown here. */
  invalidate(): void;
}

export interface FollowFeedOptions<Cursor> {
  /** `http(s)://.../feed` */
  readonly url: string;
  /** Names the feed in the log. */
  readonly name: string;
  /** Bearer credential for the feed; undefined: none. */
  readonly authorization: () => string | undefined;
  /** Verifies the signature of one event and returns its payload. Rejects an event that somebody else signed. */
  readonly verify: (jws: string) => Promise<unknown>;
  /** A connection that is silent for longer is closed. */
  readonly maxAgeSeconds: number;
  readonly state: FollowedState<Cursor>;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

export interface FollowedFeed {
  /** Why the last event was rejected; undefined if it was valid. */
  readonly alarm: string | undefined;
  /**
   * Fetches changes now. Once it resolves, every change committed before the call is known here. Rejects on failure.
   */
  catchUp(): Promise<void>;
  /** Waits for a revision of the state. Resolves to false if it did not arrive in time. */
  reached(revision: number, withinMs: number): Promise<boolean>;
  /** Resolves once the first valid state has arrived. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
const WAIT_STEP_MS = 5;
/** Maximum characters of an event. A longer one is rejected before it is parsed. */
const LONGEST_EVENT = 16 * 1024 * 1024;

/**
 * Keeps a state current over SSE. Fails closed: an event that is unsigned, malformed, or outdated changes nothing and
 * does not count as a sign of life.
 */
export function followFeed<Cursor>(options: FollowFeedOptions<Cursor>): FollowedFeed {
  const { state } = options;
  const stopping = new AbortController();
  /** Id of the last event that was applied, from which the publisher continues after a reconnect. */
  let lastEventId: string | undefined;
  let alarm: string | undefined;
  let announceReady: () => void;
  const ready = new Promise<void>((resolve) => {
    announceReady = resolve;
  });
  // Its own, so that no connection outlives the feed: the publisher would wait for it when it stops.
  const agent = new Agent();

  async function accept({ data, id }: EventSourceMessage, cursor: Cursor): Promise<boolean> {
    try {
      const outcome = state.accept(await options.verify(data), cursor);
      alarm = undefined;
      if (outcome === 'behind') throw new Error('a change was missed');
      if (outcome === 'current') {
        lastEventId = id;
        announceReady();
      }
      return outcome === 'current' || outcome === 'known';
    } catch (error) {
      // The known state itself may be wrong, so the next connection begins with the whole state.
      lastEventId = undefined;
      throw error;
    }
  }

  /** Reads events until the connection ends; with `once`, until the first event that has the current state. */
  async function read(signal: AbortSignal, once: boolean): Promise<void> {
    const connection = new AbortController();
    const authorization = options.authorization();
    const { statusCode, body } = await request(options.url, {
      dispatcher: agent,
      headers: {
        accept: 'text/event-stream',
        ...(authorization === undefined ? {} : { authorization }),
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
    const cursor = state.createCursor();
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
          // Parts of a large state may be here all at once, and each is taken in as it comes: requests are served
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
      const startedAt = state.revision;
      try {
        await read(stopping.signal, false);
      } catch (error) {
        if (stopping.signal.aborted) return;
        alarm = error instanceof Error ? error.message : String(error);
        options.log(`${options.name} interrupted`, { reason: alarm });
      }
      if (state.revision !== startedAt) retryMs = FIRST_RETRY_MS;
      await sleep(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  }

  const following = follow();

  return {
    get alarm() {
      return alarm;
    },
    async catchUp() {
      try {
        await read(AbortSignal.any([stopping.signal, AbortSignal.timeout(options.maxAgeSeconds * 1000)]), true);
      } catch (error) {
        state.invalidate();
        throw error;
      }
    },
    async reached(revision, withinMs) {
      const end = performance.now() + withinMs;
      while (state.revision < revision) {
        if (performance.now() >= end || stopping.signal.aborted) return false;
        await sleep(WAIT_STEP_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
      return true;
    },
    ready,
    async stop() {
      stopping.abort();
      await following;
      await agent.destroy();
    },
  };
}
