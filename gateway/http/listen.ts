import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const CLOSE_IDLE_EVERY_MS = 20;

export interface Listener {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  /**
   * Sends `connection: close` with every response from now on, so that clients leave before a connection is closed
   * under a request. After `drainMs`, accepts no new requests and waits for those in flight. See RFC 9112, 9.6.
   */
  stop(drainMs?: number): Promise<void>;
}

/** Listens on an address. Rejects with the operating system's error if the address is not available. */
export async function listen(
  app: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listener> {
  const server = createServer(app);
  // Longer than load balancers keep idle connections, so that none is closed under a request.
  server.keepAliveTimeout = 65_000;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
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
      // A request that was in flight before leaves its connection open. It is idle once the response is sent.
      const closeUnused = (): void => {
        server.closeIdleConnections();
        // Node does not count a connection as idle before its first request.
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      };
      const closeIdle = setInterval(closeUnused, CLOSE_IDLE_EVERY_MS);
      closeUnused();
      await closed;
      clearInterval(closeIdle);
    },
  };
}
