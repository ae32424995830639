import type { AdministrationLog } from '../../kit/administration/administrationLog.ts';
import { LogMoved } from '../../kit/administration/logErrors.ts';
import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';
import type { Rules } from '../agreement/rules.ts';
import { alignWithLog } from './log/alignWithLog.ts';
import type { Register } from './register.ts';
import { registerChannel } from './registerChannel.ts';
import { settleTime } from './settleTime.ts';
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

/** Races for the log with other processes are over after one or two. */
const MOST_ATTEMPTS = 5;

// A process that stalls with the lock in its hand must not hold up everybody else's revocations.
const limitStall = statement<unknown>(
  'limitStall',
  "SELECT set_config('idle_in_transaction_session_timeout', '5s', true)",
);
// Rows of the log hold times as PostgreSQL writes them.
const useUtc = statement<unknown>('useUtc', "SELECT set_config('TimeZone', 'UTC', true)");
const lockRegister = statement<{ readonly revision: number; readonly logSize: number }>(
  'lockRegister',
  'SELECT revision::float8 AS revision, log_size::float8 AS "logSize" FROM register FOR UPDATE',
);
const advanceLog = statement<unknown>('advanceLog', 'UPDATE register SET log_size = $1');
const nextRevision = statement<{ readonly revision: number }>(
  'nextRevision',
  'UPDATE register SET revision = revision + 1 RETURNING revision::float8 AS revision',
);
const tellProcesses = statement<unknown>('tellProcesses', 'SELECT pg_notify($1, $2)');

/**
 * Runs one change of the register in one transaction, alone: the register's row is locked first, so of two deciders
 * at once the second sees what the first did. What time alone has changed until now is counted before. Resolves after
 * the commit; when `work` throws, nothing has happened.
 *
 * What `work` recorded is appended to the log before the commit, so the log is never behind the register. If the process
 * or the database dies in between, the log is ahead, and the next change first brings the register up to it. `work` may
 * run more than once: it must not change anything outside the transaction.
 */
export async function changeRegister<Result>(
  register: Register,
  work: (transaction: RegisterTransaction) => Promise<Result>,
): Promise<{ readonly result: Result; readonly revision: number }> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    try {
      const outcome = await attemptChange(register, work);
      if (outcome !== 'behind') return outcome;
    } catch (error) {
      if (!(error instanceof LogMoved)) throw error;
    }
  }
  throw new PublicError('AUDIT_UNAVAILABLE', 'The log did not take this, so nothing was changed. Try again.');
}

/** `behind`: the register was behind the log and has been brought up to it; the change has yet to be made. */
async function attemptChange<Result>(
  register: Register,
  work: (transaction: RegisterTransaction) => Promise<Result>,
): Promise<{ readonly result: Result; readonly revision: number } | 'behind'> {
  const { database, clock, calendarOf, catalogues, settings, log } = register;
  log.assertTrusted();
  return await database.transaction(async (queries) => {
    await queries.rows(limitStall, []);
    await queries.rows(useUtc, []);
    const [locked] = await queries.rows(lockRegister, []);
    if (locked === undefined) throw new Error('The register has lost its row; restore the database.');
    const now = clock();
    if ((await alignWithLog(register, queries, locked.logSize, now)) === 'brought up') return 'behind';
    const settled = await settleTime(queries, now);
    let revision = settled ?? locked.revision;
    let changed = false;
    const writes: AdministrationWrite[] = [];
    const result = await work({
      queries,
      now,
      log,
      rules: { calendar: await calendarOf(queries), catalogues, settings },
      revision: () => revision,
      async changeAccess() {
        if (changed) return;
        changed = true;
        revision = (await queries.rows(nextRevision, []))[0]?.revision ?? revision + 1;
      },
      record: (write) => {
        writes.push(write);
      },
    });
    if (changed || settled !== undefined) await queries.rows(tellProcesses, [registerChannel, String(revision)]);
    if (writes.length > 0) {
      await queries.rows(advanceLog, [locked.logSize + writes.length]);
      await log.append(writes, locked.logSize, now);
    }
    return { result, revision };
  });
}
