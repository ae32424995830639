import type { Queries } from '../database/database.ts';
import { PublicError } from '../errors/publicError.ts';
import { alignWithLog } from './alignWithLog.ts';
import { LogMoved } from './logErrors.ts';
import type { LockedSize, LoggedRegister } from './loggedRegister.ts';
import type { AdministrationWrite } from './loggedTable.ts';
import { limitStall, useUtc } from './transactionSettings.ts';

/** Makes the change and returns the rows it wrote in logged tables, in the order of the writes. */
export type RegisterWork<Locked extends LockedSize, Result> = (
  queries: Queries,
  locked: Locked,
  now: Date,
) => Promise<{ readonly result: Result; readonly writes: readonly AdministrationWrite[] }>;

/** Attempts before giving up. Races with other processes for the log end after one or two. */
const MOST_ATTEMPTS = 5;

/**
 * Runs one change of a register in one transaction. The register's row is locked first, so that of two concurrent
 * changes the second sees the first. Resolves after the commit; if `work` throws, nothing has changed.
 *
 * The writes are appended to the log before the commit, so the log is never behind the register. If the process or the
 * database dies in between, the log is ahead, and the next change first brings the register up to date. `work` may run
 * more than once, so it must not change anything outside the transaction.
 */
export async function changeLoggedRegister<Locked extends LockedSize, Result>(
  register: LoggedRegister<Locked>,
  work: RegisterWork<Locked, Result>,
): Promise<Result> {
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt += 1) {
    try {
      const outcome = await attemptChange(register, work);
      if (outcome !== 'behind') return outcome.result;
    } catch (error) {
      if (!(error instanceof LogMoved)) throw error;
    }
  }
  throw new PublicError('AUDIT_UNAVAILABLE', 'The log did not accept this, so nothing was changed. Try again.');
}

/**
 * Returns `behind` if the tables were behind the log and have been brought up to date; the change must then be retried.
 */
async function attemptChange<Locked extends LockedSize, Result>(
  register: LoggedRegister<Locked>,
  work: RegisterWork<Locked, Result>,
): Promise<{ readonly result: Result } | 'behind'> {
  const { name, log, database, clock, lock, setSize, stallLimits } = register;
  log.assertTrusted();
  return await database.transaction(async (queries) => {
    await queries.rows(limitStall, [stallLimits.change]);
    await queries.rows(useUtc, []);
    const [locked] = await queries.rows(lock, []);
    if (locked === undefined) throw new Error(`${name} has lost its row; restore the database.`);
    const now = clock();
    if ((await alignWithLog(register, queries, locked.size, now)) === 'brought up') return 'behind';
    const { result, writes } = await work(queries, locked, now);
    if (writes.length > 0) {
      await queries.rows(setSize, [locked.size + writes.length]);
      // The last step before the commit: if the commit fails, the next change restores the rows.
      await log.append(writes, locked.size, now);
    }
    return { result };
  });
}
