import type { AdministrationLog } from '../../kit/administration/administrationLog.ts';
import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import type { Rules } from '../agreement/rules.ts';

/** One change of the register, as used by the commands. */
export interface RegisterTransaction {
  readonly queries: Queries;
  /**
   * Clock reading taken when the register was locked, so that instants in the register follow the order of its
   * revisions.
   */
  readonly now: Date;
  readonly rules: Rules;
  /** The log, followed up to the register's last entry. */
  readonly log: AdministrationLog;
  /** Revision of the register in this transaction. */
  revision(): number;
  /** Must be called if published access changes. The revision increases once, however often it is called. */
  changeAccess(): Promise<void>;
  /**
   * Must be called for every row that this transaction writes in a table of loggedTables.ts, in the order of the
   * writes. The rows are appended to the log as the last step before the commit.
   */
  record(write: AdministrationWrite): void;
}
