import { createHash } from 'node:crypto';
import type { AdministrationEntry } from '../../../schema/ledger/administration.ts';
import type { Queries } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import { LogTampered } from './logErrors.ts';
import type { LoggedTable } from './loggedTable.ts';

/** Writes the rows of the entries in order. Existing rows are kept. */
export async function restoreRows(
  queries: Queries,
  tables: readonly LoggedTable[],
  entries: readonly AdministrationEntry[],
): Promise<void> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  for (const group of groupsOf(entries)) {
    const [first] = group;
    const table = first && byName.get(first.table);
    if (first === undefined) continue;
    if (table === undefined) throw new LogTampered(`the log names the table ${first.table}, which is unknown`);
    const columns = Object.keys(first.row);
    await queries.rows(insertOf(table, columns), [JSON.stringify(group.map(({ row }) => row))]);
    if (table.changes !== true) continue;
    for (const { row } of group) await queries.rows(updateOf(table, columns), [JSON.stringify(row)]);
  }
  for (const { name, identity } of tables) {
    if (identity !== undefined) await queries.rows(advanceOf(name, identity), []);
  }
}

const ROWS_A_STATEMENT = 500;

/** Groups adjacent entries whose rows have the same shape, so that many rows need only one statement. */
function* groupsOf(entries: readonly AdministrationEntry[]): Generator<readonly AdministrationEntry[]> {
  let group: AdministrationEntry[] = [];
  const shapeOf = ({ table, row }: AdministrationEntry) => JSON.stringify([table, Object.keys(row).sort()]);
  for (const entry of entries) {
    const [first] = group;
    if (first !== undefined && (shapeOf(first) !== shapeOf(entry) || group.length === ROWS_A_STATEMENT)) {
      yield group;
      group = [];
    }
    group.push(entry);
  }
  if (group.length > 0) yield group;
}

/** Builds the insert. Columns that an entry lacks were added after it and get their defaults. */
function insertOf({ name, key }: LoggedTable, columns: readonly string[]) {
  const list = columns.map(quoted).join(', ');
  return statement<unknown>(
    statementName('restore', name, columns),
    `insert into ${name} (${list}) overriding system value
     select ${list} from jsonb_populate_recordset(null::${name}, $1::jsonb)
     on conflict (${key.map(quoted).join(', ')}) do nothing`,
  );
}

function updateOf({ name, key, identity }: LoggedTable, columns: readonly string[]) {
  const changing = columns.filter((column) => !key.includes(column) && column !== identity);
  const set = changing.map((column) => `${quoted(column)} = entry.${quoted(column)}`).join(', ');
  const same = key.map((column) => `${name}.${quoted(column)} = entry.${quoted(column)}`).join(' AND ');
  const list = (of: string) => changing.map((column) => `${of}.${quoted(column)}`).join(', ');
  return statement<unknown>(
    statementName('restoreChange', name, columns),
    `update ${name} set ${set} from jsonb_populate_record(null::${name}, $1::jsonb) as entry
     where ${same} and (${list(name)}) is distinct from (${list('entry')})`,
  );
}

function advanceOf(name: string, identity: string) {
  return statement<unknown>(
    `advance.${name}`,
    `select setval(pg_get_serial_sequence('${name}', '${identity}'), max(${identity})) from ${name} having count(*) > 0`,
  );
}

/** Quotes a column name. Names come from the log, whose text is not trusted as SQL. */
function quoted(column: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(column)) throw new LogTampered(`${column} is no name of a column`);
  return `"${column}"`;
}

function statementName(kind: string, table: string, columns: readonly string[]): string {
  const shape = createHash('sha256').update(columns.join()).digest('hex').slice(0, 8);
  return `${kind}.${table}.${shape}`;
}
