import { restoreRows } from '../../../kit/administration/restoreRows.ts';
import { rowsToImport } from '../../../kit/administration/rowsToImport.ts';
import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import { rebuildIndex, reindex } from '../index/rebuildIndex.ts';
import type { Register } from '../register.ts';
import { registerChannel } from '../registerChannel.ts';
import { loggedTables } from './loggedTables.ts';

// As for every move: one that stalls must not hold up the others.
const limitStall = statement<unknown>(
  'limitStall',
  "SELECT set_config('idle_in_transaction_session_timeout', '5s', true)",
);
// To read and append a whole register takes longer than a move.
const allowLongWork = statement<unknown>(
  'allowLongWork',
  "SELECT set_config('idle_in_transaction_session_timeout', '120s', true)",
);
const markImported = statement<unknown>('markImported', 'UPDATE register SET log_size = $1');
/** Readers of the feed are told everything again: no event says what changed. */
const markRestored = statement<{ readonly revision: string }>(
  'markRestored',
  `UPDATE register SET log_size = $1, revision = greatest(revision, $2) + 1, rebuilt_with = greatest(revision, $2) + 1
   RETURNING revision::text AS revision`,
);
const tellRestored = statement<unknown>('tellRestored', 'SELECT pg_notify($1, $2)');

/**
 * Compares the number of entries that the register holds with the log, under the register's lock, and makes them equal:
 * - The log is ahead, because a process died between its entry and its commit, or because the tables are empty: the
 *   missing entries are written into the register.
 * - The log is empty and the register is not: the register is older than the log, and its rows are imported.
 * `brought up`: the transaction has to be committed before anything else is done. Throws TablesDiffer when the register is
 * ahead of the log.
 */
export async function alignWithLog(
  register: Register,
  queries: Queries,
  logSize: number,
  now: Date,
): Promise<'equal' | 'brought up'> {
  const { log } = register;
  await log.follow();
  if (log.size < logSize) {
    throw log.distrust(`the register holds ${logSize} entries of the log, which has ${log.size}`);
  }
  if (log.size > logSize) {
    await queries.rows(allowLongWork, []);
    await restore(register, queries, logSize, now);
    return 'brought up';
  }
  if (logSize > 0) return 'equal';
  await queries.rows(allowLongWork, []);
  const writes = await rowsToImport(queries, log.tables);
  if (writes.length === 0) {
    await queries.rows(limitStall, []);
    return 'equal';
  }
  await queries.rows(markImported, [writes.length]);
  await log.append(writes, 0, now);
  return 'brought up';
}

async function restore(register: Register, queries: Queries, logSize: number, now: Date): Promise<void> {
  const { log, calendarOf, catalogues, settings } = register;
  const entries = (await log.readAll()).slice(logSize);
  await restoreRows(queries, log.tables, entries);
  const moves = entries.filter(({ table }) => table === loggedTables.agreementEvent.name);
  const revisions = moves.map(({ row }) => Number(row.revision));
  const calendar = await calendarOf(queries);
  const rules = { calendar, catalogues, settings };
  const isWhole = logSize === 0 || entries.some(({ table }) => table === loggedTables.proclaimedDay.name);
  if (isWhole) await rebuildIndex(queries, rules, now);
  else {
    const ids = [...new Set(moves.flatMap(({ approval }) => approval ?? []))];
    await reindex(queries, ids, rules, now, 'move and time');
  }
  const greatest = revisions.reduce((most, revision) => Math.max(most, revision), 0);
  const [row] = await queries.rows(markRestored, [logSize + entries.length, greatest]);
  await queries.rows(tellRestored, [registerChannel, row?.revision ?? '']);
}
