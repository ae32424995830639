import { generateKeyPairSync } from 'node:crypto';
import { installLedgerAt } from '../../../cli/installLedgerAt.ts';
import { ensureLedgerDatabase } from '../../../cli/local/localLedger.ts';
import type { EmbeddedPostgres } from '../../../cli/postgres/embeddedPostgres.ts';
import type { AdministrationLogSettings } from '../administration/administrationLog.ts';

/** A real ledger on the test's database server. */
export interface TestLedger {
  /** Superuser URL of the ledger's database. */
  readonly adminUrl: string;
  /** The audit system's URL for the same database. */
  readonly auditUrl: string;
  /** Settings of the log with this name. */
  settingsOf(origin: string): AdministrationLogSettings;
}

const password = 'for-tests-on-127.0.0.1-only';

export async function startTestLedger(postgres: EmbeddedPostgres): Promise<TestLedger> {
  const adminUrl = await ensureLedgerDatabase(postgres);
  await installLedgerAt(adminUrl, {
    writer: { name: 'test_gateway', password },
    audit: { name: 'test_auditor', password },
    register: { name: 'ledger_register', password },
  });
  const signingKey = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const urlOf = (user: string): string => {
    const url = new URL(adminUrl);
    url.username = user;
    url.password = password;
    return url.href;
  };
  return {
    adminUrl,
    auditUrl: urlOf('test_auditor'),
    settingsOf: (origin) => ({ connectionString: urlOf('ledger_register'), origin, signingKey }),
  };
}
