import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Ledger,
  type LedgerOptions,
  type LedgerState,
  LedgerUnavailable,
  LedgerUnfit,
  openLedger,
} from '../../ledger/index.ts';

/** The gateway's tree in the ledger. It is opened again after it is lost. */
export interface GatewayLedger extends Pick<Ledger, 'append' | 'hasRoomFor'> {
  readonly verifierKey: string;
  /** The reason why records are not accepted. Undefined if they are. */
  problem(): string | undefined;
  close(): Promise<void>;
}

export interface GatewayLedgerOptions {
  readonly connectionString: string;
  readonly origin: string;
  readonly holder: string;
  /** Ed25519, PKCS #8 PEM. */
  readonly signingKey: string;
  readonly formerKeys?: readonly string[];
  readonly lastKnownNote?: string;
  readonly limits?: NonNullable<LedgerOptions['limits']>;
  readonly statementTimeoutMs?: number;
  readonly leaseTtlMs?: number;
  readonly log: (message: string, details: Readonly<Record<string, unknown>>) => void;
}

const REOPEN_AFTER_MS = 500;
/** Longest pause while the ledger stays unfit or unreachable. Each attempt runs all the checks of a start. */
const LONGEST_PAUSE_MS = 5_000;

/**
 * Opens the tree. Throws LedgerUnfit if it cannot be relied on. A tree that is lost while running (another writer took
 * it, the database was restored, or someone disabled a trigger) accepts nothing until it is open again, with all the
 * checks of a start.
 */
export async function openGatewayLedger(options: GatewayLedgerOptions): Promise<GatewayLedger> {
  const { log } = options;
  const stopping = new AbortController();
  let reopening: Promise<void> | undefined;
  let lastNote = options.lastKnownNote;
  /** True if the tree is lost, or cannot be opened, because the database is not as the ledger requires. */
  let isUnfit = false;

  const onStateChange = (state: LedgerState, reason: unknown): void => {
    isUnfit = reason instanceof LedgerUnfit;
    const message = isUnfit ? 'incident: the ledger is unfit, and nothing is disclosed' : 'ledger';
    log(message, { state, reason: reason instanceof Error ? reason.message : reason });
    if (state === 'lost') reopening ??= reopen().finally(() => (reopening = undefined));
  };
  const open = (): Promise<Ledger> =>
    openLedger({ ...options, ...(lastNote === undefined ? {} : { lastKnownNote: lastNote }), onStateChange });
  let ledger = await open();

  async function reopen(): Promise<void> {
    // Everything that this process saw committed must still be there.
    lastNote = ledger.note ?? lastNote;
    await ledger.close().catch(() => undefined);
    let logged: string | undefined;
    for (let pause = REOPEN_AFTER_MS; !stopping.signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        ledger = await open();
        isUnfit = false;
        log('ledger', { state: ledger.state, reason: 'opened again' });
        return;
      } catch (error) {
        isUnfit = error instanceof LedgerUnfit;
        const reason = error instanceof Error ? error.message : String(error);
        // Once for each reason: the same line at every attempt would hide the others.
        if (reason !== logged) log('ledger cannot be opened', { reason });
        logged = reason;
      }
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  return {
    verifierKey: ledger.verifierKey,
    append: (entries) =>
      reopening === undefined
        ? ledger.append(entries)
        : Promise.reject(new LedgerUnavailable('the ledger is being opened again', 'not-recorded')),
    hasRoomFor: (entries) => reopening === undefined && ledger.hasRoomFor(entries),
    problem: () => {
      if (reopening === undefined && ledger.state === 'open') return undefined;
      return isUnfit
        ? 'records are not accepted: the ledger is unfit, see the log of the gateway'
        : 'records are not accepted';
    },
    async close() {
      stopping.abort();
      await reopening;
      await ledger.close();
    },
  };
}
