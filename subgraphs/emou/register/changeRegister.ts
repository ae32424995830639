import { changeLoggedRegister } from '../../kit/administration/changeLoggedRegister.ts';
import type { AdministrationWrite } from '../../kit/administration/loggedTable.ts';
import { statement } from '../../kit/database/statement.ts';
import { emouRegister } from './log/emouRegister.ts';
import type { Register } from './register.ts';
import { REGISTER_CHANNEL } from './registerChannel.ts';
import type { RegisterTransaction } from './registerTransaction.ts';
import { settleTime } from './settleTime.ts';

const nextRevision = statement<{ readonly revision: number }>(
  'nextRevision',
  'update register set revision = revision + 1 returning revision::float8 as revision',
);
const tellProcesses = statement<unknown>('tellProcesses', 'select pg_notify($1, $2)');

/**
 * Runs one change of the register as described in changeLoggedRegister.ts. Changes by time alone are counted first.
 * `work` may run more than once, so it must not change anything outside the transaction.
 */
export async function changeRegister<Result>(
  register: Register,
  work: (transaction: RegisterTransaction) => Promise<Result>,
): Promise<{ readonly result: Result; readonly revision: number }> {
  const { calendarOf, catalogues, settings, log } = register;
  return await changeLoggedRegister(emouRegister(register), async (queries, locked, now) => {
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
    if (changed || settled !== undefined) await queries.rows(tellProcesses, [REGISTER_CHANNEL, String(revision)]);
    return { result: { result, revision }, writes };
  });
}
