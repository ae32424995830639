import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import { developmentKey } from './developmentKeys.ts';

export const DEVELOPMENT_ISSUER = 'https://issuer.person360.localhost';
export const DEVELOPMENT_AUDIENCE = 'person360';

export interface DevelopmentToken {
  readonly subject: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  /** Seconds. */
  readonly lifetime: number;
  readonly familyName?: string | undefined;
  /** OAuth client that the token is issued to. */
  readonly clientId?: string | undefined;
}

/** Signs a token like the state's identity provider would, with the local development key (ES256). */
export function signDevelopmentToken(dataDirectory: string, token: DevelopmentToken, now: Date): string {
  const { key } = publicJwk(developmentKey(dataDirectory, 'issuer'));
  const issuedAt = Math.floor(now.getTime() / 1000);
  const { subject, agency, roles, purposes, lifetime, familyName, clientId } = token;
  return jwt.sign(
    {
      iss: DEVELOPMENT_ISSUER,
      aud: DEVELOPMENT_AUDIENCE,
      sub: subject,
      iat: issuedAt,
      exp: issuedAt + lifetime,
      agency,
      roles,
      purposes,
      ...(familyName === undefined ? {} : { family_name: familyName }),
      ...(clientId === undefined ? {} : { client_id: clientId }),
    },
    key.privateKey,
    { algorithm: 'ES256', keyid: key.kid },
  );
}

/**
 * Publishes the public halves of the development keys (RFC 7517) on a free port of this machine: the issuer's for the
 * gateway, and the gateway's for the subgraphs, which start before it.
 */
export async function startDevelopmentKeyServer(
  dataDirectory: string,
): Promise<{ readonly issuerJwksUrl: string; readonly grantJwksUrl: string; stop(): Promise<void> }> {
  const keySetOf = (name: 'issuer' | 'grants') =>
    JSON.stringify({ keys: [publicJwk(developmentKey(dataDirectory, name)).jwk] });
  const bodies = new Map([
    ['/issuer.json', keySetOf('issuer')],
    ['/grants.json', keySetOf('grants')],
  ]);
  const server = createServer((request, response) => {
    const body = bodies.get(request.url ?? '');
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A listening TCP server has an address object.
  const { port } = server.address() as AddressInfo;
  return {
    issuerJwksUrl: `http://127.0.0.1:${port}/issuer.json`,
    grantJwksUrl: `http://127.0.0.1:${port}/grants.json`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
