import pg from 'pg';
import { DisclosureManifest, manifestHash, withManifest } from '../../schema/ledger/disclosureManifest.ts';
import { DisclosureRecord } from '../../schema/ledger/disclosureRecord.ts';

/** The records of a log in its order, read as an auditor could. Throws for an entry of any other shape. */
export async function recordsOf(databaseUrl: string, origin: string): Promise<readonly DisclosureRecord[]> {
  return createLogReader(databaseUrl, origin)();
}

/** Reads the records that came since it was last asked. */
export function createLogReader(databaseUrl: string, origin: string): () => Promise<readonly DisclosureRecord[]> {
  const manifests = new Map<string, DisclosureManifest>();
  let next = 0;
  return async () => {
    const bodies = await bodiesOf(databaseUrl, origin, next);
    next += bodies.length;
    const parsed = bodies.map((body) => [body, JSON.parse(body) as { kind: unknown }] as const);
    for (const [body, entry] of parsed) {
      if (entry.kind !== 'grounds') continue;
      manifests.set(manifestHash(body).toString('base64url'), DisclosureManifest.strict().parse(entry));
    }
    return parsed.flatMap(([, entry]) =>
      entry.kind === 'grounds' ? [] : [withManifest(DisclosureRecord.strict().parse(entry), manifests)],
    );
  };
}

export async function bodiesOf(databaseUrl: string, origin: string, fromIndex = 0): Promise<readonly string[]> {
  return rowsOf<{ body: Buffer }>(
    databaseUrl,
    `select body from ledger.entry join ledger.tree using (tree_id) where origin = $1 and leaf_index >= $2 order by leaf_index`,
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
