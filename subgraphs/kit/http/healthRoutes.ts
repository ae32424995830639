import { Router } from 'express';

/** `/health/live`: the process answers. `/health/ready`: it can serve, its database too. Neither needs a grant, neither says why not. */
export function healthRoutes(options: {
  readonly isDraining: () => boolean;
  readonly ping: () => Promise<void>;
}): Router {
  const router = Router();
  // Anybody may call this, and the database's connections are few: however many ask at once, it is asked once.
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
    // The database has told the log.
    return false;
  }
}
