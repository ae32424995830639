import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedNotice {
  readonly id: string;
  readonly kind: string;
  readonly agency: string;
  readonly at: string;
  readonly request: { readonly id: string };
}

export interface WebhookReceiver {
  readonly url: string;
  /** Notices with a valid signature, in order of arrival, repetitions included. */
  readonly received: ReceivedNotice[];
  /** Number of requests with an invalid signature. */
  readonly forged: number;
  /** Sets the status of all further responses. */
  answer(status: number): void;
  stop(): Promise<void>;
}

/** An agency's receiver of notices, which accepts only what is signed with the shared secret. */
export async function startWebhookReceiver(secret: string): Promise<WebhookReceiver> {
  const received: ReceivedNotice[] = [];
  let forged = 0;
  let status = 204;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const [, seconds, hex] = /^t=(\d+),v1=([0-9a-f]+)$/.exec(String(request.headers['person360-signature'])) ?? [];
      const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
      if (hex !== expected) forged += 1;
      else if (status < 300) received.push(JSON.parse(body));
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/notices`,
    received,
    get forged() {
      return forged;
    },
    answer: (next) => {
      status = next;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
