import { Router } from 'express';
import type { SessionStore } from './sessions/sessionStore.ts';

/**
 * - `/health/live`: the process responds
 * - `/health/ready`: sessions can be read. The gateway does not count: while it is down, the console still signs users in
 *   and out and says on its pages that the graph does not respond, so no balancer should take the console away.
 */
export function healthRoutes(
  store: Pick<SessionStore, 'check'>,
  log: (message: string, details: object) => void,
): Router {
  const routes = Router();
  routes.get('/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  routes.get('/ready', async (_request, response) => {
    try {
      await store.check();
      response.json({ status: 'ok' });
    } catch (error) {
      log('not ready: sessions cannot be read', { reason: error instanceof Error ? error.message : String(error) });
      response.status(503).json({ status: 'unavailable', reason: 'The database of the sessions does not respond.' });
    }
  });
  return routes;
}
