import { createPublicKey, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { JwksClient } from 'jwks-rsa';
import { z } from 'zod';

const Header = z.object({ kid: z.string() });

/** Verifies that emou signed an event of the approval feed (ES256). Ages are the feed's business, not the signature's. */
export function createFeedVerifier(jwksUrl: string): (jws: string) => Promise<unknown> {
  const keys = new JwksClient({ jwksUri: jwksUrl, cache: true, cacheMaxAge: 10 * 60_000, timeout: 5_000 });
  /** Read from its text once: an event of many has a signature for each of its parts. */
  let last: { readonly text: string; readonly key: KeyObject } | undefined;
  return async (jws) => {
    const text = (await keys.getSigningKey(keyIdOf(jws))).getPublicKey();
    if (last?.text !== text) last = { text, key: createPublicKey(text) };
    return jwt.verify(jws, last.key, {
      algorithms: ['ES256'],
      issuer: 'person360-emou',
      ignoreExpiration: true,
    });
  };
}

/** The header alone: a payload of many approvals is parsed once, by the library, after its signature has been verified. */
function keyIdOf(jws: string): string {
  const header: unknown = JSON.parse(Buffer.from(jws.slice(0, Math.max(0, jws.indexOf('.'))), 'base64url').toString());
  return Header.parse(header).kid;
}
