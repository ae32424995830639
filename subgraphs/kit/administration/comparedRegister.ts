import type { AdministrationEntry } from '../../../schema/ledger/administration.ts';
import type { Queries } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { SubgraphSystem } from '../subgraphDefinition.ts';
import { type AdministrationLogSettings, createAdministrationLog } from './administrationLog.ts';
import { changeLoggedRegister } from './changeLoggedRegister.ts';
import { findTableDifference } from './findDifference.ts';
import { LogTampered, TablesDiffer } from './logErrors.ts';
import type { LockedSize } from './loggedRegister.ts';
import type { AdministrationWrite, LoggedRow, LoggedTable } from './loggedTable.ts';

export type RegisterSystem = Pick<SubgraphSystem, 'clock' | 'database' | 'log' | 'name'>;

/** One system's decisions, as recorded in its log. The tables are copies and must not differ. */
export interface ComparedRegister {
  /** Passes every verified entry of this table to `read`, in order. Call it before `align`. */
  onEntry(table: LoggedTable, read: (entry: AdministrationEntry) => void): void;
  /**
   * Brings the tables up to date with the log, imports tables that are older than the log, and compares the two.
   * Rejects with TablesDiffer or LogTampered; the system then must not start.
   */
  align(system: RegisterSystem): Promise<void>;
  /** Reads the entries appended since the last call. Rejects if the log cannot be read or is no longer trusted. */
  follow(): Promise<void>;
  /** True if the last entry for this row matches it exactly. */
  isRecorded(table: LoggedTable, row: LoggedRow): boolean;
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

const lock = statement<LockedSize>('lockRegisterLog', 'select size::float8 as size from register_log for update');
const setSize = statement<unknown>('advanceRegisterLog', 'update register_log set size = $1');
const stallLimits = { change: '30s', wholeRegister: '30s' };

/**
 * The register of a system whose table `register_log` holds the number of log entries that the tables contain.
 *
 * @param tables tables that are compared with the log before every change
 * @param ownDigest tables whose rows are found by the digest of their content, which every reader verifies: they are
 * recorded and restored like the others, and not compared
 */
export function createComparedRegister(
  settings: AdministrationLogSettings,
  tables: readonly LoggedTable[],
  ownDigest: readonly LoggedTable[] = [],
): ComparedRegister {
  const readers = new Map<string, (entry: AdministrationEntry) => void>();
  const log = createAdministrationLog(settings, [...ownDigest, ...tables], (entry) =>
    readers.get(entry.table)?.(entry),
  );

  async function findDifference(queries: Queries): Promise<string | undefined> {
    for (const table of tables) {
      const difference = await findTableDifference(queries, log, table);
      if (difference !== undefined) return difference;
    }
    return undefined;
  }

  async function change(
    system: RegisterSystem,
    now: Date,
    work: (queries: Queries) => Promise<readonly AdministrationWrite[]>,
  ): Promise<void> {
    log.assertTrusted();
    const register = { name: 'register_log', log, database: system.database, lock, setSize, stallLimits };
    try {
      await changeLoggedRegister({ ...register, clock: () => now }, async (queries) => {
        const difference = await findDifference(queries);
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
    isRecorded: (table, row) => log.isRecorded(table, row),
    change,
    close: () => log.close(),
  };
}

/** Warns the operator that somebody changed the tables or the log. */
function report({ log, name: system }: RegisterSystem, error: unknown): void {
  if (!(error instanceof TablesDiffer || error instanceof LogTampered)) return;
  const code = error instanceof TablesDiffer ? 'TABLES_DIFFER' : 'LOG_TAMPERED';
  log({ level: 'error', system, event: error.message, code });
}
