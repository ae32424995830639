import { generateKeyPairSync } from 'node:crypto';
import { installLedgerAt } from '../../../cli/installLedgerAt.ts';
import { ensureLedgerDatabase } from '../../../cli/local/localLedger.ts';
import type { EmbeddedPostgres } from '../../../cli/postgres/embeddedPostgres.ts';
import {
  type AdministrationLog,
  type AdministrationLogSettings,
  createAdministrationLog,
} from '../../kit/administration/administrationLog.ts';
import { allLoggedTables } from '../register/log/loggedTables.ts';

/** A real ledger for emou's log, on the test's database server. */
export interface TestLog {
  /** Superuser URL of the ledger's database. */
  readonly adminUrl: string;
  /** The audit system's URL for the same database. */
  readonly auditUrl: string;
  readonly settings: AdministrationLogSettings;
  /** Opens the log for one emou. After `beginAnew`, it is the log of the new register. */
  open(): AdministrationLog;
  /** Starts another register with a log of its own. */
  restart(): void;
}

const password = 'for-tests-on-127.0.0.1-only';

export async function startTestLog(postgres: EmbeddedPostgres): Promise<TestLog> {
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
  let registers = 1;
  const settings = (): AdministrationLogSettings => ({
    connectionString: urlOf('ledger_register'),
    origin: `test.example/emou-${registers}`,
    signingKey,
  });

  return {
    adminUrl,
    auditUrl: urlOf('test_auditor'),
    get settings() {
      return settings();
    },
    open() {
      let ofRegister = registers;
      let log = createAdministrationLog(settings(), allLoggedTables);
      const current = (): AdministrationLog => {
        if (ofRegister === registers) return log;
        ofRegister = registers;
        void log.close();
        log = createAdministrationLog(settings(), allLoggedTables);
        return log;
      };
      return {
        tables: allLoggedTables,
        get origin() {
          return current().origin;
        },
        get size() {
          return current().size;
        },
        follow: () => current().follow(),
        isRecorded: (table, row) => current().isRecorded(table, row),
        keysOf: (table) => current().keysOf(table),
        readAll: () => current().readAll(),
        append: (writes, after, now) => current().append(writes, after, now),
        invalidate: (difference) => current().invalidate(difference),
        assertTrusted: () => current().assertTrusted(),
        close: () => log.close(),
      };
    },
    restart() {
      registers += 1;
    },
  };
}
