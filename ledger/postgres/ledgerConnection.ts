import { Socket } from 'node:net';
import pg from 'pg';

/** One connection whose every wait has an end: at its deadline the socket is destroyed, whatever the server does. */
export interface LedgerConnection {
  /** Runs a statement; prepared once under `name` when one is given. */
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
  /** The login is a member of ledger_administration too; see assertFit. */
  readonly readsBack?: boolean;
}

export async function connectLedger({ connectionString, timeoutMs }: ConnectionOptions): Promise<LedgerConnection> {
  // The socket is ours, so that it can be cut while the driver waits; TLS, when asked for, runs inside it.
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

/** The SQLSTATE of an error that the server itself reported on a connection that lives on; undefined for all others. */
export function statementError(error: unknown): string | undefined {
  if (!(error instanceof pg.DatabaseError)) return undefined;
  // FATAL and PANIC end the session: what became of the transaction is not said.
  return error.severity === 'ERROR' ? error.code : undefined;
}
