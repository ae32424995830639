import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import { feedFrame } from '../../../feed/signFeedEvent.ts';
import type { GatewayStatus } from '../../../schema/publishing/gatewayReports.ts';
import type { ServedSupergraph } from '../../../schema/publishing/servedSupergraph.ts';

/** Sends supergraphs as the registry does, or as only an attacker would, and receives what gateways report. */
export interface FakeRegistry {
  readonly feedUrl: string;
  readonly jwksUrl: string;
  /** The last report of each gateway, by its name. */
  readonly statuses: Map<string, GatewayStatus>;
  /** Makes a supergraph the current one: every gateway gets it now, or when it connects. */
  publish(served: ServedSupergraph): void;
  /** Sends one event to every gateway that is connected. */
  send(jws: string): void;
  sign(
    served: ServedSupergraph,
    more?: { readonly key?: KeyObject; readonly sha256?: string; readonly iat?: number },
  ): string;
  /** Ends every connection and accepts none until `listen`, not even for its keys. */
  cut(): void;
  listen(): void;
  stop(): Promise<void>;
}

export async function startFakeRegistry(): Promise<FakeRegistry> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = 'registry-1';
  const jwks = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' }] });
  const readers = new Set<ServerResponse>();
  const statuses = new Map<string, GatewayStatus>();
  let current: ServedSupergraph | undefined;
  let open = true;

  const sign: FakeRegistry['sign'] = (supergraph, { key = privateKey, sha256, iat } = {}) =>
    jwt.sign(
      {
        iss: 'person360-registry',
        kind: 'supergraph',
        iat: iat ?? Math.floor(Date.now() / 1000),
        revision: supergraph.number,
        supergraph,
        sha256: sha256 ?? createHash('sha256').update(supergraph.sdl).digest('hex'),
      },
      key,
      { algorithm: 'ES256', keyid: kid },
    );
  const send = (jws: string): void => {
    for (const reader of readers) reader.write(feedFrame('supergraph', '1', jws));
  };

  const server = createServer((request, response) => {
    if (!open) return void request.socket.destroy();
    if (request.url === '/jwks' || request.url === '/.well-known/jwks.json') return void response.end(jwks);
    if (request.url === '/gateways') {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const status: GatewayStatus = JSON.parse(body);
        statuses.set(status.gateway, status);
        response.writeHead(request.headers.authorization?.startsWith('Bearer ') ? 204 : 401).end();
      });
      return undefined;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    readers.add(response);
    response.on('close', () => readers.delete(response));
    response.flushHeaders();
    if (current !== undefined) response.write(feedFrame('supergraph', '1', sign(current)));
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    feedUrl: `${origin}/feed`,
    jwksUrl: `${origin}/jwks`,
    statuses,
    publish(served) {
      current = served;
      send(sign(served));
    },
    send,
    sign,
    cut() {
      open = false;
      server.closeAllConnections();
    },
    listen() {
      open = true;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
