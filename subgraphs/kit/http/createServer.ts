import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import express, { type Router } from 'express';
import type { Log } from '../log.ts';
import { healthRoutes } from './healthRoutes.ts';

export interface ServerOptions {
  readonly system: string;
  readonly graphql: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The system's own routes, once they are open. */
  readonly router: () => Router | undefined;
  readonly isDraining: () => boolean;
  readonly ping: () => Promise<void>;
  readonly log: Log;
}

/**
 * Creates the HTTP server of one system. `/graphql` is handled directly; everything else (health, the system's own
 * routes) goes through Express.
 */
export function createServer(options: ServerOptions): Server {
  const { isDraining, ping, router } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(healthRoutes({ isDraining, ping }));
  app.use((request, response, next) => {
    const own = router();
    return own === undefined ? next() : own(request, response, next);
  });
  app.use((_request, response) => {
    response.status(404).json({ errors: [{ message: 'Not found.', extensions: { code: 'NOT_FOUND' } }] });
  });
  app.use(((error, _request, response, _next) => fail(response, error, options)) satisfies express.ErrorRequestHandler);

  const server = createHttpServer((request, response) => {
    if (isDraining()) response.setHeader('connection', 'close');
    const path = request.url?.split('?', 1)[0];
    if (path === '/graphql') {
      options.graphql(request, response).catch((error: unknown) => fail(response, error, options));
    } else {
      app(request, response);
    }
  });
  // Longer than the gateway keeps idle connections, so that it never writes to one that is being closed.
  server.keepAliveTimeout = 75_000;
  server.requestTimeout = 30_000;
  return server;
}

function fail(response: ServerResponse, error: unknown, { system, log }: ServerOptions): void {
  const code = error instanceof Error ? error.name : typeof error;
  log({ level: 'error', system, event: 'A request failed.', code });
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const body = { errors: [{ message: 'Internal error.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] };
  response.writeHead(500, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
