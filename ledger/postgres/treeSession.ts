import { randomUUID } from 'node:crypto';
import type { StagedBatch } from '../append/stageBatch.ts';
import { LedgerUnfit } from '../ledgerErrors.ts';
import type { TreeHead } from '../merkle/verifyProof.ts';
import { assertFit } from './assertFit.ts';
import { type ConnectionOptions, connectLedger, type LedgerConnection, statementError } from './ledgerConnection.ts';

/** SQLSTATEs defined in migrations/004-append.sql. */
const LEASE_LOST = 'LE001';
const HEAD_DIFFERS = 'LE002';

export type BatchOutcome<Value> =
  | { readonly kind: 'committed'; readonly value: Value }
  /** The database rejected the batch and still runs: certainly not recorded. */
  | { readonly kind: 'refused'; readonly error: unknown }
  /** No response: call `recover`. */
  | { readonly kind: 'unknown'; readonly error: unknown }
  /** The tree's head is not the one that the batch builds on. */
  | { readonly kind: 'misplaced'; readonly error: unknown }
  /** Another writer has the tree, so this writer must stop. */
  | { readonly kind: 'lost'; readonly error: unknown };

export type RecoveryOutcome =
  | { readonly kind: 'head'; readonly head: TreeHead }
  | { readonly kind: 'unreachable'; readonly error: unknown }
  | { readonly kind: 'lost'; readonly error: unknown };

/** A leased tree, as seen by its only writer. Calls must not overlap, except for batches. */
export interface TreeSession {
  /**
   * Resolves with the first day of the batch's month. Batches are executed in the order in which they are sent, each
   * after the previous one is committed or rejected; another may be sent before the outcome is known.
   */
  append(batch: StagedBatch): Promise<BatchOutcome<string>>;
  /** Reconnects if necessary and fences: nothing sent earlier can change the returned head any more. */
  recover(): Promise<RecoveryOutcome>;
  renew(): Promise<BatchOutcome<void>>;
  /** Runs assertFit. Undefined: no problem, or the database could not be reached. May be called behind a batch. */
  unfit(): Promise<LedgerUnfit | undefined>;
  /** Releases the tree, if this writer still has it, and the connection. */
  close(): Promise<void>;
}

export interface Lease {
  readonly treeId: number;
  readonly token: string;
}

const APPEND = {
  name: 'ledger_append',
  text: `select ledger.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
    $20)::text as month`,
};

export function openTreeSession(connected: LedgerConnection, lease: Lease, options: ConnectionOptions): TreeSession {
  let connection = connected;
  let token = lease.token;
  /**
   * Token being introduced. Stored until the database is known to have it, so that the call can be repeated if its
   * response is lost.
   */
  let nextToken: string | undefined;
  const { treeId } = lease;

  const reconnect = async (): Promise<void> => {
    connection.destroy();
    connection = await connectLedger(options);
    // The server may have restarted with other settings.
    await assertFit(connection, options.readsBack);
  };

  const outcomeOf = async <Value>(work: Promise<Value>): Promise<BatchOutcome<Value>> => {
    try {
      return { kind: 'committed', value: await work };
    } catch (error) {
      const state = statementError(error);
      if (state === LEASE_LOST) return { kind: 'lost', error };
      if (state === HEAD_DIFFERS) return { kind: 'misplaced', error };
      return { kind: state === undefined || connection.broken ? 'unknown' : 'refused', error };
    }
  };

  return {
    append: ({ before, after, note, columns }) =>
      outcomeOf(
        connection
          .query<{ month: string }>({
            ...APPEND,
            values: [treeId, token, before.size, before.root, after.root, note, ...columns],
          })
          .then(([row]) => {
            if (row === undefined) throw new Error('the database did not say where it put the batch');
            return row.month;
          }),
      ),
    renew: () =>
      outcomeOf(
        connection.query({ text: 'select ledger.renew($1, $2)', values: [treeId, token] }).then(() => undefined),
      ),
    unfit: async () => {
      try {
        await assertFit(connection, options.readsBack);
        return undefined;
      } catch (error) {
        return error instanceof LedgerUnfit ? error : undefined;
      }
    },
    recover: async () => {
      nextToken ??= randomUUID();
      try {
        if (connection.broken) await reconnect();
        const [row] = await connection.query<{ size: string; root: Buffer }>({
          text: 'select size, root from ledger.fence($1, $2, $3)',
          values: [treeId, token, nextToken],
        });
        if (!row) return { kind: 'unreachable', error: new Error('the database did not return the tree') };
        token = nextToken;
        nextToken = undefined;
        return { kind: 'head', head: { size: Number(row.size), root: row.root } };
      } catch (error) {
        if (statementError(error) === LEASE_LOST) return { kind: 'lost', error };
        connection.destroy();
        return { kind: 'unreachable', error };
      }
    },
    close: async () => {
      if (connection.broken) return;
      try {
        await connection.query({ text: 'select ledger.release($1, $2)', values: [treeId, token] });
        await connection.end();
      } catch {
        // The lease expires by itself.
        connection.destroy();
      }
    },
  };
}
