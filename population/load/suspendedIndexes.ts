import type { ClientBase } from 'pg';

/**
 * Drops the constraints and indexes of the tables, and returns what puts them back exactly as they were: building an
 * index once over all rows, and checking a foreign key once, costs a fraction of doing it row by row. Only inside the
 * transaction that loads the rows: if it fails, nothing was dropped.
 */
export async function suspendIndexes(client: ClientBase, tables: readonly string[]): Promise<() => Promise<void>> {
  const constraints = await client.query<{
    readonly table: string;
    readonly name: string;
    readonly definition: string;
  }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint
      WHERE conrelid = ANY (SELECT name::regclass FROM unnest($1::text[]) AS name) AND contype IN ('p', 'u', 'f')
      ORDER BY contype = 'f', conrelid, conname`,
    [tables],
  );
  const indexes = await client.query<{ readonly name: string; readonly definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
       FROM pg_index
      WHERE indrelid = ANY (SELECT name::regclass FROM unnest($1::text[]) AS name)
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
      ORDER BY indexrelid`,
    [tables],
  );
  // Foreign keys sort last and go first: they lean on the keys of others.
  const drops = constraints.rows.toReversed().map(({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await runAll(client, [...drops, ...indexes.rows.map(({ name }) => `DROP INDEX ${name}`)]);

  const adds = constraints.rows.map(({ table, name, definition }) => ({
    last: definition.startsWith('FOREIGN KEY'),
    statement: `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
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
