import { Router } from 'express';

/**
 * `/health/live`: the process responds. `/health/ready`: it can serve, including its database. Neither needs a grant or
 * reveals the reason for a failure.
 */
export function healthRoutes(options: {
  readonly isDraining: () => boolean;
  readonly ping: () => Promise<void>;
}): Router {
  const router = Router();
  // Anyone may call this and the pool is small, so concurrent checks share one query.
  let underway: Promise<boolean> | undefined;
  const databaseAnswers = () => {
    underway ??= answers(options.ping).finally(() => {
      underway = undefined;
    });
    return underway;
  };
  router.get('/health/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get('/health/ready', async (_request, response) => {
    const ready = !options.isDraining() && (await databaseAnswers());
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  return router;
}

async function answers(ping: () => Promise<void>): Promise<boolean> {
  try {
    await ping();
    return true;
  } catch {
    // The database module has logged the reason.
    return false;
  }
}
