import type { EmbeddedPostgres } from '../../../cli/postgres/embeddedPostgres.ts';
import {
  type AdministrationLog,
  type AdministrationLogSettings,
  createAdministrationLog,
} from '../../kit/administration/administrationLog.ts';
import { startTestLedger } from '../../kit/testing/testLedger.ts';
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

export async function startTestLog(postgres: EmbeddedPostgres): Promise<TestLog> {
  const { adminUrl, auditUrl, settingsOf } = await startTestLedger(postgres);
  let registers = 1;
  const settings = (): AdministrationLogSettings => settingsOf(`test.example/emou-${registers}`);

  return {
    adminUrl,
    auditUrl,
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
