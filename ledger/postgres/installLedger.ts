import { readdir, readFile } from 'node:fs/promises';
import type { ClientBase } from 'pg';
import pg from 'pg';
import { sha256 } from '../merkle/hash.ts';

const MIGRATIONS = new URL('../migrations/', import.meta.url);

/**
 * Creates or upgrades the ledger in the database of this connection. Requires an administrator, because it creates
 * roles.
 */
export async function installLedger(admin: ClientBase): Promise<void> {
  await admin.query('begin');
  try {
    await admin.query(`select pg_advisory_xact_lock(hashtext('ledger.install'))`);
    const applied = await appliedMigrations(admin);
    const files = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of files) {
      const sql = await readFile(new URL(name, MIGRATIONS), 'utf8');
      const digest = sha256(Buffer.from(sql)).toString('hex');
      const before = applied.get(name);
      if (before !== undefined && before !== digest) throw new Error(`migration ${name} was changed after it had run`);
      if (before === undefined) {
        await admin.query(sql);
        await admin.query('create table if not exists ledger.migration (name text primary key, sha256 text not null)');
        await admin.query('insert into ledger.migration (name, sha256) values ($1, $2)', [name, digest]);
      }
    }
    await admin.query('commit');
  } catch (error) {
    await admin.query('rollback');
    throw error;
  }
}

async function appliedMigrations(admin: ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await admin.query<{ present: boolean }>(
    `select to_regclass('ledger.migration') is not null as present`,
  );
  if (!rows[0]?.present) return new Map();
  const migrations = await admin.query<{ name: string; sha256: string }>('select name, sha256 from ledger.migration');
  return new Map(migrations.rows.map(({ name, sha256: digest }) => [name, digest]));
}

/**
 * Creates a login (or sets the password of an existing one) that can write to, or read, this database's ledger.
 * `administration`: writes, and reads entries of the kind administration back.
 */
export async function createLedgerLogin(
  admin: ClientBase,
  login: { readonly name: string; readonly password: string; readonly access: 'writer' | 'reader' | 'administration' },
): Promise<void> {
  const name = pg.escapeIdentifier(login.name);
  const found = await admin.query('select from pg_roles where rolname = $1', [login.name]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  const rights = 'LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';
  await admin.query(`${verb} ROLE ${name} ${rights} PASSWORD ${pg.escapeLiteral(login.password)}`);
  const roles = login.access === 'administration' ? ['writer', 'administration'] : [login.access];
  for (const role of roles) await admin.query(`grant ledger_${role} to ${name}`);
  const { rows } = await admin.query<{ database: string }>('select current_database() as database');
  await admin.query(`grant connect on database ${pg.escapeIdentifier(rows[0]?.database ?? '')} to ${name}`);
}
