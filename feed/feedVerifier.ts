import { verify } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { KeySet } from '../keys/keySet.ts';

/** Rejects critical header parameters: no extension is supported. See RFC 7515, 4.1.11. */
const Header = z.object({ alg: z.literal('ES256'), kid: z.string(), crit: z.undefined().optional() });
const inAnotherThread = promisify(verify);

/**
 * Verifies that the publisher of a feed signed an event: a compact JWS with ES256 and nothing else. The feed's state
 * checks age and content, the issuer among them. A part of a large snapshot has 100 KB: its signature is verified in another
 * thread, and only then is its text read, once. See RFC 7515, 5.2.
 *
 * @param keys the publisher's keys for ES256, which are on the curve P-256
 */
export function createFeedVerifier(keys: Pick<KeySet, 'find'>): (jws: string) => Promise<unknown> {
  return async (jws) => {
    const [header = '', payload = '', signature = '', ...rest] = jws.split('.');
    if (rest.length > 0) throw new Error('an event is not a compact JWS');
    const { kid } = Header.parse(parsed(header));
    const found = await keys.find(kid);
    if (found.kind === 'unavailable') throw new Error('the signing keys of the feed are unavailable');
    if (found.kind === 'unknown') throw new Error('an event is signed with a key that the feed does not publish');
    const data = Buffer.from(jws.slice(0, jws.lastIndexOf('.')));
    // The two numbers one after another. See RFC 7518, 3.4.
    const key = { key: found.key, dsaEncoding: 'ieee-p1363' } as const;
    if (!(await inAnotherThread('sha256', data, key, Buffer.from(signature, 'base64url')))) {
      throw new Error('an event is not signed with the key that it names');
    }
    return parsed(payload);
  };
}

function parsed(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
