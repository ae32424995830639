import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import { CliError } from '../cliError.ts';

/** The key set that the subgraph under test reads, and a count of how often it does. */
export interface TestKeyServer {
  readonly url: string;
  /** Number of requests for the key set so far. */
  fetches(): number;
  /** Publishes another key in addition, and returns its id. */
  publish(key: KeyObject): string;
  stop(): Promise<void>;
}

export function newTestKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/** Reads an EC P-256 private key in PEM. */
export function readTestKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    publicJwk(key);
    return key;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new CliError(`--grant-key ${file} is not an EC P-256 private key in PEM (${reason}).`);
  }
}

/** Serves the public half of the key as a gateway does. Throws a CliError if the port is in use. */
export async function serveTestKeys(first: KeyObject, port: number): Promise<TestKeyServer> {
  const keys = [publicJwk(first).jwk];
  let fetches = 0;
  const server = createServer((request, response) => {
    if (request.url !== '/.well-known/jwks.json') return void response.writeHead(404).end();
    fetches++;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new CliError(
      `The port ${port} for the key set cannot be used (${error.code}). Choose another one with --jwks-port.`,
    );
  });
  // A listening TCP server has an address object.
  const { port: listening } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${listening}/.well-known/jwks.json`,
    fetches: () => fetches,
    publish(other) {
      const { jwk, key } = publicJwk(other);
      keys.push(jwk);
      return key.kid;
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
