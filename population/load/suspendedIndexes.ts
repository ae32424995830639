import type { ClientBase } from 'pg';

/**
 * Drops the constraints and indexes of the tables, and foreign keys of other tables that refer to them. Returns what puts
 * them back exactly as they were: building an index once over all rows, and checking a foreign key once, costs a fraction of doing it row by row. Only inside the
 * transaction that loads the rows: if it fails, nothing was dropped.
 */
export async function suspendIndexes(client: ClientBase, tables: readonly string[]): Promise<() => Promise<void>> {
  const constraints = await client.query<{
    readonly table: string;
    readonly name: string;
    readonly definition: string;
  }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint
      where contype in ('p', 'u', 'f') and conrelid = any (select name::regclass from unnest($1::text[]) as name)
         or contype = 'f' and confrelid = any (select name::regclass from unnest($1::text[]) as name)
      order by contype = 'f', conrelid, conname`,
    [tables],
  );
  const indexes = await client.query<{ readonly name: string; readonly definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index
      where indrelid = any (select name::regclass from unnest($1::text[]) as name)
        and not exists (select from pg_constraint where conindid = indexrelid)
      order by indexrelid`,
    [tables],
  );
  // Foreign keys sort last and go first: they lean on the keys of others.
  const drops = constraints.rows.toReversed().map(({ table, name }) => `alter table ${table} drop constraint ${name}`);
  await runAll(client, [...drops, ...indexes.rows.map(({ name }) => `drop index ${name}`)]);

  const adds = constraints.rows.map(({ table, name, definition }) => ({
    last: definition.startsWith('FOREIGN KEY'),
    statement: `alter table ${table} add constraint ${name} ${definition}`,
  }));
  return () =>
    runAll(client, [
      ...adds.filter((add) => !add.last).map((add) => add.statement),
      ...indexes.rows.map(({ definition }) => definition),
      ...adds.filter((add) => add.last).map((add) => add.statement),
    ]);
}

/** In one message to the server. */
async function runAll(client: ClientBase, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await client.query(statements.join(';\n'));
}
