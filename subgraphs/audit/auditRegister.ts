import type { AdministrationEntry } from '../../schema/ledger/administration.ts';
import { type AdministrationLogSettings, createAdministrationLog } from '../kit/administration/administrationLog.ts';
import { changeLoggedRegister } from '../kit/administration/changeLoggedRegister.ts';
import { findDifference } from '../kit/administration/findDifference.ts';
import { LogTampered, TablesDiffer } from '../kit/administration/logErrors.ts';
import type { LockedSize } from '../kit/administration/loggedRegister.ts';
import type { AdministrationWrite, LoggedTable } from '../kit/administration/loggedTable.ts';
import type { Queries } from '../kit/database/database.ts';
import { statement } from '../kit/database/statement.ts';
import type { SubgraphSystem } from '../kit/subgraphDefinition.ts';

export type RegisterSystem = Pick<SubgraphSystem, 'clock' | 'database' | 'log' | 'name'>;

/** The audit system's decisions, as recorded in its log. The tables are copies and must not differ. */
export interface AuditRegister {
  /** Passes every verified entry of this table to `read`, in order. Call it before `align`. */
  onEntry(table: LoggedTable, read: (entry: AdministrationEntry) => void): void;
  /**
   * Brings the tables up to date with the log, imports tables that are older than the log, and compares the two.
   * Rejects with TablesDiffer or LogTampered; the audit system then must not start.
   */
  align(system: RegisterSystem): Promise<void>;
  /** Reads the entries appended since the last call. Rejects if the log cannot be read or is no longer trusted. */
  follow(): Promise<void>;
  /**
   * Runs `work` if the tables match the log, and resolves once its writes are in the log and in the tables. No other
   * change runs at the same time, and every earlier entry has been passed on.
   */
  change(
    system: RegisterSystem,
    now: Date,
    work: (queries: Queries) => Promise<readonly AdministrationWrite[]>,
  ): Promise<void>;
  close(): Promise<void>;
}

const lock = statement<LockedSize>('audit.lockRegister', 'select size::float8 as size from register_log for update');
const setSize = statement<unknown>('audit.advanceRegister', 'update register_log set size = $1');
const stallLimits = { change: '30s', wholeRegister: '30s' };

export function createAuditRegister(
  settings: AdministrationLogSettings,
  tables: readonly LoggedTable[],
): AuditRegister {
  const readers = new Map<string, (entry: AdministrationEntry) => void>();
  const log = createAdministrationLog(settings, tables, (entry) => readers.get(entry.table)?.(entry));

  async function change(
    system: RegisterSystem,
    now: Date,
    work: (queries: Queries) => Promise<readonly AdministrationWrite[]>,
  ): Promise<void> {
    log.assertTrusted();
    const register = { name: 'register_log', log, database: system.database, lock, setSize, stallLimits };
    try {
      await changeLoggedRegister({ ...register, clock: () => now }, async (queries) => {
        const difference = await findDifference(queries, log);
        if (difference !== undefined) throw log.invalidate(difference);
        return { result: undefined, writes: await work(queries) };
      });
    } catch (error) {
      report(system, error);
      throw error;
    }
  }

  return {
    onEntry(table, read) {
      readers.set(table.name, read);
    },
    align: (system) => change(system, system.clock(), () => Promise.resolve([])),
    async follow() {
      log.assertTrusted();
      await log.follow();
    },
    change,
    close: () => log.close(),
  };
}

/** Warns the operator that somebody changed the tables or the log. */
function report({ log, name: system }: RegisterSystem, error: unknown): void {
  if (error instanceof TablesDiffer) log({ level: 'error', system, event: error.message, code: 'TABLES_DIFFER' });
  if (error instanceof LogTampered) log({ level: 'error', system, event: error.message, code: 'LOG_TAMPERED' });
}
