import { Pool } from 'pg';
import type { SessionStore } from './sessionStore.ts';

/** In one transaction, and one console server at a time: `if not exists` alone fails when two start at once. */
const TABLE = `
select pg_advisory_xact_lock(hashtext('console_session'));
create table if not exists console_session (
  key text primary key,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index if not exists console_session_expiry on console_session (expires_at);
`;

const SWEEP_EVERY_MS = 5 * 60_000;
/** A database that does not respond fails the request; it does not hold it. */
const TIMEOUT_MS = 5_000;

export interface PostgresStoreOptions {
  readonly connectionString: string;
  /** Milliseconds between removals of expired sessions. Default: five minutes. */
  readonly sweepEveryMs?: number;
}

/**
 * Sessions in PostgreSQL, shared by every console server of an installation. Creates its table, and removes expired
 * sessions at once and then regularly.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<SessionStore> {
  const pool = new Pool({
    connectionString: options.connectionString,
    max: 5,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
    application_name: 'person360 console',
  });
  pool.on('error', () => undefined); // An idle connection was lost; the next query opens another.
  const sweep = () => pool.query('delete from console_session where expires_at <= now()');
  try {
    await pool.query(TABLE);
    await sweep();
  } catch (error) {
    await pool.end();
    throw error;
  }
  // A removal that fails is made up for by the next: expired sessions are never read.
  const timer = setInterval(() => void sweep().catch(() => undefined), options.sweepEveryMs ?? SWEEP_EVERY_MS);
  timer.unref();
  return {
    async get(key) {
      const { rows } = await pool.query<{ readonly sealed: Buffer }>(
        'select sealed from console_session where key = $1 and expires_at > now()',
        [key],
      );
      return rows[0]?.sealed;
    },
    async set(key, sealed, expiresAt) {
      await pool.query(
        `insert into console_session values ($1, $2, $3)
         on conflict (key) do update set sealed = excluded.sealed, expires_at = excluded.expires_at`,
        [key, sealed, new Date(expiresAt)],
      );
    },
    async delete(key) {
      await pool.query('delete from console_session where key = $1', [key]);
    },
    async check() {
      await pool.query('select from console_session limit 1');
    },
    async close() {
      clearInterval(timer);
      await pool.end();
    },
  };
}
