import pg from 'pg';
import { CONTROL } from './personalValues.ts';
import type { ValueSearch } from './valueSearch.ts';

/** Everything that a database has, as a dump writes it: every value as text, by `database.table.column`. */
export type Dump = ReadonlyMap<string, readonly string[]>;

/** Dumps every table, with one more that has values to be found. */
export async function dumpWithControl(database: string, url: string): Promise<Dump> {
  const values = Object.values(CONTROL).map((value) => `'${value}'`);
  await rowsOf(url, 'create table control (name text, born date, street text, ssn text)');
  await rowsOf(url, `insert into control values (${values.join(', ')})`);
  const tables = await rowsOf<{ name: string }>(
    url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const columns = new Map<string, readonly string[]>();
  for (const { name } of tables) {
    const { rows, fields } = await readTable(url, name);
    for (const [at, field] of fields.entries()) {
      columns.set(
        `${database}.${name.replace(/^public\./, '')}.${field}`,
        rows.map((row) => row[at] ?? ''),
      );
    }
  }
  return columns;
}

/** What columns contain, by column. Bytes are looked at as they are, too. */
export function foundIn(dump: Dump, search: ValueSearch, without: readonly string[] = []): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [column, values] of dump) {
    if (without.includes(column)) continue;
    const isBytes = (value: string): boolean => value.startsWith('\\x');
    const each = new Set([
      ...search.inText(values.filter((value) => !isBytes(value)).join('\n')),
      ...search.inBytes(values.filter(isBytes).map((value) => Buffer.from(value.slice(2), 'hex'))),
    ]);
    if (each.size > 0) found[column] = [...each].sort();
  }
  return found;
}

export async function rowsOf<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  return withClient({ connectionString: url }, async (client) => (await client.query<Row>(sql)).rows);
}

function readTable(url: string, table: string): Promise<{ readonly rows: string[][]; readonly fields: string[] }> {
  const asText = { getTypeParser: () => String };
  return withClient({ connectionString: url, types: asText }, async (client) => {
    const { rows, fields } = await client.query<string[]>({ text: `select * from ${table}`, rowMode: 'array' });
    return { rows, fields: fields.map(({ name }) => name) };
  });
}

async function withClient<Result>(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
