import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { publicJwk } from '../../../gateway/grants/signingKey.ts';

/** Signs any grant with the gateway's own key of a running system. */
export function signGrant(system: { readonly dataDirectory: string }, claims: object, header: object = {}): string {
  const { key } = publicJwk(createPrivateKey(readFileSync(join(system.dataDirectory, 'keys', 'grants.pem'))));
  return jwt.sign(claims, key.privateKey, {
    algorithm: 'ES256',
    keyid: key.kid,
    header: { alg: 'ES256', ...header },
  });
}
