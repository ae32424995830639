import jwt from 'jsonwebtoken';
import { createKeySet } from '../../../keys/keySet.ts';
import { type FeedApproval, FeedEvent, type FeedSnapshot } from '../../../schema/approvals/approvalFeed.ts';
import { approvalsOf } from '../../../schema/approvals/snapshotApprovals.ts';

/** State of a reader. */
export interface KnownState {
  readonly revision: number;
  readonly iat: number;
  readonly agencies: readonly string[];
  readonly approvals: readonly FeedApproval[];
}

export interface FeedListener {
  /** Every event so far, verified, with its time of arrival (ms, real time). */
  readonly events: readonly { readonly event: FeedEvent; readonly at: number }[];
  readonly ended: boolean;
  /** Id of the last event. */
  readonly lastEventId: string | undefined;
  /** State after each snapshot and each delta: parts assembled, deltas applied. */
  snapshots(): readonly KnownState[];
  /** Resolves with the first state that matches, now or later; rejects after five seconds. */
  snapshot(fits: (snapshot: KnownState) => boolean): Promise<KnownState>;
  close(): void;
}

/**
 * Subscribes to an emou's feed as a gateway does: each event's signature is verified with the key that emou publishes.
 */
export async function readFeed(emouUrl: string, grant: string, lastEventId?: string): Promise<FeedListener> {
  const keys = createKeySet({
    url: new URL('/.well-known/jwks.json', emouUrl).href,
    ...{ algorithms: ['ES256'], clock: () => new Date() },
  });
  const abort = new AbortController();
  const headers = {
    authorization: `Bearer ${grant}`,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  };
  const response = await fetch(new URL('/feed', emouUrl), { headers, signal: abort.signal });
  if (response.status !== 200 || response.body === null) throw new Error(`The feed answered ${response.status}.`);
  const events: { event: FeedEvent; at: number }[] = [];
  let ended = false;
  let lastId: string | undefined;
  const known = knownStates();

  async function verified(token: string): Promise<FeedEvent> {
    const kid = jwt.decode(token, { complete: true })?.header.kid;
    const found = await keys.find(kid);
    if (found.kind !== 'found') throw new Error(`The feed's key is ${found.kind}.`);
    return FeedEvent.parse(jwt.verify(token, found.key, { algorithms: ['ES256'], issuer: 'person360-emou' }));
  }

  async function listen(body: AsyncIterable<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const bytes of body) {
      text += decoder.decode(bytes, { stream: true });
      const frames = text.split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const [, kind, id, token] = /^event: (\w+)\nid: (\S+)\ndata: (\S+)$/.exec(frame) ?? [];
        const event = await verified(token ?? '');
        if (event.kind !== kind) throw new Error(`An event named ${kind} holds a ${event.kind}.`);
        lastId = id;
        events.push({ event, at: Date.now() });
        known.take(event);
      }
    }
  }
  listen(response.body)
    .catch((error: unknown) => {
      if (!abort.signal.aborted && !(error instanceof TypeError)) throw error;
    })
    .finally(() => {
      ended = true;
    });

  return {
    events,
    get ended() {
      return ended;
    },
    get lastEventId() {
      return lastId;
    },
    snapshots: known.states,
    async snapshot(fits) {
      const deadline = Date.now() + 5_000;
      while (Date.now() < deadline) {
        const found = known.states().find(fits);
        if (found !== undefined) return found;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      throw new Error('No such snapshot came within five seconds.');
    },
    close() {
      abort.abort();
      void keys.stop();
    },
  };
}

function knownStates(): { take(event: FeedEvent): void; states(): readonly KnownState[] } {
  const states: KnownState[] = [];
  let parts: readonly FeedSnapshot[] = [];
  let missed = false;

  return {
    take(event) {
      if (event.kind === 'snapshot') {
        const { part, revision, iat, agencies } = event;
        parts = (part?.number ?? 1) === 1 ? [event] : [...parts, event];
        if (parts.length < (part?.of ?? 1)) return;
        states.push({ revision, iat, agencies, approvals: parts.flatMap(approvalsOf) });
      }
      const last = states.at(-1);
      if (event.kind !== 'delta' || last === undefined) return;
      if (event.base > last.revision) missed = true;
      const gone = new Set([...event.removed, ...event.changed.map(({ id }) => id)]);
      const approvals = [...last.approvals.filter(({ id }) => !gone.has(id)), ...event.changed];
      states.push({ ...last, revision: event.revision, iat: event.iat, approvals });
    },
    states() {
      if (missed) throw new Error('A change was missed.');
      return states;
    },
  };
}
