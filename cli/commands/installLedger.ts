import { readLedgerInstallation } from '../config.ts';
import { installLedgerAt } from '../installLedgerAt.ts';

/**
 * Installs the ledger in production: once, and again after every upgrade. Requires the rights of the database's
 * administrator.
 */
export async function installLedgerCommand(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const { adminUrl, logins } = readLedgerInstallation(environment);
  await installLedgerAt(adminUrl, logins);
  process.stderr.write(
    'The ledger is installed. Its logins are ledger_gateway (appends disclosures), ledger_register (appends what decides access), and audit (reads).\n',
  );
}
