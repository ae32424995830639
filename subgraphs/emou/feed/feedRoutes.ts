import { Router } from 'express';
import { LogTampered, TablesDiffer } from '../../kit/administration/logErrors.ts';
import type { SubgraphRoutes, SubgraphSystem } from '../../kit/subgraphDefinition.ts';
import { changeRegister } from '../register/changeRegister.ts';
import { isGateway } from '../register/commands/gatewayOnly.ts';
import { ensureIndex } from '../register/index/ensureIndex.ts';
import { createRegisterCheck } from '../register/log/checkRegister.ts';
import type { LoggedRules } from '../register/register.ts';
import { feedConnection } from './feedConnection.ts';
import type { FeedKey } from './feedKey.ts';
import { startFeedPublisher } from './feedPublisher.ts';
import { createFeedWitness } from './register/feedWitness.ts';

export interface FeedLimits {
  /** Heartbeat interval. Also the longest that a lost notification delays a change. */
  readonly heartbeatMs: number;
  /** How long a reader may leave sent data unread. */
  readonly drainMs: number;
  readonly maxReaders: number;
  /**
   * Interval between comparisons of the whole register with the log; longer if a comparison takes more than a twentieth
   * of it.
   */
  readonly checkEveryMs: number;
}

export interface FeedSettings {
  readonly key: FeedKey;
  readonly rules: LoggedRules;
  readonly limits: FeedLimits;
}

export const defaultFeedLimits: FeedLimits = {
  heartbeatMs: 2_000,
  drainMs: 10_000,
  maxReaders: 200,
  checkEveryMs: 10_000,
};

/**
 * `GET /feed`: the approval feed, for gateways, whose own grants name nobody. `GET /.well-known/jwks.json`: the public
 * key that verifies it.
 */
export async function openFeedRoutes(system: SubgraphSystem, settings: FeedSettings): Promise<SubgraphRoutes> {
  const { key, rules, limits } = settings;
  const { name, log, clock, databaseUrl, grants } = system;
  const register = { ...rules, database: system.database, clock };
  const check = createRegisterCheck(register);
  const publisher = startFeedPublisher({
    databaseUrl,
    clock,
    key,
    rules,
    prepare: async () => {
      // Completes what a process left unfinished, and imports a register that is older than its log.
      await changeRegister(register, () => Promise.resolve());
      await ensureIndex(register);
      await check();
    },
    witness: createFeedWitness({ register, check, checkEveryMs: limits.checkEveryMs }),
    heartbeatMs: limits.heartbeatMs,
    onLost: ({ code, message }) => {
      const why = message ?? 'The register or its log cannot be read.';
      log({ level: 'error', system: name, event: `The feed sends no approvals. ${why}`, code });
    },
    onRecovered: () => log({ level: 'info', system: name, event: 'The feed sends approvals again.' }),
  });
  // Brings an index that is behind up to date before the first response; if the database is down, that has to wait.
  await publisher.refresh().catch(async (error: unknown) => {
    if (!(error instanceof TablesDiffer || error instanceof LogTampered)) return;
    await publisher.stop();
    throw error;
  });
  const router = Router();

  router.get('/.well-known/jwks.json', (_request, response) => {
    response.set('cache-control', 'public, max-age=60').json({ keys: [key.publicJwk] });
  });

  router.get('/feed', async (request, response) => {
    const verdict = await grants.verify(request.headers.authorization);
    if (verdict.kind === 'refused') {
      response.status(401).end();
      return;
    }
    if (verdict.kind === 'unavailable') {
      response.status(503).set('retry-after', String(verdict.retryAfterSeconds)).end();
      return;
    }
    // A caller's grant reached emou with a request, which is no reason to reveal every approval of the state.
    if (!isGateway(verdict.grant.claims)) {
      response.status(403).end();
      return;
    }
    if (publisher.readers >= limits.maxReaders) {
      response.status(503).set('retry-after', '5').end();
      return;
    }
    const reader = feedConnection(response, limits, publisher.resume);
    response.on('close', () => publisher.remove(reader));
    response.socket?.setNoDelay(true);
    try {
      await publisher.add(reader, request.get('last-event-id'), () => {
        response.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          // The response never ends, and a kept-alive connection would delay shutdown.
          connection: 'close',
          // Proxies that buffer small writes would delay revocations.
          'x-accel-buffering': 'no',
        });
      });
    } catch {
      // The publisher has logged the error; the gateway retries.
      if (!response.headersSent) response.status(503).set('retry-after', '2').end();
    }
  });

  return { router, stop: () => publisher.stop() };
}
