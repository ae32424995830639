import type { KeyObject } from 'node:crypto';
import { type AppenderLimits, createAppender, type Ledger } from './append/appender.ts';
import type { LedgerState } from './append/appendState.ts';
import { LedgerUnfit } from './ledgerErrors.ts';
import { openCheckpoint } from './note/checkpoint.ts';
import { noteSigner, noteVerifier } from './note/noteKey.ts';
import { assertFit } from './postgres/assertFit.ts';
import { type ClaimedTree, claimTree, loadFrontier } from './postgres/claimTree.ts';
import { connectLedger } from './postgres/ledgerConnection.ts';
import { createPostingIndexer } from './postgres/postingIndexer.ts';
import { openTreeSession } from './postgres/treeSession.ts';

export interface LedgerOptions {
  /** Database login that is a member of ledger_writer and of nothing else. */
  readonly connectionString: string;
  /**
   * Set if the login is also a member of ledger_administration and reads its own kind of entries back (see followTree).
   */
  readonly readsBack?: boolean;
  /** Permanent name of the tree and of its key, without spaces, e.g. `ledger.example.gov/gateway-1`. */
  readonly origin: string;
  /** Holder of the tree's lease. A restarted process with the same name gets its tree back at once. */
  readonly holder: string;
  /** Ed25519, as a KeyObject or PKCS #8 PEM. */
  readonly signingKey: KeyObject | string;
  /** Verifier keys of this origin that signed before, if the key was changed. */
  readonly formerKeys?: readonly string[];
  /** The last checkpoint known from elsewhere. A database restored from an older backup is rejected. */
  readonly lastKnownNote?: string;
  readonly limits?: Partial<AppenderLimits>;
  readonly leaseTtlMs?: number;
  /** Timeout after which a statement counts as unanswered. */
  readonly statementTimeoutMs?: number;
  readonly clock?: () => number;
  readonly onStateChange?: (state: LedgerState, reason: unknown) => void;
}

const DEFAULT_LIMITS: AppenderLimits = {
  maxQueuedEntries: 8_192,
  maxBatchEntries: 512,
  appendTimeoutMs: 5_000,
  renewEveryMs: 5_000,
  checkFitEveryMs: 60_000,
};

/** Leases a tree and checks, before anything is appended, that the ledger is reliable (LedgerUnfit if not). */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const signer = noteSigner(options.origin, options.signingKey);
  const keys = [signer, ...(options.formerKeys ?? []).map(noteVerifier)];
  const { connectionString, statementTimeoutMs = 3_000, readsBack = false } = options;
  const connecting = { connectionString, timeoutMs: statementTimeoutMs, readsBack };
  const connection = await connectLedger(connecting);
  try {
    await assertFit(connection, readsBack);
    const claimed = await claimTree(connection, { ...options, leaseTtlMs: options.leaseTtlMs ?? 15_000 });
    assertSigned(claimed, keys);
    assertNotRewound(claimed, keys, options.lastKnownNote);
    const frontier = await loadFrontier(connection, claimed);
    return createAppender({
      session: openTreeSession(connection, claimed.lease, connecting),
      postingIndexer: createPostingIndexer(claimed.lease.treeId, connecting),
      signer,
      frontier,
      head: claimed.head,
      note: claimed.note,
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      clock: options.clock ?? (() => performance.now()),
      onStateChange: options.onStateChange ?? (() => undefined),
    });
  } catch (error) {
    connection.destroy();
    throw error;
  }
}

type NoteKeys = Parameters<typeof openCheckpoint>[1];

/** Rejects a stored head that this log's key never signed: somebody else wrote it, and nothing may build on it. */
function assertSigned({ head, note }: ClaimedTree, keys: NoteKeys): void {
  if (head.size === 0) return;
  const opened = openCheckpoint(note ?? '', keys);
  if (!opened.ok) throw new LedgerUnfit([`the stored checkpoint of ${head.size} entries: ${opened.problem}`]);
  if (opened.checkpoint.size !== head.size || !opened.checkpoint.root.equals(head.root)) {
    throw new LedgerUnfit([`the stored head of ${head.size} entries is not the one signed`]);
  }
}

function assertNotRewound({ head }: ClaimedTree, keys: NoteKeys, lastKnownNote: string | undefined): void {
  if (lastKnownNote === undefined) return;
  const known = openCheckpoint(lastKnownNote, keys);
  if (!known.ok) throw new LedgerUnfit([`the last known checkpoint: ${known.problem}`]);
  const { size, root } = known.checkpoint;
  if (head.size < size) throw new LedgerUnfit([`the tree has ${head.size} entries, but ${size} are known to exist`]);
  if (head.size === size && !head.root.equals(root)) {
    throw new LedgerUnfit([`the tree of ${size} entries is not the one known from before`]);
  }
}
