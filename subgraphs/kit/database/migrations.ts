import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** A migration refused data that it cannot bring up to date. Its message says what to do. Nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = 'MigrationRefused';
}

/** SQLSTATE of `raise exception` in a migration that refuses. */
const REFUSED = 'P3600';

/** Advisory lock of all migrations. Any number will do if every process uses the same one; locks are per database. */
const LOCK_KEY = 7_360_360;

/**
 * Applies the directory's `*.sql` files that the database does not have yet, in order of name, each in one transaction
 * with its entry in `schema_migrations`. Safe when several processes start at once: the others wait and find the work
 * done. Throws if an applied file has changed or is missing, or if a new file sorts before an applied one. Returns the
 * names of the files applied now.
 */
export async function runMigrations(databaseUrl: string, directory: string): Promise<readonly string[]> {
  const migrations = readMigrations(directory);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // Connection lost between statements; the next statement rejects.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query(
      `create table if not exists schema_migrations (
         name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
    );
    const applied = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migrations order by name collate "C"',
    );
    const pending = pendingMigrations(migrations, applied.rows, directory);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    // Closing the connection releases the lock, even after a failure.
    await client.end();
  }
}

function readMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(directory, name), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly { readonly name: string; readonly checksum: string }[],
  directory: string,
): readonly Migration[] {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = byName.get(name);
    if (migration === undefined) {
      throw new Error(
        `Migration ${name} was applied to this database but is not in ${directory}: the program is older than its data. Start a newer version.`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new Error(`Migration ${name} was changed after it was applied: restore it and write a new one.`);
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  const last = applied.at(-1)?.name ?? '';
  const pending = migrations.filter(({ name }) => !done.has(name));
  const late = pending.find(({ name }) => name < last);
  if (late !== undefined)
    throw new Error(`Migration ${late.name} stands before ${last}, which was already applied: give it a later number.`);
  return pending;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    if (error instanceof pg.DatabaseError && error.code === REFUSED) throw new MigrationRefused(error.message);
    throw new Error(`Migration ${migration.name} failed; the database is as it was before it.`, { cause: error });
  }
}
