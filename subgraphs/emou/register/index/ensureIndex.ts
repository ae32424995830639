import { statement } from '../../../kit/database/statement.ts';
import { changeRegister } from '../changeRegister.ts';
import type { Register } from '../register.ts';
import { rebuildIndex, rulesMark } from './rebuildIndex.ts';

const readIndexRules = statement<{ readonly rules: string }>(
  'readIndexRules',
  'select index_rules as rules from register',
);

/** Rebuilds the index if it was written under other rules: a different calendar, settings or version. */
export async function ensureIndex(register: Register): Promise<void> {
  const mark = rulesMark({ ...register, calendar: await register.calendarOf(register.database) });
  if ((await register.database.rows(readIndexRules, []))[0]?.rules === mark) return;
  await changeRegister(register, async (transaction) => {
    const count = await rebuildIndex(transaction.queries, transaction.rules, transaction.now);
    // Open access and future changes may differ, so gateways get everything again.
    if (count > 0) await transaction.changeAccess();
  });
}
