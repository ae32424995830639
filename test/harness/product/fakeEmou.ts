import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import type { FeedApproval, FeedDelta } from '../../../schema/approvals/approvalFeed.ts';
import { type WrittenApprovals, writeApprovals } from '../../../schema/approvals/snapshotApprovals.ts';
import { signatories } from '../../../schema/catalog/agencies.ts';

/** Sends the approval feed as emou does, or as only an attacker would. */
export interface FakeEmou {
  readonly url: string;
  readonly jwksUrl: string;
  readonly privateKey: KeyObject;
  readonly kid: string;
  /** Sends one event to every gateway that listens, whatever it is. */
  send(kind: string, jws: string): void;
  /** Every gateway that connects from now on is sent this at once. */
  greetWith(jws: () => string): void;
  /** Cuts every feed and takes no new one until `listen`. */
  cut(): void;
  listen(): void;
  snapshot(content: Partial<SnapshotContent>, options?: SignOptions): string;
  delta(content: Partial<FeedDelta>, options?: SignOptions): string;
  heartbeat(revision: number, at: Date, options?: SignOptions): string;
  stop(): Promise<void>;
}

export interface SnapshotContent {
  readonly revision: number;
  readonly iat: number;
  readonly agencies: readonly string[];
  readonly approvals: readonly FeedApproval[];
  /** How the approvals are written, changed before they are signed. */
  readonly rewrite: (written: WrittenApprovals) => object;
  readonly iss: string;
  readonly part: { readonly number: number; readonly of: number };
}

export interface SignOptions {
  readonly key?: jwt.Secret;
  readonly algorithm?: jwt.Algorithm;
}

export async function startFakeEmou(): Promise<FakeEmou> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url');
  const jwks = JSON.stringify({ keys: [{ ...jwk, kid, alg: 'ES256', use: 'sig' }] });
  const readers = new Set<ServerResponse>();
  let greeting: (() => string) | undefined;
  let open = true;

  const server = createServer((request, response) => {
    if (request.url === '/jwks') return void response.end(jwks);
    if (!open) return void request.socket.destroy();
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    readers.add(response);
    response.on('close', () => readers.delete(response));
    if (greeting !== undefined) response.write(frame('snapshot', greeting()));
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sign = (payload: object, { key = privateKey, algorithm = 'ES256' }: SignOptions = {}): string =>
    jwt.sign(payload, key, { algorithm, keyid: kid });

  return {
    url: `${origin}/feed`,
    jwksUrl: `${origin}/jwks`,
    privateKey,
    kid,
    send(kind, jws) {
      for (const reader of readers) reader.write(frame(kind, jws));
    },
    greetWith(jws) {
      greeting = jws;
    },
    cut() {
      open = false;
      for (const reader of readers) reader.destroy();
    },
    listen() {
      open = true;
    },
    snapshot: ({ approvals = [], rewrite = (written) => written, ...content }, options) =>
      sign(
        {
          iss: 'person360-emou',
          kind: 'snapshot',
          revision: 1,
          iat: Math.floor(Date.now() / 1000),
          agencies: signatories.map(({ code }) => code),
          ...rewrite(writeApprovals(approvals)),
          ...content,
        },
        options,
      ),
    delta: (content, options) =>
      sign(
        {
          iss: 'person360-emou',
          kind: 'delta',
          base: 1,
          revision: 2,
          iat: Math.floor(Date.now() / 1000),
          changed: [],
          removed: [],
          ...content,
        },
        options,
      ),
    heartbeat: (revision, at, options) =>
      sign({ iss: 'person360-emou', kind: 'heartbeat', revision, iat: Math.floor(at.getTime() / 1000) }, options),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function frame(kind: string, jws: string): string {
  return `event: ${kind}\ndata: ${jws}\n\n`;
}
