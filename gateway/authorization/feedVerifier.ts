import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { JwksClient, type SigningKey } from 'jwks-rsa';
import { z } from 'zod';

const Header = z.object({ alg: z.literal('ES256'), kid: z.string() });
const inAnotherThread = promisify(verify);

/**
 * Verifies that emou signed an event of the approval feed: a compact JWS (RFC 7515 section 5.2), ES256 and nothing else.
 * Ages and contents, the issuer among them, are the feed's business. A part of a large snapshot has a hundred kilobytes:
 * its signature is verified in another thread, and its text is read only after that, once.
 */
export function createFeedVerifier(jwksUrl: string): (jws: string) => Promise<unknown> {
  const keys = new JwksClient({ jwksUri: jwksUrl, cache: true, cacheMaxAge: 10 * 60_000, timeout: 5_000 });
  let last: { readonly of: SigningKey; readonly key: KeyObject } | undefined;
  return async (jws) => {
    const [header = '', payload = '', signature = '', ...rest] = jws.split('.');
    if (rest.length > 0) throw new Error('an event is no compact JWS');
    const { kid } = Header.parse(parsed(header));
    const of = await keys.getSigningKey(kid);
    if (last?.of !== of) last = { of, key: p256(of.getPublicKey()) };
    const data = Buffer.from(jws.slice(0, jws.lastIndexOf('.')));
    // RFC 7518 section 3.4: the two numbers one after another.
    const key = { key: last.key, dsaEncoding: 'ieee-p1363' } as const;
    if (!(await inAnotherThread('sha256', data, key, Buffer.from(signature, 'base64url')))) {
      throw new Error('an event is not signed by emou');
    }
    return parsed(payload);
  };
}

function parsed(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}

function p256(text: string): KeyObject {
  const key = createPublicKey(text);
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new Error('emou signs with a key on the curve P-256');
  return key;
}
