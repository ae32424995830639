import type { AdministrationEntry } from '../../schema/administration.ts';
import { type AdministrationLogSettings, createAdministrationLog } from '../kit/administration/administrationLog.ts';
import { findDifference } from '../kit/administration/findDifference.ts';
import { LogMoved, LogTampered, TablesDiffer } from '../kit/administration/logErrors.ts';
import type { AdministrationWrite, LoggedTable } from '../kit/administration/loggedTable.ts';
import { restoreRows } from '../kit/administration/restoreRows.ts';
import { rowsToImport } from '../kit/administration/rowsToImport.ts';
import type { Queries } from '../kit/database/database.ts';
import { statement } from '../kit/database/statement.ts';
import { PublicError } from '../kit/errors/publicError.ts';
import type { SubgraphSystem } from '../kit/subgraphDefinition.ts';

export type RegisterSystem = Pick<SubgraphSystem, 'clock' | 'database' | 'log' | 'name'>;

/** What the audit system decides, as its log holds it. The tables are copies and must not differ. */
export interface AuditRegister {
  /** Passes every verified entry of this table to `read`, in order. Call it before `align`. */
  onEntry(table: LoggedTable, read: (entry: AdministrationEntry) => void): void;
  /**
   * Brings the tables up to the log, imports tables that are older than the log, and compares the two. Rejects with
   * TablesDiffer or LogTampered; the audit system then must not start.
   */
  align(system: RegisterSystem): Promise<void>;
  /** Reads what was appended since. Rejects when the log cannot be read or is no longer trusted. */
  follow(): Promise<void>;
  /**
   * Runs `work` when the tables are as the log says, and resolves when what it wrote is in the log and in the tables. No
   * other change runs at the same time, and every entry so far was passed on.
   */
  change(
    system: RegisterSystem,
    now: Date,
    work: (queries: Queries) => Promise<readonly AdministrationWrite[]>,
  ): Promise<void>;
  close(): Promise<void>;
}

const MOST_ATTEMPTS = 5;

const limitStall = statement<unknown>(
  'audit.limitStall',
  "select set_config('idle_in_transaction_session_timeout', '30s', true)",
);
// The log holds times as PostgreSQL writes them.
const useUtc = statement<unknown>('audit.useUtc', "select set_config('TimeZone', 'UTC', true)");
const lockSize = statement<{ readonly size: number }>(
  'audit.lockRegister',
  'select size::float8 as size from register_log for update',
);
const setSize = statement<unknown>('audit.advanceRegister', 'update register_log set size = $1');

export function createAuditRegister(
  settings: AdministrationLogSettings,
  tables: readonly LoggedTable[],
): AuditRegister {
  const readers = new Map<string, (entry: AdministrationEntry) => void>();
  const log = createAdministrationLog(settings, tables, (entry) => readers.get(entry.table)?.(entry));

  /** `behind`: the tables have been brought up to the log, and `work` has yet to run. */
  async function attempt(
    queries: Queries,
    now: Date,
    work: (queries: Queries) => Promise<readonly AdministrationWrite[]>,
  ): Promise<'done' | 'behind'> {
    await queries.rows(limitStall, []);
    await queries.rows(useUtc, []);
    const [locked] = await queries.rows(lockSize, []);
    if (locked === undefined) throw new Error('register_log has lost its row; restore the database.');
    const { size } = locked;
    await log.follow();
    if (log.size < size) throw log.distrust(`register_log counts ${size} entries of the log, which has ${log.size}`);
    if (log.size > size) {
      await restoreRows(queries, log.tables, (await log.readAll()).slice(size));
      await queries.rows(setSize, [log.size]);
      return 'behind';
    }
    if (size === 0) {
      const imported = await rowsToImport(queries, log.tables);
      if (imported.length > 0) {
        await queries.rows(setSize, [imported.length]);
        await log.append(imported, 0, now);
        return 'behind';
      }
    }
    const difference = await findDifference(queries, log);
    if (difference !== undefined) throw log.distrust(difference);
    const writes = await work(queries);
    if (writes.length === 0) return 'done';
    await queries.rows(setSize, [size + writes.length]);
    // The last step before the commit: if the commit fails, the next start or change restores the rows.
    await log.append(writes, size, now);
    return 'done';
  }

  async function change(
    system: RegisterSystem,
    now: Date,
    work: (queries: Queries) => Promise<readonly AdministrationWrite[]>,
  ): Promise<void> {
    log.assertTrusted();
    for (let count = 1; count <= MOST_ATTEMPTS; count += 1) {
      try {
        if ((await system.database.transaction((queries) => attempt(queries, now, work))) === 'done') return;
      } catch (error) {
        report(system, error);
        if (!(error instanceof LogMoved)) throw error;
      }
    }
    throw new PublicError('AUDIT_UNAVAILABLE', 'The log did not take this, so nothing was changed. Try again.');
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

/** Tells the operator that somebody changed the tables or the log. */
function report({ log, name: system }: RegisterSystem, error: unknown): void {
  if (error instanceof TablesDiffer) log({ level: 'error', system, event: error.message, code: 'TABLES_DIFFER' });
  if (error instanceof LogTampered) log({ level: 'error', system, event: error.message, code: 'LOG_TAMPERED' });
}
