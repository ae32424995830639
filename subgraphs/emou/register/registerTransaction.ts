import type { AdministrationLog } from '../../kit/administration/administrationLog.ts';
import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import type { Rules } from '../agreement/rules.ts';

/** One change of the register, as the commands see it. */
export interface RegisterTransaction {
  readonly queries: Queries;
  /** Read when the register was locked: the instants in the register follow the order of its revisions. */
  readonly now: Date;
  readonly rules: Rules;
  /** Followed up to what the register holds. */
  readonly log: AdministrationLog;
  /** Revision of the register as it stands in this transaction. */
  revision(): number;
  /** To be called when what gateways are told changes; the revision grows once, however often it is called. */
  changeAccess(): Promise<void>;
  /**
   * To be called for every row that this transaction writes in a table of loggedTables.ts, in the order of the writes. The
   * rows are appended to the log as the last step before the commit.
   */
  record(write: AdministrationWrite): void;
}
