import pg from 'pg';
import { REGISTER_CHANNEL } from '../../register/registerChannel.ts';

/** A connection for one caller at a time. */
export interface RegisterConnection {
  /** Runs work on the connection, opening it first if necessary. A failure closes it, and the next call reconnects. */
  run<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/**
 * Opens the feed's own connection, which also listens for changes by other emou processes, so that busy API queries
 * cannot starve it. It listens before the first read, so no change is missed in between.
 */
export function openRegisterConnection(databaseUrl: string, onChange: () => void): RegisterConnection {
  let open: pg.Client | undefined;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
      keepAlive: true,
      application_name: 'emou approval feed',
    });
    const forget = (): void => {
      if (open === client) open = undefined;
    };
    // Without a listener a lost connection would end the process; the next run reports it.
    client.on('error', forget);
    client.on('end', forget);
    client.on('notification', onChange);
    try {
      await client.connect();
      await client.query(`listen ${REGISTER_CHANNEL}`);
    } catch (error) {
      discard(client);
      throw error;
    }
    open = client;
    return client;
  }

  return {
    async run(work) {
      const client = open ?? (await connect());
      try {
        return await work(client);
      } catch (error) {
        if (open === client) open = undefined;
        discard(client);
        throw error;
      }
    },
    async close() {
      const client = open;
      open = undefined;
      await client?.end();
    },
  };
}

/** Closes a failed connection without waiting: on a dead network, the closing handshake would never finish. */
function discard(client: pg.Client): void {
  client.end().catch(() => {
    // The call that led here has already reported the failure.
  });
}
