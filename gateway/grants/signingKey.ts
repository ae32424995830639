import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/**
 * The key with its id, and its public half as subgraphs fetch it. Throws unless it is an EC P-256 key. See RFC 7517.
 */
export function publicJwk(privateKey: KeyObject): { readonly key: SigningKey; readonly jwk: object } {
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (kty !== 'EC' || crv !== 'P-256')
    throw new Error('Grants are signed with ES256: the key must be an EC P-256 private key.');
  // RFC 7638: the required members in this order, without white space.
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { key: { privateKey, kid }, jwk: { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' } };
}

export interface SigningKey {
  readonly privateKey: KeyObject;
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string;
}
