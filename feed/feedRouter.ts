import { type Request, Router } from 'express';
import { feedConnection } from './feedConnection.ts';
import type { FeedKey } from './feedKey.ts';
import type { FeedPublisher } from './feedPublisher.ts';

export interface FeedRouterOptions {
  readonly publisher: FeedPublisher;
  readonly key: FeedKey;
  readonly limits: {
    /** How long a reader may leave sent data unread. */
    readonly drainMs: number;
    readonly maxReaders: number;
  };
  readonly admit: (request: Request) => Promise<Admission>;
}

/** Whether somebody may read the feed: 401 without a valid credential, 403 with one of somebody else. */
export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'refused'; readonly status: 401 | 403 }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** `GET /feed` as server-sent events, and `GET /.well-known/jwks.json` with the public key that verifies them. */
export function createFeedRouter({ publisher, key, limits, admit }: FeedRouterOptions): Router {
  const router = Router();

  router.get('/.well-known/jwks.json', (_request, response) => {
    response.set('cache-control', 'public, max-age=60').json({ keys: [key.publicJwk] });
  });

  router.get('/feed', async (request, response) => {
    const admission = await admit(request);
    if (admission.kind === 'refused') {
      response.status(admission.status).end();
      return;
    }
    if (admission.kind === 'unavailable') {
      response.status(503).set('retry-after', String(admission.retryAfterSeconds)).end();
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
          // Proxies that buffer small writes would delay the events.
          'x-accel-buffering': 'no',
        });
      });
    } catch {
      // The publisher has reported the error; the reader retries.
      if (!response.headersSent) response.status(503).set('retry-after', '2').end();
    }
  });
  return router;
}
