import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { GatewayStatus, UsageBatch } from '../../../schema/publishing/gatewayReports.ts';
import { isStorableJson } from '../../../schema/values/storableText.ts';
import { statement } from '../../kit/database/statement.ts';
import type { SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { gatewayAdmission } from '../gatewayAdmission.ts';

const MOST_BYTES = 1_000_000;

const writeStatus = statement<unknown>(
  'registry.writeGatewayReport',
  `insert into gateway_report (gateway, supergraph, since, reported_at, refused_number, refusal)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (gateway) do update set supergraph = excluded.supergraph, since = excluded.since,
     reported_at = excluded.reported_at, refused_number = excluded.refused_number, refusal = excluded.refusal`,
);
const addBatch = statement<{ readonly isNew: boolean }>(
  'registry.addUsageBatch',
  'insert into usage_batch (batch_id, received_at) values ($1, $2) on conflict do nothing returning true as "isNew"',
);
/** Sorted, so that two batches at once cannot wait for each other. */
const addCounts = statement<unknown>(
  'registry.addUsage',
  `insert into usage (day, client, operation, coordinate, count)
   select day, client, operation, coordinate, sum(count) from jsonb_to_recordset($1::jsonb)
     as counted (day date, client text, operation text, coordinate text, count bigint)
   group by day, client, operation, coordinate order by day, client, operation, coordinate
   on conflict (day, client, operation, coordinate) do update set count = usage.count + excluded.count`,
);
/** A batch is sent again within minutes, so its id need not be kept for longer than a day. */
const forgetBatches = statement<unknown>(
  'registry.forgetUsageBatches',
  `delete from usage_batch where received_at < $1::timestamptz - interval '1 day'`,
);

/** `POST /gateways` and `POST /usage`, for gateways. */
export function reportRoutes(system: SubgraphSystem): Router {
  const { database, clock } = system;
  const router = Router();

  const admitted: RequestHandler = async (request, response, next) => {
    const admission = await gatewayAdmission(system, request.headers.authorization);
    if (admission.kind === 'admitted') return next();
    if (admission.kind === 'refused') return void response.status(admission.status).end();
    response.status(503).set('retry-after', String(admission.retryAfterSeconds)).end();
  };
  /** The body is read after the grant was verified. */
  const receive = <Report>(type: z.ZodType<Report>, write: (report: Report) => Promise<void>): RequestHandler[] => [
    admitted,
    express.json({ limit: MOST_BYTES }),
    async (request: Request, response: Response) => {
      const report = type.safeParse(request.body);
      if (!report.success || !isStorableJson(request.body)) {
        const message = report.success ? 'A text cannot be stored.' : z.prettifyError(report.error).slice(0, 500);
        response.status(400).json({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
        return;
      }
      try {
        await write(report.data);
        response.status(204).end();
      } catch {
        // The database has reported it; the gateway sends the report again.
        response.status(503).set('retry-after', '5').end();
      }
    },
  ];

  router.post(
    '/gateways',
    ...receive(GatewayStatus, async ({ gateway, number, since, refused }) => {
      const values = [gateway, number, since, clock(), refused?.number ?? null, refused?.reason ?? null];
      await database.rows(writeStatus, values);
    }),
  );
  router.post(
    '/usage',
    ...receive(UsageBatch, async ({ id, counts }) => {
      await database.transaction(async (queries) => {
        const now = clock();
        await queries.rows(forgetBatches, [now]);
        const [added] = await queries.rows(addBatch, [id, now]);
        if (added?.isNew === true) await queries.rows(addCounts, [JSON.stringify(counts)]);
      });
    }),
  );
  router.use(((error, _request, response, next) => {
    const status: unknown = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
    if (status === 400 || status === 413) response.status(status).end();
    else next(error);
  }) satisfies express.ErrorRequestHandler);
  return router;
}
