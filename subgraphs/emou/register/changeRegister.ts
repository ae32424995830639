import type { Queries } from '../../kit/database.ts';
import { statement } from '../../kit/statement.ts';
import type { Register } from './register.ts';

/** Channel on which PostgreSQL tells every emou process that approvals have changed. */
export const registerChannel = 'emou_register';

export interface RegisterTransaction {
  readonly queries: Queries;
  /** Read when the register was locked: the instants in the register follow the order of its revisions. */
  readonly now: Date;
  /** Revision of the register once this is committed. */
  readonly revision: number;
}

// A process that stalls with the lock in its hand must not hold up everybody else's revocations.
const limitStall = statement<unknown>(
  'limitStall',
  "SELECT set_config('idle_in_transaction_session_timeout', '5s', true)",
);
const lockRegister = statement<{ readonly revision: number }>(
  'lockRegister',
  'UPDATE register SET revision = revision + $1::int RETURNING revision::float8 AS revision',
);
const tellProcesses = statement<unknown>('tellProcesses', 'SELECT pg_notify($1, $2)');

/**
 * Runs one change of the register in one transaction, alone: the register's row is locked first, so of two deciders
 * at once the second sees what the first did. `approvals` makes a new revision and tells every process; `requests`
 * changes nothing that a gateway could see. Resolves after the commit; when `work` throws, nothing has happened.
 */
export async function changeRegister<Result>(
  { database, clock }: Register,
  what: 'approvals' | 'requests',
  work: (transaction: RegisterTransaction) => Promise<Result>,
): Promise<{ readonly result: Result; readonly revision: number }> {
  return await database.transaction(async (queries) => {
    await queries.rows(limitStall, []);
    const [register] = await queries.rows(lockRegister, [what === 'approvals' ? 1 : 0]);
    if (register === undefined) throw new Error('The register has lost its row; restore the database.');
    const { revision } = register;
    const result = await work({ queries, now: clock(), revision });
    if (what === 'approvals') await queries.rows(tellProcesses, [registerChannel, String(revision)]);
    return { result, revision };
  });
}
