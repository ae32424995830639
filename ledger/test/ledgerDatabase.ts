import { rm } from 'node:fs/promises';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../cli/postgres/embeddedPostgres.ts';
import { makeDataDirectory, startTestPostgres } from '../../cli/postgres/testing/testPostgres.ts';
import { createLedgerLogin, installLedger } from '../postgres/installLedger.ts';

/** A real server with one ledger database, for tests and benchmarks. */
export interface LedgerDatabase {
  readonly postgres: () => EmbeddedPostgres;
  readonly adminUrl: () => string;
  readonly writerUrl: () => string;
  readonly readerUrl: () => string;
  /** Runs statements as superuser. */
  asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Restarts the server after it has stopped. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const PASSWORD = 'for-tests-on-127.0.0.1-only';

export async function startLedgerDatabase(settings: Readonly<Record<string, string>> = {}): Promise<LedgerDatabase> {
  const dataDirectory = await makeDataDirectory('ledger-');
  let postgres = await startTestPostgres({ dataDirectory, settings });
  const urlOf = (user: string) => `postgres://${user}:${PASSWORD}@127.0.0.1:${postgres.port}/ledger_test`;
  const withClient = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  const adminUrl = () => postgres.superuserUrl('ledger_test');
  await withClient(postgres.superuserUrl(), (client) => client.query('create database ledger_test'));
  await withClient(adminUrl(), async (admin) => {
    await installLedger(admin);
    await createLedgerLogin(admin, { name: 'gateway', password: PASSWORD, access: 'writer' });
    await createLedgerLogin(admin, { name: 'auditor', password: PASSWORD, access: 'reader' });
  });
  return {
    postgres: () => postgres,
    adminUrl,
    writerUrl: () => urlOf('gateway'),
    readerUrl: () => urlOf('auditor'),
    asAdmin: (work) => withClient(adminUrl(), work),
    restart: async () => {
      await postgres.stop();
      postgres = await startEmbeddedPostgres({ dataDirectory, settings });
    },
    stop: async () => {
      await postgres.stop();
      await removeEmbeddedPostgres(dataDirectory);
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
