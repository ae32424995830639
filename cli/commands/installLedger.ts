import { CliError } from '../cliError.ts';
import { installLedgerAt } from '../installLedgerAt.ts';

/**
 * Installs the ledger in production: once, and again after every upgrade. Requires the rights of the database's
 * administrator.
 */
export async function installLedgerCommand(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const setting = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '')
      throw new CliError(`${name} is not set. Set it; see person360 ledger install --help.`);
    return value;
  };
  await installLedgerAt(setting('LEDGER_ADMIN_URL'), {
    writer: { name: 'ledger_gateway', password: setting('LEDGER_WRITER_PASSWORD') },
    audit: { name: 'audit', password: setting('LEDGER_AUDIT_PASSWORD') },
    register: { name: 'ledger_register', password: setting('LEDGER_REGISTER_PASSWORD') },
  });
  process.stderr.write(
    'The ledger is installed. Its logins are ledger_gateway (appends disclosures), ledger_register (appends what decides access), and audit (reads).\n',
  );
}
