import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A public key in RFC 7517 format, for `/.well-known/jwks.json`. */
export interface FeedPublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

export interface FeedKey {
  readonly privateKey: KeyObject;
  readonly publicJwk: FeedPublicJwk;
}

const publicPoint = z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string() });

/** Reads the key that signs a feed; all processes of its system have the same. Throws a plain sentence for an invalid key. */
export function readFeedKey(pem: string): FeedKey {
  const privateKey = parsePrivateKey(pem);
  const point = publicPoint.safeParse(createPublicKey(privateKey).export({ format: 'jwk' }));
  if (!point.success) throw new Error(`The feed's key must be on the curve P-256. ${HOW_TO_MAKE_ONE}`);
  const { kty, crv, x, y } = point.data;
  return { privateKey, publicJwk: { kty, crv, x, y, kid: thumbprint(crv, kty, x, y), alg: 'ES256', use: 'sig' } };
}

const HOW_TO_MAKE_ONE =
  'Create one with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out feed-key.pem';

function parsePrivateKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    // The cause is omitted because it may quote the file.
    throw new Error(`The feed's key is not a private key in PEM format. ${HOW_TO_MAKE_ONE}`);
  }
}

/** Hash of the required members in lexicographic order, without white space. See RFC 7638 section 3. */
function thumbprint(crv: string, kty: string, x: string, y: string): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}
