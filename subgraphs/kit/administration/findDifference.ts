import type { Queries } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { AdministrationLog } from './administrationLog.ts';
import { keyOf, type LoggedRow, type LoggedTable } from './loggedTable.ts';

const ROWS_A_READ = 500;

/**
 * Compares every row of the tables with the log. Returns a description of the first difference, or undefined. The
 * queries run in one transaction in UTC, and the log has been followed to the last entry that the transaction sees.
 */
export async function findDifference(queries: Queries, log: AdministrationLog): Promise<string | undefined> {
  for (const table of log.tables) {
    const difference = await findTableDifference(queries, log, table);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** Describes the first difference in one table. */
export async function findTableDifference(
  queries: Queries,
  log: AdministrationLog,
  table: LoggedTable,
): Promise<string | undefined> {
  const recorded = log.keysOf(table);
  const found = new Set<string>();
  for await (const row of rowsOf(queries, table)) {
    const key = keyOf(table, row);
    if (!log.isRecorded(table, row)) return differenceOf(table, key, recorded.has(key) ? 'changed' : 'unknown');
    found.add(key);
  }
  if (found.size === recorded.size) return undefined;
  for (const key of recorded.keys()) if (!found.has(key)) return differenceOf(table, key, 'missing');
  return undefined;
}

export function differenceOf({ name }: LoggedTable, key: string, kind: 'changed' | 'unknown' | 'missing'): string {
  switch (kind) {
    case 'changed':
      return `row ${key} of ${name} is not as the log recorded it`;
    case 'unknown':
      return `row ${key} of ${name} is not in the log`;
    case 'missing':
      return `row ${key} of ${name} is in the log but missing from the table`;
  }
}

/** Reads rows through a cursor, so that a large table is never in memory as a whole. */
export async function* rowsOf(queries: Queries, { name }: Pick<LoggedTable, 'name'>): AsyncGenerator<LoggedRow> {
  const declare = `declare compare_${name} no scroll cursor for select to_jsonb(${name}) as row from ${name}`;
  await queries.rows(statement<unknown>(`compare.${name}`, declare), []);
  const fetch = statement<{ readonly row: LoggedRow }>(`fetch.${name}`, `fetch ${ROWS_A_READ} from compare_${name}`);
  for (;;) {
    const rows = await queries.rows(fetch, []);
    for (const { row } of rows) yield row;
    if (rows.length < ROWS_A_READ) break;
  }
  await queries.rows(statement<unknown>(`close.${name}`, `close compare_${name}`), []);
}
