import type { AdministrationEntry } from '../../../schema/ledger/administration.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Statement } from '../database/statement.ts';
import type { AdministrationLog } from './administrationLog.ts';

/** A register that follows its log: its tables are copies of the log's entries. */
export interface LoggedRegister<Locked extends LockedSize> {
  /** Name used in messages, such as `the register`. */
  readonly name: string;
  readonly log: AdministrationLog;
  readonly database: Pick<Database, 'transaction'>;
  readonly clock: () => Date;
  /** Locks the row that holds the number of entries, so that changes run one after another. */
  readonly lock: Statement<Locked>;
  /** Writes the number of entries, `$1`. */
  readonly setSize: Statement<unknown>;
  /** How long a process may stall while holding the lock before PostgreSQL ends its transaction. */
  readonly stallLimits: {
    readonly change: string;
    /** For reading or appending a whole register, which takes longer than a change. */
    readonly wholeRegister: string;
  };
  /** Updates derived data, such as an index, from entries whose rows were restored. */
  readonly onRestored?: (queries: Queries, restored: RestoredEntries) => Promise<void>;
}

export interface LockedSize {
  /** Number of log entries that the tables contain. */
  readonly size: number;
}

export interface RestoredEntries {
  readonly entries: readonly AdministrationEntry[];
  /** Number of entries that the tables contained before. */
  readonly sizeBefore: number;
  readonly now: Date;
}
