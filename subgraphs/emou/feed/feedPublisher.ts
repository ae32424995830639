import { signatories } from '../../../schema/agencies.ts';
import type { FeedEvent } from '../../../schema/approvalFeed.ts';
import type { RegisterRules } from '../register/register.ts';
import type { FeedKey } from './feedKey.ts';
import { openRegisterConnection } from './registerConnection.ts';
import { type RegisterState, readRegisterState } from './registerState.ts';
import { feedFrame, signFeedEvent } from './signFeedEvent.ts';

/** Somebody at the other end of the feed. */
export interface FeedReader {
  send(kind: FeedEvent['kind'], frame: string): void;
  close(): void;
}

export interface FeedPublisher {
  /**
   * Reads the register, calls `onReady`, sends the reader a snapshot and from then on every event. Rejects, having sent
   * nothing, when the register cannot be read.
   */
  add(reader: FeedReader, onReady: () => void): Promise<void>;
  remove(reader: FeedReader): void;
  readonly readers: number;
  /** Reads the register now and pushes what has changed. */
  refresh(): Promise<void>;
  /** Closes every reader and the feed's connection. */
  stop(): Promise<void>;
}

export interface FeedPublisherOptions {
  readonly databaseUrl: string;
  readonly key: FeedKey;
  readonly clock: () => Date;
  /** Approvals of datasets that it does not know stay out: gateways refuse a snapshot that names one. */
  readonly rules: RegisterRules;
  /** Done once, before the register is read for the first time: brings its index up to date. */
  readonly prepare: () => Promise<void>;
  readonly heartbeatMs: number;
  /** Once for each time that the register cannot be read, with the error's code or name. */
  readonly onLost: (code: string) => void;
  readonly onRecovered: () => void;
}

/**
 * Pushes the register's state, signed. Every event rests on a read of the database that began after the instant the
 * event is dated with: an emou that has lost its database falls silent, and its gateways close, instead of vouching for
 * approvals that may be revoked. Each heartbeat is such a read, so a lost notification delays a change by one beat at
 * most.
 */
export function startFeedPublisher(options: FeedPublisherOptions): FeedPublisher {
  const { key, clock, heartbeatMs, rules } = options;
  const readers = new Set<FeedReader>();
  const agencies = signatories.map(({ code }) => code);
  let state: RegisterState | undefined;
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let change: NodeJS.Timeout | undefined;
  let lastSnapshot:
    | (Pick<RegisterState, 'approvals' | 'revision'> & { readonly iat: number; readonly frame: string })
    | undefined;
  let lost = false;
  let prepared = false;
  let stopped = false;

  const connection = openRegisterConnection(options.databaseUrl, () => background());
  const beat = setInterval(() => background(), heartbeatMs);

  /** One read at a time; whoever asks during one waits for the next, which begins after they asked. */
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
      // Reported where it happened: the gateways notice by the silence.
    });
  }

  async function readAndPublish(): Promise<void> {
    const before = state;
    if (!prepared) await options.prepare().catch(reportLoss);
    prepared = true;
    const now = clock();
    const after = await connection.run((client) => readRegisterState(client, before, rules, now)).catch(reportLoss);
    if (stopped) return;
    if (lost) options.onRecovered();
    lost = false;
    state = after;
    armChange(after);
    const changed = before === undefined || after.revision !== before.revision || after.approvals !== before.approvals;
    publish(changed ? 'snapshot' : 'heartbeat', after);
  }

  function reportLoss(error: unknown): never {
    if (!lost && !stopped) options.onLost(codeOf(error));
    lost = true;
    throw error;
  }

  function publish(kind: FeedEvent['kind'], current: RegisterState): void {
    if (readers.size === 0) return;
    const frame = kind === 'snapshot' ? snapshotFrame(current) : heartbeatFrame(current);
    for (const reader of readers) reader.send(kind, frame);
  }

  /** Signed once for all readers of the same second: with many approvals it is the one costly step. */
  function snapshotFrame({ revision, approvals, asOf }: RegisterState): string {
    const iat = secondsOf(asOf);
    const same =
      lastSnapshot?.approvals === approvals && lastSnapshot.revision === revision && lastSnapshot.iat === iat;
    if (lastSnapshot === undefined || !same) {
      const said = { revision, iat, agencies, approvals: [...approvals] };
      const frame = feedFrame('snapshot', signFeedEvent(key, { iss: 'person360-emou', kind: 'snapshot', ...said }));
      lastSnapshot = { approvals, revision, iat, frame };
    }
    return lastSnapshot.frame;
  }

  function heartbeatFrame({ revision, asOf }: RegisterState): string {
    const iat = secondsOf(asOf);
    return feedFrame('heartbeat', signFeedEvent(key, { iss: 'person360-emou', kind: 'heartbeat', revision, iat }));
  }

  /** What time changes is seen at its very instant, not at the next beat. Later instants are armed when they come near. */
  function armChange({ nextChange, asOf }: RegisterState): void {
    clearTimeout(change);
    const wait = nextChange - asOf.getTime();
    if (wait <= 2 * heartbeatMs) change = setTimeout(() => background(), Math.max(1, wait));
  }

  return {
    async add(reader, onReady) {
      await refresh();
      if (stopped || state === undefined) throw new Error('The feed has stopped.');
      onReady();
      reader.send('snapshot', snapshotFrame(state));
      readers.add(reader);
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
      for (const reader of readers) reader.close();
      readers.clear();
      await running?.catch(() => undefined);
      await connection.close();
    },
  };
}

function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}

/** Never the message: a driver's may hold the address and the user. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'UNKNOWN';
}
