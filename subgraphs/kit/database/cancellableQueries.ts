import pg from 'pg';

/** A statement was canceled or never sent because its caller has gone. Never reaches a client. */
export class StatementCancelled extends Error {}

export interface CancellableQuery {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

export interface CancellableQueries {
  /**
   * Runs a statement on a connection of the pool. If `listen` calls back before the result arrives, rejects with
   * StatementCancelled and PostgreSQL stops working on it.
   */
  run(query: CancellableQuery, listen: (cancel: () => void) => () => void): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

/** Sends cancellations over a separate connection, because the statements to cancel may occupy the whole pool. */
export function createCancellableQueries(pool: pg.Pool, connectionString: string): CancellableQueries {
  const canceller = new pg.Pool({
    connectionString,
    max: 1,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 2_000,
  });
  canceller.on('error', ignore);

  async function cancelBackend(pid: number): Promise<void> {
    try {
      await canceller.query('select pg_cancel_backend($1)', [pid]);
    } catch {
      // The statement then ends at its own time limit (statement_timeout).
    }
  }

  return {
    async run(query, listen) {
      let isCancelled = false;
      let pid: number | undefined;
      let cancelling: Promise<void> | undefined;
      const stopListening = listen(() => {
        isCancelled = true;
        if (pid !== undefined) cancelling = cancelBackend(pid);
      });
      try {
        if (isCancelled) throw new StatementCancelled();
        const client = await pool.connect();
        // A connection that breaks while in use also raises an error here; the statement's own rejection reports it.
        client.on('error', ignore);
        let broken: Error | undefined;
        try {
          if (isCancelled) throw new StatementCancelled();
          pid = processIdOf(client);
          return await client.query(query);
        } catch (error) {
          if (isCancelled) throw new StatementCancelled();
          broken = error instanceof Error ? error : new Error(String(error));
          throw error;
        } finally {
          pid = undefined;
          // Released only when the cancellation can no longer hit the next statement.
          await cancelling;
          client.off('error', ignore);
          client.release(broken);
        }
      } finally {
        stopListening();
      }
    },
    stop: () => canceller.end(),
  };
}

/** The server process of a connection. pg sets it on every client, but its types omit it. */
function processIdOf(client: pg.PoolClient): number | undefined {
  const pid = 'processID' in client ? client.processID : undefined;
  return typeof pid === 'number' ? pid : undefined;
}

function ignore(): void {
  // Reported by the statement that fails.
}
