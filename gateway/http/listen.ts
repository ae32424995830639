import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const CLOSE_IDLE_EVERY_MS = 20;

export interface Listener {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  /**
   * Tells with every answer from now on that its connection ends (RFC 9112, 9.6), so that callers leave before it is
   * closed under a request; after `drainMs` takes no new ones, and waits until those under way have their answers.
   */
  stop(drainMs?: number): Promise<void>;
}

/** Rejects with the system's error when the address cannot be had. */
export async function listen(
  app: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listener> {
  const server = createServer(app);
  // Longer than load balancers keep idle connections, so that none is closed under a request.
  server.keepAliveTimeout = 65_000;
  server.listen(port, host);
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}/graphql`,
    async stop(drainMs = 0) {
      server.prependListener('request', (_request, response) => {
        response.setHeader('connection', 'close');
      });
      if (drainMs > 0) await sleep(drainMs);
      const closed = once(server, 'close');
      server.close();
      // A request that was under way before leaves its connection open: it is idle once that has been answered.
      const closeIdle = setInterval(() => server.closeIdleConnections(), CLOSE_IDLE_EVERY_MS);
      server.closeIdleConnections();
      await closed;
      clearInterval(closeIdle);
    },
  };
}
