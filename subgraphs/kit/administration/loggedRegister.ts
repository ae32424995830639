import type { AdministrationEntry } from '../../../schema/administration.ts';
import type { Database, Queries } from '../database/database.ts';
import type { Statement } from '../database/statement.ts';
import type { AdministrationLog } from './administrationLog.ts';

/** A register that follows its log: its tables are copies of the log's entries. */
export interface LoggedRegister<Locked extends LockedSize> {
  /** What messages call it, such as `the register`. */
  readonly name: string;
  readonly log: AdministrationLog;
  readonly database: Pick<Database, 'transaction'>;
  readonly clock: () => Date;
  /** Locks the row that holds the number of entries, so that changes run one after another. */
  readonly lock: Statement<Locked>;
  /** Writes that number, `$1`. */
  readonly setSize: Statement<unknown>;
  /** How long a process may stall with the lock before PostgreSQL ends its transaction. */
  readonly stallLimits: {
    readonly change: string;
    /** Reading or appending a whole register takes longer than a change. */
    readonly wholeRegister: string;
  };
  /** Derives what else the system keeps, such as an index, from entries whose rows were restored. */
  readonly onRestored?: (queries: Queries, restored: RestoredEntries) => Promise<void>;
}

export interface LockedSize {
  /** Entries of the log that the tables hold. */
  readonly size: number;
}

export interface RestoredEntries {
  readonly entries: readonly AdministrationEntry[];
  /** Entries that the tables held before. */
  readonly sizeBefore: number;
  readonly now: Date;
}
