import type { Queries } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { AdministrationWrite, LoggedRow, LoggedTable } from './loggedTable.ts';

/** Reads every row of the tables as a write that imports it, in the order in which the rows were written. */
export async function rowsToImport(
  queries: Queries,
  tables: readonly LoggedTable[],
): Promise<readonly AdministrationWrite[]> {
  const writes: AdministrationWrite[] = [];
  for (const { name, key, identity, event, approval, writtenBy } of tables) {
    const order = identity ?? [writtenBy.time, ...key].join(', ');
    const all = statement<{ readonly row: LoggedRow }>(
      `import.${name}`,
      `select to_jsonb(${name}) as row from ${name} order by ${order}`,
    );
    for (const { row } of await queries.rows(all, [])) {
      const textOf = (column: string): string => String(row[column] ?? column);
      writes.push({
        ...{ event, table: name, row, imported: true, time: new Date(textOf(writtenBy.time)) },
        ...(approval === undefined ? {} : { approval: textOf(approval) }),
        by: { subject: textOf(writtenBy.subject), agency: textOf(writtenBy.agency) },
      });
    }
  }
  return writes;
}
