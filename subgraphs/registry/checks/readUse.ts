import type { OperationUsage, TrustedDocument } from '../../../supergraph/checks/checkInput.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { ContentStore } from '../content/contentStore.ts';
import { readDocuments, readManifestsInForce } from '../state/documentRecord.ts';

const DAY_MS = 86_400_000;
/** Operations that were not used for so long do not count. */
const DAYS = 90;
/** Most operations of clients, the busiest first. */
const MOST_OPERATIONS = 2_000;

interface UsageRow {
  readonly client: string;
  readonly operation: string;
  readonly coordinates: readonly string[];
  readonly count: number;
  readonly lastDay: string;
}

const usage = statement<UsageRow>(
  'registry.operationUsage',
  `select client, operation, array_agg(distinct coordinate order by coordinate) as coordinates,
     max(count)::float8 as count, max("lastDay")::text as "lastDay"
   from (select client, operation, coordinate, sum(count) as count, max(day) as "lastDay" from usage
         where day >= $1 group by client, operation, coordinate) as used
   group by client, operation order by 4 desc, client, operation limit $2`,
);

/** What clients use: their trusted documents in force, and the operations that gateways have reported. */
export interface SchemaUse {
  readonly documents: readonly TrustedDocument[];
  readonly usage: readonly OperationUsage[];
}

export async function readSchemaUse(queries: Queries, contents: ContentStore, now: Date): Promise<SchemaUse> {
  const documents: TrustedDocument[] = [];
  for (const { client, version, digest } of await readManifestsInForce(queries)) {
    for (const document of await readDocuments(queries, contents, digest))
      documents.push({ client, version, ...document });
  }
  const known = new Map(documents.map(({ hash, name, text }) => [hash, { name, text }]));
  const from = new Date(now.getTime() - DAYS * DAY_MS).toISOString().slice(0, 10);
  const rows = await queries.rows(usage, [from, MOST_OPERATIONS]);
  return {
    documents,
    usage: rows.map(({ operation, ...row }) => {
      const hash = operation.startsWith('sha256:') ? operation : `sha256:${operation}`;
      return { ...row, hash, ...known.get(hash) };
    }),
  };
}
