import { Socket } from 'node:net';
import pg from 'pg';

/** A connection with a deadline for every wait: when it passes, the socket is destroyed, whatever the server does. */
export interface LedgerConnection {
  /** Runs a statement; if `name` is given, prepares it once under that name. */
  query<Row extends pg.QueryResultRow>(statement: Statement): Promise<readonly Row[]>;
  readonly broken: boolean;
  destroy(): void;
  end(): Promise<void>;
}

export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
  readonly name?: string;
}

export interface ConnectionOptions {
  readonly connectionString: string;
  readonly timeoutMs: number;
  /** Set if the login is also a member of ledger_administration; see assertFit. */
  readonly readsBack?: boolean;
}

export async function connectLedger({ connectionString, timeoutMs }: ConnectionOptions): Promise<LedgerConnection> {
  // The socket is our own, so that it can be cut while the driver waits; TLS, if requested, runs inside it.
  const socket = new Socket();
  const client = new pg.Client({ connectionString, stream: () => socket, keepAlive: true, pipeline: true });
  let broken = false;
  const destroy = (): void => {
    broken = true;
    socket.destroy();
  };
  client.on('error', destroy);
  client.on('end', destroy);

  const within = async <T>(work: Promise<T>): Promise<T> => {
    let timer: NodeJS.Timeout | undefined;
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        destroy();
        reject(new Error(`the ledger's database did not answer within ${timeoutMs} ms`));
      }, timeoutMs);
    });
    try {
      return await Promise.race([work, deadline]);
    } finally {
      clearTimeout(timer);
    }
  };

  try {
    await within(client.connect());
  } catch (error) {
    destroy();
    throw error;
  }
  return {
    query: async <Row extends pg.QueryResultRow>({ text, values, name }: Statement) => {
      if (broken) throw new Error("the connection to the ledger's database is gone");
      const statement = { text, ...(values && { values: [...values] }), ...(name && { name }) };
      return (await within(client.query<Row>(statement))).rows;
    },
    get broken() {
      return broken;
    },
    destroy,
    end: async () => {
      await within(client.end()).catch(destroy);
    },
  };
}

/** SQLSTATE of an error that the server reported on a connection that stays usable; undefined for all others. */
export function statementError(error: unknown): string | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined;
  // FATAL and PANIC end the session, which leaves the outcome of the transaction unknown.
  return error.severity === 'ERROR' ? error.code : undefined;
}
