import type { GatewayReport, QuerySchemaUsageArgs, SchemaUsage } from '../../../schema/generated/registry.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 90;
const MOST_ROWS = 1_000;

interface ReportRow {
  readonly gateway: string;
  readonly supergraph: number;
  readonly since: Date;
  readonly reportedAt: Date;
  readonly refused: number | null;
  readonly refusal: string | null;
}

const reports = statement<ReportRow>(
  'registry.gatewayReports',
  `select gateway, supergraph::float8 as supergraph, since, reported_at as "reportedAt",
     refused_number::float8 as refused, refusal
   from gateway_report where reported_at > $1 order by gateway limit 1000`,
);
const usage = statement<SchemaUsage>(
  'registry.usage',
  `select client, operation, coordinate, sum(count)::float8 as count, min(day) as "firstDay", max(day) as "lastDay"
   from usage where day >= $1 and ($2::text is null or coordinate = $2) and ($3::text is null or client = $3)
     and ($4::text is null or operation = $4)
   group by client, operation, coordinate order by 4 desc, client, operation, coordinate limit $5`,
);

export async function readGatewayReports(queries: Queries, now: Date): Promise<readonly GatewayReport[]> {
  const rows = await queries.rows(reports, [new Date(now.getTime() - DAY_MS)]);
  return rows.map(({ since, reportedAt, ...row }) => ({
    ...row,
    since: since.toISOString(),
    reportedAt: reportedAt.toISOString(),
  }));
}

export async function readUsage(
  queries: Queries,
  { coordinate, client, operation, since, first }: Partial<QuerySchemaUsageArgs>,
  now: Date,
): Promise<readonly SchemaUsage[]> {
  const most = first ?? 100;
  if (most < 1 || most > MOST_ROWS) {
    throw new PublicError('BAD_USER_INPUT', `first must be 1 to ${MOST_ROWS}, not ${most}.`);
  }
  const from = since ?? new Date(now.getTime() - DEFAULT_DAYS * DAY_MS).toISOString().slice(0, 10);
  return await queries.rows(usage, [from, coordinate ?? null, client ?? null, operation ?? null, most]);
}
