import { createPublicKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { publicJwk } from '../../gateway/grants/signingKey.ts';
import type { GrantClaims } from '../../schema/tokens/grant.ts';

export interface ForgeOptions {
  readonly algorithm?: 'ES256' | 'HS256' | 'none';
  /** Signs with this key, under the id of the right one unless `keyId` is given. */
  readonly key?: KeyObject;
  readonly keyId?: string;
}

/** Signs grants as the gateway does (gateway/grants/grantSigner.ts), and forges those that it never signs. */
export interface TestGrants {
  /** Authorization header of a valid grant for these datasets. */
  for(datasets: readonly string[], more?: Partial<GrantClaims>): string;
  /** Authorization header of a token with these claims instead; undefined removes a claim. */
  forge(claims: Readonly<Record<string, unknown>>, options?: ForgeOptions): string;
}

const LIFETIME_SECONDS = 60;

export function createTestGrants(subgraph: string, privateKey: KeyObject, clock: () => Date): TestGrants {
  const { kid } = publicJwk(privateKey).key;
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' });

  function validClaims(): GrantClaims {
    const iat = Math.floor(clock().getTime() / 1_000);
    return {
      iss: 'person360-gateway',
      aud: subgraph,
      iat,
      exp: iat + LIFETIME_SECONDS,
      agency: 'DCFS',
      purpose: 'FOSTER_CARE_CASE',
      roles: ['CASEWORKER'],
      datasets: [],
      revision: 1,
    };
  }

  function forge(claims: Readonly<Record<string, unknown>>, options: ForgeOptions = {}): string {
    const { algorithm = 'ES256', key = privateKey, keyId = kid } = options;
    const payload = JSON.parse(JSON.stringify({ ...validClaims(), ...claims })) as object; // drops undefined claims
    if (algorithm === 'none') return `Bearer ${encode({ alg: 'none', typ: 'JWT', kid: keyId })}.${encode(payload)}.`;
    // The attack of RFC 8725 section 2.1: the public key as the secret of a symmetric algorithm.
    if (algorithm === 'HS256') return `Bearer ${symmetric(payload, keyId, String(publicPem))}`;
    return `Bearer ${jwt.sign(payload, key, { algorithm, keyid: keyId })}`;
  }

  return { forge, for: (datasets, more = {}) => forge({ ...more, datasets }) };
}

function symmetric(payload: object, keyId: string, secret: string): string {
  return jwt.sign(payload, Buffer.from(secret), { algorithm: 'HS256', keyid: keyId });
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
