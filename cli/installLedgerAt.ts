import pg from 'pg';
import { createLedgerLogin, installLedger } from '../ledger/index.ts';

export interface LedgerLogins {
  /** Login that may only append. */
  readonly writer: { readonly name: string; readonly password: string };
  /** Login that reads the ledger and owns the schema `audit` in the same database, for the audit system's own data. */
  readonly audit: { readonly name: string; readonly password: string };
  /** Login that appends what decides access (emou's moves, audit's suspensions) and reads such entries back. */
  readonly register: { readonly name: string; readonly password: string };
}

/**
 * Installs or upgrades the disclosure ledger in the database at the administrator's URL, and creates its logins. May be
 * repeated: the logins then get the passwords given now.
 */
export async function installLedgerAt(adminUrl: string, { writer, audit, register }: LedgerLogins): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = pg.escapeIdentifier(rows[0]?.name ?? '');
    await client.query(`revoke all on database ${database} from public`);
    await installLedger(client);
    await createLedgerLogin(client, { ...writer, access: 'writer' });
    await createLedgerLogin(client, { ...audit, access: 'reader' });
    await createLedgerLogin(client, { ...register, access: 'administration' });
    const auditRole = pg.escapeIdentifier(audit.name);
    await client.query(`create schema if not exists audit authorization ${auditRole}`);
    await client.query(`alter role ${auditRole} in database ${database} set search_path = audit`);
  } finally {
    await client.end();
  }
}
