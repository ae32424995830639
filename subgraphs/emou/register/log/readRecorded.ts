import { differenceOf } from '../../../kit/administration/findDifference.ts';
import { keyOf, type LoggedRow, type LoggedTable } from '../../../kit/administration/loggedTable.ts';
import { changeRegister } from '../changeRegister.ts';
import type { Register } from '../register.ts';

const MOST_READS = 3;

/**
 * Reads rows that decide access, outside a change of the register, and compares each with the log. Throws TablesDiffer
 * if they differ. `read` returns each row as `logged_row(...)`.
 */
export async function readRecorded<Row extends { readonly row: LoggedRow }>(
  register: Register,
  table: LoggedTable,
  read: () => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const { log } = register;
  let differing: LoggedRow | undefined;
  for (let reads = 1; reads <= MOST_READS; reads += 1) {
    log.assertTrusted();
    const rows = await read();
    differing = rows.find(({ row }) => !log.isRecorded(table, row))?.row;
    if (differing === undefined) return rows;
    // Another process has written it, or a change is about to be committed: wait for it and follow the log.
    await changeRegister(register, () => Promise.resolve());
  }
  const key = keyOf(table, differing ?? {});
  throw log.invalidate(differenceOf(table, key, log.keysOf(table).has(key) ? 'changed' : 'unknown'));
}
