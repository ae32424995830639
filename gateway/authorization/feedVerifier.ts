import jwt from 'jsonwebtoken';
import { JwksClient } from 'jwks-rsa';

/** Verifies that emou signed an event of the approval feed (ES256). Ages are the feed's business, not the signature's. */
export function createFeedVerifier(jwksUrl: string): (jws: string) => Promise<unknown> {
  const keys = new JwksClient({ jwksUri: jwksUrl, cache: true, cacheMaxAge: 10 * 60_000, timeout: 5_000 });
  return async (jws) => {
    const kid = jwt.decode(jws, { complete: true })?.header.kid;
    const key = await keys.getSigningKey(kid);
    return jwt.verify(jws, key.getPublicKey(), {
      algorithms: ['ES256'],
      issuer: 'person360-emou',
      ignoreExpiration: true,
    });
  };
}
