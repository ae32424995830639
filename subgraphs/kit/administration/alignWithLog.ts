import type { Queries } from '../database/database.ts';
import type { LoggedRegister } from './loggedRegister.ts';
import { restoreRows } from './restoreRows.ts';
import { rowsToImport } from './rowsToImport.ts';
import { limitStall } from './transactionSettings.ts';

/**
 * Compares the number of entries in the tables with the log, under the register's lock, and makes them equal:
 * - The log is ahead (a process died between its entry and its commit, or the tables are empty): writes the missing
 *   entries into the tables.
 * - The log is empty and the tables are not (the register is older than the log): imports the register's rows into the
 *   log.
 * Returns `brought up` if the transaction must be committed before anything else. Throws TablesDiffer if the tables are
 * ahead of the log.
 */
export async function alignWithLog(
  register: Omit<LoggedRegister<never>, 'database' | 'clock' | 'lock'>,
  queries: Queries,
  size: number,
  now: Date,
): Promise<'equal' | 'brought up'> {
  const { name, log, setSize, stallLimits } = register;
  await log.follow();
  if (log.size < size) throw log.invalidate(`${name} holds ${size} entries of the log, which has ${log.size}`);
  if (log.size === size && size > 0) return 'equal';
  await queries.rows(limitStall, [stallLimits.wholeRegister]);
  if (log.size > size) {
    const entries = (await log.readAll()).slice(size);
    await restoreRows(queries, log.tables, entries);
    await queries.rows(setSize, [size + entries.length]);
    await register.onRestored?.(queries, { entries, sizeBefore: size, now });
    return 'brought up';
  }
  const writes = await rowsToImport(queries, log.tables);
  if (writes.length === 0) {
    await queries.rows(limitStall, [stallLimits.change]);
    return 'equal';
  }
  await queries.rows(setSize, [writes.length]);
  await log.append(writes, 0, now);
  return 'brought up';
}
