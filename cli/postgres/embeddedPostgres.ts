import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { EmbeddedPostgresError, hasErrorCode } from './embeddedPostgresError.ts';
import { prepareBinaries } from './files/binaries.ts';
import { type ClusterLocation, findLocation, homeOf, openLocation } from './files/clusterLocation.ts';
import { findNativePackage } from './files/nativePackage.ts';
import { acquireOwnerLock } from './files/ownerLock.ts';
import { loadSecret, passwordOf } from './files/secret.ts';
import { chooseAccount } from './programs/chooseAccount.ts';
import { openCluster, SUPERUSER } from './server/cluster.ts';
import { stopLeftoverServer } from './server/leftoverServer.ts';
import { type ServerProcess, startServer } from './server/serverProcess.ts';
import { closeSharedDatabases, ensureSystemDatabase, requireSystemName } from './server/systemDatabase.ts';

export interface EmbeddedPostgresOptions {
  /** Created if missing. Contains the database, or a note of its location if it has to be elsewhere. */
  readonly dataDirectory: string;
  /** Server settings by name, as in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Receives the server's log, line by line. */
  readonly log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Port on 127.0.0.1. */
  readonly port: number;
  readonly pid: number;
  /** Resolves with an error if the server ends unexpectedly; otherwise never. */
  readonly failed: Promise<EmbeddedPostgresError>;
  /** Superuser URL of a database (default: `postgres`). */
  superuserUrl(database?: string): string;
  /**
   * Creates the system's role and database unless they exist, and returns the URL to open that database as that role.
   */
  ensureSystem(system: string): Promise<string>;
  /** Shuts the server down and waits for it. Open connections are cut. */
  stop(): Promise<void>;
}

/**
 * Overrides PGSSLMODE and PGCLIENTENCODING of the caller's shell. The server does not use TLS, because it listens only
 * on this machine's loopback address.
 */
const explicitSettings = new URLSearchParams({ sslmode: 'disable', client_encoding: 'UTF8' });

/**
 * Starts a real PostgreSQL on a data directory and waits until it accepts connections.
 * @throws EmbeddedPostgresError with a message that says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDirectory = resolve(options.dataDirectory);
  const log = options.log ?? (() => undefined);
  const account = await chooseAccount();
  const native = await findNativePackage();
  const place = await openLocation(dataDirectory, account, log);
  const lock = await acquireOwnerLock(join(place.directory, 'owner.json'), dataDirectory);
  let server: ServerProcess | undefined;
  try {
    const secret = await loadSecret(join(place.home, 'secret'));
    const binaries = await prepareBinaries(native, place.directory, account);
    const cluster = await openCluster(place.directory, binaries, account, passwordOf(secret, SUPERUSER));
    await stopLeftoverServer(cluster, log);
    server = await startServer({ binaries, cluster, account, settings: options.settings ?? {}, log });
    const { pid, port } = server;
    const urlOf = (role: string, database: string): string =>
      `postgres://${role}:${passwordOf(secret, role)}@127.0.0.1:${port}/${database}?${explicitSettings}`;
    await withSuperuser(urlOf(SUPERUSER, 'postgres'), closeSharedDatabases);
    const stopServer = server.stop;
    let stopping: Promise<void> | undefined;
    return {
      port,
      pid,
      failed: server.endedUnexpectedly.then(
        (how) =>
          new EmbeddedPostgresError(
            'FAILED',
            `PostgreSQL ended unexpectedly (${how}). No committed data is lost. Start again.`,
          ),
      ),
      superuserUrl: (database = 'postgres') => urlOf(SUPERUSER, encodeURIComponent(database)),
      ensureSystem: async (system) => {
        requireSystemName(system);
        await withSuperuser(urlOf(SUPERUSER, 'postgres'), (client) =>
          ensureSystemDatabase(client, system, passwordOf(secret, system)),
        );
        return urlOf(system, system);
      },
      stop: () => {
        stopping ??= stopServer().then(() => lock.release());
        return stopping;
      },
    };
  } catch (error) {
    await server?.stop();
    await lock.release();
    throw explainStart(error, dataDirectory);
  }
}

/**
 * Removes the database of a data directory, wherever it is stored; the rest of the data directory stays.
 * @throws EmbeddedPostgresError `IN_USE` while it runs
 */
export async function removeEmbeddedPostgres(dataDirectory: string): Promise<void> {
  const absolute = resolve(dataDirectory);
  const place = await findLocationToRemove(absolute);
  if (place !== undefined) {
    const lock = await acquireOwnerLock(join(place.directory, 'owner.json'), absolute);
    try {
      await stopLeftoverServer(join(place.directory, 'cluster'), () => undefined);
      await rm(place.directory, { recursive: true, force: true });
    } finally {
      await lock.release();
    }
  }
  await rm(homeOf(absolute), { recursive: true, force: true });
}

/**
 * Finds what to remove. The database may already be gone, but its remains outside the data directory still have to be
 * removed.
 */
async function findLocationToRemove(dataDirectory: string): Promise<ClusterLocation | undefined> {
  try {
    return await findLocation(dataDirectory);
  } catch (error) {
    if (error instanceof EmbeddedPostgresError && error.failure === 'DATA_LOST') return undefined;
    throw error;
  }
}

async function withSuperuser(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function explainStart(error: unknown, dataDirectory: string): unknown {
  if (hasErrorCode(error, 'ENOSPC', 'EDQUOT')) {
    const advice = `The disk is full. Free some space, or choose a --data-dir other than ${dataDirectory}.`;
    return new EmbeddedPostgresError('DISK_FULL', advice, { cause: error });
  }
  if (error instanceof pg.DatabaseError && error.code === '28P01') {
    const advice =
      `The database in ${dataDirectory} does not accept the password that is stored with it (postgres/secret). ` +
      'Restore that file, or start with --fresh, which removes all data.';
    return new EmbeddedPostgresError('DATA_LOST', advice, { cause: error });
  }
  return error;
}
