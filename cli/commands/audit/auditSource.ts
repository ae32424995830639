import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { CliError } from '../../cliError.ts';
import { LOCAL_LEDGER_FILE } from '../../local/localLedger.ts';

/** Options that select the log a command reads. */
export interface AuditSourceOptions {
  /** URL of a reader of the ledger; default: the local system running on the data directory. */
  readonly database: string | undefined;
  readonly origin: string | undefined;
  readonly dataDir: string;
}

export interface AuditSource {
  readonly origin: string;
  readonly client: pg.Client;
}

const LocalLedgerFile = z.object({
  databaseUrl: z.string(),
  logs: z.array(
    z.object({ origin: z.string(), verifierKey: z.string(), holds: z.enum(['disclosures', 'administration']) }),
  ),
});

/** Connects, runs the work, and closes. Throws CliError if there is nothing to read. */
export async function withAuditSource<Result>(
  options: AuditSourceOptions,
  work: (source: AuditSource) => Promise<Result>,
): Promise<Result> {
  const { databaseUrl, origin } = sourceOf(options);
  return withClient(databaseUrl, (client) => work({ origin, client }));
}

/** Like withAuditSource, for work that reads every log of the database. */
export function withAuditDatabase<Result>(
  { database, dataDir }: Omit<AuditSourceOptions, 'origin'>,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  return withClient(database ?? readLocal(dataDir).databaseUrl, work);
}

async function withClient<Result>(databaseUrl: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'person360 audit' });
  try {
    await client.connect();
  } catch {
    throw new CliError(
      'The ledger’s database cannot be reached. Check that person360 is running, or check --database.',
    );
  }
  // A connection that breaks while idle is reported by the next statement.
  client.on('error', () => undefined);
  try {
    return await work(client);
  } catch (error) {
    if (error instanceof CliError || (await isAlive(client))) throw error;
    throw new CliError(
      'The connection to the ledger’s database was lost. The output so far consists of complete lines. Run it again.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isAlive(client: pg.Client): Promise<boolean> {
  return client.query('select').then(
    () => true,
    () => false,
  );
}

/** Returns the public key of a log of the local system. */
export function localVerifierKey(dataDir: string, origin: string | undefined): string {
  return logOf(readLocal(dataDir), origin).verifierKey;
}

/** Returns the public keys of all logs of the local system. */
export function localVerifierKeys(dataDir: string): readonly string[] {
  return readLocal(dataDir).logs.map(({ verifierKey }) => verifierKey);
}

/**
 * Finds the log by name, by default the gateway's. Several gateway processes write one log each, so the name is then
 * required.
 */
function logOf({ logs }: z.infer<typeof LocalLedgerFile>, origin: string | undefined) {
  const [only, ...more] = logs.filter((log) =>
    origin === undefined ? log.holds === 'disclosures' : log.origin === origin,
  );
  if (only !== undefined && more.length === 0) return only;
  throw new CliError(`There are several logs. Choose one with --origin: ${logs.map((log) => log.origin).join(', ')}`);
}

function sourceOf({ database, origin, dataDir }: AuditSourceOptions) {
  if (database === undefined) {
    const local = readLocal(dataDir);
    return { databaseUrl: local.databaseUrl, origin: origin ?? logOf(local, undefined).origin };
  }
  if (origin === undefined) throw new CliError('--database also requires --origin, the name of the log.');
  return { databaseUrl: database, origin };
}

function readLocal(dataDir: string): z.infer<typeof LocalLedgerFile> {
  let text: string;
  try {
    text = readFileSync(join(dataDir, LOCAL_LEDGER_FILE), 'utf8');
  } catch {
    throw new CliError(`There is no log in ${dataDir}. Start person360 there, or set --database and --origin.`);
  }
  return LocalLedgerFile.parse(JSON.parse(text));
}
