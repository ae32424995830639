import { createPrivateKey, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import jwt from 'jsonwebtoken';
import type { PersonListClaims } from '../../../schema/persons/personList.ts';
import type { FactsClaims } from '../../../schema/tokens/factsToken.ts';
import type { GrantClaims } from '../../../schema/tokens/grant.ts';

/** Test double of the gateway: signs grants and publishes the keys over real HTTP. */
export interface GrantIssuer {
  readonly jwksUrl: string;
  readonly publicKeyPem: string;
  sign(
    claims: GrantClaims | FactsClaims | PersonListClaims,
    options?: { readonly algorithm?: jwt.Algorithm; readonly key?: jwt.Secret; readonly keyId?: string },
  ): string;
  stop(): Promise<void>;
}

export function newSigningKey(): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

export async function startGrantIssuer(): Promise<GrantIssuer> {
  const { privateKey, publicKey } = newSigningKey();
  const kid = randomUUID();
  const jwks = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' }] });
  const server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(jwks));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    jwksUrl: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    publicKeyPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    sign: (
      claims,
      {
        algorithm = 'ES256',
        key = createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })),
        keyId = kid,
      } = {},
    ) => jwt.sign(claims, key, { algorithm, keyid: keyId }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Claims of a valid person list token that expires one minute after `now`. */
export function personListClaims(now: Date): PersonListClaims {
  const iat = Math.floor(now.getTime() / 1_000);
  return {
    iss: 'person360-gateway',
    aud: 'person-list',
    iat,
    exp: iat + 60,
    system: 'audit',
    agency: 'DOIT',
    purpose: 'AUDIT',
    sub: 'auditor@doit.example',
  };
}

/** Claims of a valid grant for `datasets` that expires one minute after `now`. */
export function grantClaims(audience: string, datasets: readonly string[], now: Date): GrantClaims {
  const iat = Math.floor(now.getTime() / 1_000);
  return {
    iss: 'person360-gateway',
    aud: audience,
    iat,
    exp: iat + 60,
    agency: 'DCFS',
    purpose: 'FOSTER_CARE_CASE',
    roles: ['CASEWORKER'],
    datasets: [...datasets],
    revision: 1,
  };
}
