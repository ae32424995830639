import { Pool } from 'pg';
import type { SessionStore } from './sessionStore.ts';

const TABLE = `create table if not exists console_session (
  key text primary key,
  sealed bytea not null,
  expires_at timestamptz not null
)`;

/** Sessions in PostgreSQL, shared by every console server of an installation. Creates its table. */
export async function openPostgresStore(connectionString: string): Promise<SessionStore> {
  const pool = new Pool({ connectionString, max: 5, application_name: 'person360 console' });
  pool.on('error', () => undefined); // An idle connection was lost; the next query opens another.
  await pool.query(TABLE);
  await pool.query('create index if not exists console_session_expiry on console_session (expires_at)');
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
      await pool.query('delete from console_session where expires_at < now()');
    },
    async delete(key) {
      await pool.query('delete from console_session where key = $1', [key]);
    },
    close: () => pool.end(),
  };
}
