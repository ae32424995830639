import type { Queries } from '../../kit/database.ts';
import { statement } from '../../kit/statement.ts';
import type { Rules } from '../agreement/rules.ts';
import type { Register } from './register.ts';
import { settleTime } from './settleTime.ts';

/** Channel on which PostgreSQL tells every emou process that what is approved has changed. */
export const registerChannel = 'emou_register';

export interface RegisterTransaction {
  readonly queries: Queries;
  /** Read when the register was locked: the instants in the register follow the order of its revisions. */
  readonly now: Date;
  readonly rules: Rules;
  /** Revision of the register as it stands in this transaction. */
  revision(): number;
  /** To be called when what gateways are told changes; the revision grows once, however often it is called. */
  changeAccess(): Promise<void>;
}

// A process that stalls with the lock in its hand must not hold up everybody else's revocations.
const limitStall = statement<unknown>(
  'limitStall',
  "SELECT set_config('idle_in_transaction_session_timeout', '5s', true)",
);
const lockRegister = statement<{ readonly revision: number }>(
  'lockRegister',
  'SELECT revision::float8 AS revision FROM register FOR UPDATE',
);
const nextRevision = statement<{ readonly revision: number }>(
  'nextRevision',
  'UPDATE register SET revision = revision + 1 RETURNING revision::float8 AS revision',
);
const tellProcesses = statement<unknown>('tellProcesses', 'SELECT pg_notify($1, $2)');

/**
 * Runs one change of the register in one transaction, alone: the register's row is locked first, so of two deciders
 * at once the second sees what the first did. What time alone has changed until now is counted before. Resolves after
 * the commit; when `work` throws, nothing has happened.
 */
export async function changeRegister<Result>(
  { database, clock, calendarOf, catalogues, settings }: Register,
  work: (transaction: RegisterTransaction) => Promise<Result>,
): Promise<{ readonly result: Result; readonly revision: number }> {
  return await database.transaction(async (queries) => {
    await queries.rows(limitStall, []);
    const [register] = await queries.rows(lockRegister, []);
    if (register === undefined) throw new Error('The register has lost its row; restore the database.');
    const now = clock();
    const settled = await settleTime(queries, now);
    let revision = settled ?? register.revision;
    let changed = false;
    const result = await work({
      queries,
      now,
      rules: { calendar: await calendarOf(queries), catalogues, settings },
      revision: () => revision,
      async changeAccess() {
        if (changed) return;
        changed = true;
        revision = (await queries.rows(nextRevision, []))[0]?.revision ?? revision + 1;
      },
    });
    if (changed || settled !== undefined) await queries.rows(tellProcesses, [registerChannel, String(revision)]);
    return { result, revision };
  });
}
