import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, type EmbeddedPostgresOptions, startEmbeddedPostgres } from '../embeddedPostgres.ts';
import { copyPrepared } from './preparedData.ts';

/** Makes a data directory for a test, which removes it. The database lies in it, even when root runs the tests. */
export async function makeDataDirectory(prefix: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), prefix));
  // The account that root uses for PostgreSQL passes through.
  await chmod(directory, 0o711);
  return directory;
}

/** Starts a server on a new data directory. In a run of all tests, a prepared copy saves it the first start. */
export async function startTestPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await copyPrepared('server', options.dataDirectory);
  return startEmbeddedPostgres(options);
}
