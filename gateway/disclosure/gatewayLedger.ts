import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Ledger,
  type LedgerOptions,
  type LedgerState,
  LedgerUnavailable,
  LedgerUnfit,
  openLedger,
} from '../../ledger/index.ts';

/** The gateway's tree, opened again when it was lost. */
export interface GatewayLedger extends Pick<Ledger, 'append' | 'hasRoomFor'> {
  readonly verifierKey: string;
  /** Undefined when records are taken, else why not. */
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
/** While the ledger stays unfit or away. Each attempt makes all the checks of a start. */
const LONGEST_PAUSE_MS = 5_000;

/**
 * Opens the tree; throws LedgerUnfit when it cannot be relied on. A tree that is lost while running (another writer had
 * it, the database was put back, or somebody switched off a trigger) takes nothing until it has been opened again, with all
 * the checks of a start.
 */
export async function openGatewayLedger(options: GatewayLedgerOptions): Promise<GatewayLedger> {
  const { log } = options;
  const stopping = new AbortController();
  let reopening: Promise<void> | undefined;
  let lastNote = options.lastKnownNote;
  /** Whether the tree was lost, or cannot be opened, because the database is not as the ledger needs it. */
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
    // What this process saw committed must still be there.
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
        // Once for each reason: the same line at every attempt would hide the other ones.
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
        ? 'records are not taken: the ledger is unfit, see the log of the gateway'
        : 'records are not taken';
    },
    async close() {
      stopping.abort();
      await reopening;
      await ledger.close();
    },
  };
}
