import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jwt from 'jsonwebtoken';
import { publicJwk } from '../../../gateway/grants/signingKey.ts';
import { FACTS_HEADER, personsClaim } from '../../../schema/tokens/factsToken.ts';
import { GrantClaims } from '../../../schema/tokens/grant.ts';

/** Signs a facts token as the gateway does with this grant; without persons, as for the person index. */
export function factsToken(
  dataDirectory: string,
  grant: string,
  persons: readonly string[] | undefined,
  changes: object = {},
): string {
  const { key } = publicJwk(createPrivateKey(readFileSync(join(dataDirectory, 'keys', 'grants.pem'))));
  const { iss, aud, iat, exp, agency, purpose, sub, emergency, conditions = {} } = GrantClaims.parse(jwt.decode(grant));
  const facts = [...new Set(Object.values(conditions).flat(2))];
  const named = persons === undefined ? undefined : personsClaim([...new Set(persons)].sort());
  const claims = { iss, aud: 'facts', iat, exp, system: aud, agency, purpose, sub, emergency, facts, persons: named };
  return jwt.sign(JSON.parse(JSON.stringify({ ...claims, ...changes })), key.privateKey, {
    algorithm: 'ES256',
    keyid: key.kid,
  });
}

/** The header of a call to a system. */
export function factsHeader(...token: Parameters<typeof factsToken>): Readonly<Record<string, string>> {
  return { [FACTS_HEADER]: `Bearer ${factsToken(...token)}` };
}
