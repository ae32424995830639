import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';

/** How the publisher of a key set behaves. `cut off` ends the connection in the middle of the body, `stalled` leaves it open. */
export type KeyServerBehavior =
  | { readonly kind: 'healthy' }
  | { readonly kind: 'slow'; readonly delayMs: number }
  | { readonly kind: 'cut off' }
  | { readonly kind: 'stalled' }
  | { readonly kind: 'status 503' }
  | { readonly kind: 'endless' };

/** Publishes a key set over real HTTP, well or badly, and signs with its private keys. */
export interface KeyServer {
  readonly url: string;
  /** Requests so far. */
  readonly fetches: number;
  behave(behavior: KeyServerBehavior): void;
  /** Publishes a new key in place of the old one, and signs with it from now on. */
  rotate(): void;
  /** Withdraws every key. */
  withdraw(): void;
  /** With the current key, ES256. */
  sign(claims: object): string;
  /** A token from a stranger: a random key id, and a signature with an unknown key. */
  forge(claims: object): string;
  stop(): Promise<void>;
}

export async function startKeyServer(): Promise<KeyServer> {
  const forger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  let current: { readonly privateKey: KeyObject; readonly kid: string };
  let body: string;
  let fetches = 0;
  let behavior: KeyServerBehavior = { kind: 'healthy' };

  function rotate(): void {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    current = { privateKey, kid: randomUUID() };
    body = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: current.kid, use: 'sig' }] });
  }
  rotate();

  async function respond(response: ServerResponse): Promise<void> {
    fetches++;
    if (behavior.kind === 'status 503') return void response.writeHead(503).end('down for maintenance');
    if (behavior.kind === 'slow')
      await new Promise((resolve) => setTimeout(resolve, (behavior as { delayMs: number }).delayMs));
    response.writeHead(200, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' });
    if (behavior.kind === 'healthy' || behavior.kind === 'slow') return void response.end(body);
    response.write(body.slice(0, 20));
    if (behavior.kind === 'cut off') setTimeout(() => response.destroy(), 20);
    while (behavior.kind === 'endless' && !response.destroyed) {
      response.write(' '.repeat(16_384));
      await new Promise((resolve) => setImmediate(resolve));
    }
    return undefined;
  }
  const server = createServer((_request, response) => void respond(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/keys`,
    get fetches() {
      return fetches;
    },
    behave(next) {
      behavior = next;
    },
    rotate,
    withdraw() {
      body = JSON.stringify({ keys: [] });
    },
    sign: (claims) => jwt.sign(claims, current.privateKey, { algorithm: 'ES256', keyid: current.kid }),
    forge: (claims) => jwt.sign(claims, forger, { algorithm: 'ES256', keyid: randomUUID() }),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
