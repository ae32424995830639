import { Router } from 'express';
import { request } from 'undici';
import type { KeySet } from '../../keys/keySet.ts';
import type { ApprovalFeed } from '../approvals/approvalFeed.ts';
import type { WorkerPart } from '../runtime/workers.ts';

export interface ReadinessCheck {
  readonly name: string;
  /** Undefined when fine, else what is wrong, without addresses. */
  readonly problem: () => Promise<string | undefined>;
  /** What somebody should look at although it is served on; in place of `ok`. */
  readonly alarm?: () => string | undefined;
}

/** How long one round of checks is believed: readiness must not become a way to make the gateway call its subgraphs. */
const BELIEVED_MS = 500;

/** `GET /health/live`: the process answers. `GET /health/ready`: supergraph loaded, feed fresh, subgraphs reachable. */
export function healthRoutes(checks: readonly ReadinessCheck[], clock: () => Date, isStopping: () => boolean): Router {
  let round:
    | {
        readonly at: number;
        readonly results: Promise<readonly { name: string; problem: string | undefined; alarm?: string | undefined }[]>;
      }
    | undefined;
  const run = () =>
    Promise.all(
      checks.map(async ({ name, problem, alarm }) => ({
        name,
        problem: await problem().catch(() => 'check failed'),
        alarm: alarm?.(),
      })),
    );
  const router = Router();
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/health/ready', async (_request, response) => {
    const now = clock().getTime();
    if (round === undefined || Math.abs(now - round.at) > BELIEVED_MS) round = { at: now, results: run() };
    const results: Awaited<typeof round.results> = [
      ...(await round.results),
      { name: 'running', problem: isStopping() ? 'stopping' : undefined },
    ];
    const ready = results.every(({ problem }) => problem === undefined);
    response.status(ready ? 200 : 503).json({
      status: ready ? 'ready' : 'not ready',
      checks: Object.fromEntries(results.map(({ name, problem, alarm }) => [name, problem ?? alarm ?? 'ok'])),
    });
  });
  return router;
}

export interface CheckedParts {
  readonly feed: ApprovalFeed;
  readonly callerKeys: KeySet;
  readonly worker?: WorkerPart;
  readonly disclosure: { problem(): string | undefined };
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly clock: () => Date;
}

/** What has to be fine before requests are sent here. */
export function readinessChecks(parts: CheckedParts): readonly ReadinessCheck[] {
  const { feed, callerKeys, worker, disclosure, subgraphUrls, clock } = parts;
  return [
    {
      name: 'approval feed',
      problem: async () => (feed.current(clock()) === undefined ? (feed.alarm ?? 'stale') : undefined),
      alarm: () => (feed.alarm === undefined ? undefined : 'lost, or what it said last was refused'),
    },
    { name: 'caller keys', problem: callerKeys.problem, alarm: () => callerKeys.alarm },
    ...workersCheck(worker),
    { name: 'ledger', problem: async () => disclosure.problem() },
    ...[...subgraphUrls].map(([name, url]) => ({ name: `subgraph ${name}`, problem: systemProblem(url) })),
  ];
}

/** Where several processes share the port. */
export function workersCheck(worker: WorkerPart | undefined): readonly ReadinessCheck[] {
  return worker === undefined ? [] : [{ name: 'workers', problem: async () => worker.othersProblem() }];
}

/**
 * Asks a system for its readiness, which includes its database: `health/ready` next to its GraphQL endpoint. A system
 * that has no such endpoint counts as ready when it answers at all.
 */
export function systemProblem(url: string): () => Promise<string | undefined> {
  const readiness = new URL('health/ready', url);
  return async () => {
    try {
      const { statusCode, body } = await request(readiness, { method: 'GET', signal: AbortSignal.timeout(2_000) });
      await body.dump();
      return statusCode === 503 ? 'not ready' : undefined;
    } catch {
      return 'not reachable';
    }
  };
}
