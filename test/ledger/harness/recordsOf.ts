import pg from 'pg';
import { DisclosureRecord } from '../../../schema/disclosureRecord.ts';

/** The records of a log in its order, read as an auditor could. Throws for an entry of any other shape. */
export async function recordsOf(
  databaseUrl: string,
  origin: string,
  fromIndex = 0,
): Promise<readonly DisclosureRecord[]> {
  const bodies = await bodiesOf(databaseUrl, origin, fromIndex);
  return bodies.map((body) => DisclosureRecord.strict().parse(JSON.parse(body)));
}

export async function bodiesOf(databaseUrl: string, origin: string, fromIndex = 0): Promise<readonly string[]> {
  return rowsOf<{ body: Buffer }>(
    databaseUrl,
    `SELECT body FROM ledger.entry JOIN ledger.tree USING (tree_id) WHERE origin = $1 AND leaf_index >= $2 ORDER BY leaf_index`,
    [origin, fromIndex],
  ).then((rows) => rows.map(({ body }) => body.toString('utf8')));
}

export async function rowsOf<Row extends object>(
  databaseUrl: string,
  sql: string,
  values: unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
