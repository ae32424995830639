import type { Client } from 'pg';

/** Lock on the server while a system's role and database are created. The number is arbitrary. */
const PROVISIONING_LOCK = 360_360_001;

const SYSTEM_NAME = /^[a-z][a-z0-9_]{0,39}$/;
const RESERVED_NAMES: readonly string[] = ['postgres', 'template0', 'template1', 'public'];

/** Checks a system's name, which is also the name of its role and database. */
export function requireSystemName(system: string): void {
  if (SYSTEM_NAME.test(system) && !system.startsWith('pg_') && !RESERVED_NAMES.includes(system)) return;
  throw new RangeError(`Not a name for a system: ${JSON.stringify(system)} (lowercase letters, digits, and _)`);
}

/**
 * Revokes access to the shared databases: by default, PostgreSQL lets every role into every database, including the
 * maintenance databases.
 */
export async function closeSharedDatabases(superuser: Client): Promise<void> {
  await superuser.query('revoke all on database postgres from public');
  await superuser.query('revoke all on database template1 from public');
}

/**
 * Creates the login role and the database of a system, or whichever is missing. The role owns its database and nothing
 * else: it can open no other database and create neither databases nor roles.
 */
export async function ensureSystemDatabase(superuser: Client, system: string, password: string): Promise<void> {
  requireSystemName(system);
  const name = superuser.escapeIdentifier(system);
  await superuser.query('select pg_advisory_lock($1)', [PROVISIONING_LOCK]);
  try {
    const { rowCount: roles } = await superuser.query('select from pg_roles where rolname = $1', [system]);
    if (roles === 0) {
      await superuser.query(
        `create role ${name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
           password ${superuser.escapeLiteral(password)}`,
      );
    }
    const { rowCount: databases } = await superuser.query('select from pg_database where datname = $1', [system]);
    if (databases === 0) {
      // Connections stay disabled until PUBLIC is excluded, so that another system's role can never get in.
      await superuser.query(`create database ${name} owner ${name} ALLOW_CONNECTIONS false`);
    }
    await superuser.query(`revoke all on database ${name} from public`);
    await superuser.query(`alter database ${name} ALLOW_CONNECTIONS true`);
  } finally {
    await superuser.query('select pg_advisory_unlock($1)', [PROVISIONING_LOCK]);
  }
}
