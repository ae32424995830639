import type { ServerResponse } from 'node:http';
import { request } from 'undici';
import type { KeySet } from '../../keys/keySet.ts';
import type { ApprovalFeed } from '../approvals/approvalFeed.ts';
import type { Generations } from '../generation/generation.ts';
import type { SupergraphSource } from '../generation/supergraphSource.ts';
import type { WorkerPart } from '../runtime/workers.ts';
import { JSON_TYPE, send } from './sendResponse.ts';

export interface ReadinessCheck {
  readonly name: string;
  /** Undefined if the part is ready; otherwise what is wrong, without addresses. */
  readonly problem: () => Promise<string | undefined>;
  /** A warning in place of `ok`, for a part that needs attention but does not stop the gateway from serving. */
  readonly alarm?: () => string | undefined;
}

/** How long the results of one round are reused, so that readiness requests cannot flood the subgraphs with calls. */
const BELIEVED_MS = 500;

interface CheckResult {
  readonly name: string;
  readonly problem: string | undefined;
  readonly alarm?: string | undefined;
}

export interface HealthHandlers {
  /** `GET /health/live`: the process responds. */
  live(request: unknown, response: ServerResponse): void;
  /** `GET /health/ready`: supergraph loaded, feed fresh, subgraphs reachable; 503 until all of it holds. */
  ready(request: unknown, response: ServerResponse): Promise<void>;
}

export function createHealth(
  checks: () => readonly ReadinessCheck[],
  clock: () => Date,
  isStopping: () => boolean,
): HealthHandlers {
  let round: { readonly at: number; readonly results: Promise<readonly CheckResult[]> } | undefined;
  const run = (): Promise<readonly CheckResult[]> => Promise.all(checks().map(runCheck));
  return {
    live: (_, response) => sendJson(response, 200, { status: 'ok' }),
    async ready(_, response) {
      const now = clock().getTime();
      if (round === undefined || Math.abs(now - round.at) > BELIEVED_MS) round = { at: now, results: run() };
      const results: readonly CheckResult[] = [
        ...(await round.results),
        { name: 'running', problem: isStopping() ? 'stopping' : undefined },
      ];
      const isReady = results.every(({ problem }) => problem === undefined);
      sendJson(response, isReady ? 200 : 503, {
        status: isReady ? 'ready' : 'not ready',
        checks: Object.fromEntries(results.map(({ name, problem, alarm }) => [name, problem ?? alarm ?? 'ok'])),
      });
    },
  };
}

async function runCheck({ name, problem, alarm }: ReadinessCheck): Promise<CheckResult> {
  return { name, problem: await problem().catch(() => 'check failed'), alarm: alarm?.() };
}

function sendJson(response: ServerResponse, status: number, content: object): void {
  send(response, status, JSON_TYPE, JSON.stringify(content));
}

export interface CheckedParts {
  readonly feed: ApprovalFeed;
  readonly callerKeys: KeySet;
  readonly worker?: WorkerPart;
  readonly disclosure: { problem(): string | undefined };
  readonly generations: Generations;
  readonly source: Pick<SupergraphSource<unknown>, 'alarm'>;
  readonly clock: () => Date;
}

/** Checks that must pass before a load balancer sends requests here. The systems are those of the current supergraph. */
export function readinessChecks(parts: CheckedParts): () => readonly ReadinessCheck[] {
  const { feed, callerKeys, worker, disclosure, generations, source, clock } = parts;
  return () => [
    {
      name: 'approval feed',
      problem: async () => (feed.current(clock()) === undefined ? (feed.alarm ?? 'stale') : undefined),
      alarm: () => (feed.alarm === undefined ? undefined : 'lost, or its last event was rejected'),
    },
    { name: 'supergraph', problem: async () => undefined, alarm: () => source.alarm },
    { name: 'caller keys', problem: callerKeys.problem, alarm: () => callerKeys.alarm },
    ...workersCheck(worker),
    { name: 'ledger', problem: async () => disclosure.problem() },
    ...[...generations.current.subgraphUrls].map(([name, url]) => ({
      name: `subgraph ${name}`,
      problem: systemProblem(url),
    })),
  ];
}

/** Check of the other processes that share the port. */
export function workersCheck(worker: WorkerPart | undefined): readonly ReadinessCheck[] {
  return worker === undefined ? [] : [{ name: 'workers', problem: async () => worker.othersProblem() }];
}

/**
 * Requests a system's readiness, which includes its database: `health/ready` next to its GraphQL endpoint. A system
 * without this endpoint counts as ready if it responds at all.
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
