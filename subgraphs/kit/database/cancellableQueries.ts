import pg from 'pg';

/** A statement that nobody waits for was cancelled, or never sent. Reaches no caller: nobody is there. */
export class StatementCancelled extends Error {}

export interface CancellableQuery {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

export interface CancellableQueries {
  /**
   * Runs a statement on a connection of the pool. Rejects with StatementCancelled when `listen` calls back before its
   * result is there; PostgreSQL stops working on it then.
   */
  run(query: CancellableQuery, listen: (cancel: () => void) => () => void): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

/** Cancels over a connection of its own: those of the pool may all be busy with what is to be cancelled. */
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
      // The statement then ends by its own time limit (statement_timeout).
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
        // A connection that breaks while it is in use raises here too; the statement's own rejection says so.
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
          // Given back only once it is certain that the cancellation cannot meet the next statement.
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

/** The server process of a connection. pg keeps it on every client, but its types do not say so. */
function processIdOf(client: pg.PoolClient): number | undefined {
  const pid = 'processID' in client ? client.processID : undefined;
  return typeof pid === 'number' ? pid : undefined;
}

function ignore(): void {
  // Reported where the statement fails.
}
