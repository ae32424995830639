import { hash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { KeySet } from '../../keys/keySet.ts';
import { isRole } from '../../schema/roles.ts';
import type { Caches } from '../caches.ts';

/** What a caller's token must say. `iss`, `aud` and `exp` are checked with the signature. */
const CallerClaims = z.object({
  sub: z.string().min(1).max(256),
  exp: z.number(),
  agency: z.string().min(1).max(64),
  roles: z.array(z.string().min(1).max(64)).max(32),
  purposes: z.array(z.string().min(1).max(64)).min(1).max(32),
  /** OpenID Connect Core 5.1; one that makes no sense is none. */
  family_name: z.string().min(1).max(128).optional().catch(undefined),
});

export interface Caller {
  readonly subject: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  readonly familyName: string | undefined;
}

/**
 * `refused`: not a valid token; why is nobody's business outside (401). `unavailable`: the identity provider's keys are
 * not available, so the token may well be valid (503).
 */
export type TokenVerdict =
  | { readonly kind: 'verified'; readonly caller: Caller }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

/** Never rejects. */
export type TokenVerifier = (token: string) => Promise<TokenVerdict>;

export interface TokenVerifierOptions {
  /** Of the identity provider, for RS256 and ES256. */
  readonly keys: Pick<KeySet, 'find'>;
  readonly issuer: string;
  readonly audience: string;
  readonly clock: () => Date;
  readonly caches: Caches;
  /** Called with the reason of a refusal, for the operator's log. Never holds the token. */
  readonly onRefusal: (reason: string) => void;
}

/** How long a verified token is believed without looking at the issuer's keys again. */
const BELIEVED_MS = 60_000;

/**
 * Verifies tokens of the state's identity provider. RS256 and ES256 only: a token signed with `none`, or with HS256 and
 * the public key as its secret, is refused whatever its header says.
 */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  // Keyed by a hash: the cache of a process in trouble should not be a list of tokens.
  const believed = options.caches.lru<
    string,
    { readonly verdict: TokenVerdict; readonly expiresAt: number; readonly until: number }
  >('tokens', { max: 10_000 });

  return async (token) => {
    const now = options.clock().getTime();
    const key = hash('sha256', token, 'base64');
    const known = believed.get(key);
    if (known !== undefined && now < known.expiresAt && now < known.until) return known.verdict;
    try {
      const header = jwt.decode(token, { complete: true })?.header;
      if (header === undefined) throw new Error('not a JWT');
      if (header.alg !== 'RS256' && header.alg !== 'ES256') throw new Error(`algorithm ${header.alg} is not allowed`);
      const found = await options.keys.find(header.kid);
      if (found.kind === 'unavailable') return found;
      if (found.kind === 'unknown') throw new Error('signed with a key that the identity provider does not publish');
      const payload = jwt.verify(token, found.key, {
        algorithms: ['RS256', 'ES256'],
        issuer: options.issuer,
        audience: options.audience,
        clockTimestamp: now / 1000,
      });
      const claims = CallerClaims.parse(payload);
      const caller: Caller = {
        subject: claims.sub,
        agency: claims.agency,
        // A role that the agreement does not know counts for nothing; the token's other roles still do.
        roles: [...new Set(claims.roles)].filter(isRole).sort(),
        purposes: [...new Set(claims.purposes)],
        familyName: claims.family_name,
      };
      const verdict: TokenVerdict = { kind: 'verified', caller };
      believed.set(key, { verdict, expiresAt: claims.exp * 1000, until: now + BELIEVED_MS });
      return verdict;
    } catch (error) {
      options.onRefusal(error instanceof Error ? error.message : String(error));
      return { kind: 'refused' };
    }
  };
}
