import { hash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod';
import type { KeySet } from '../../keys/keySet.ts';
import { isRole } from '../../schema/catalog/roles.ts';
import { isStorableText } from '../../schema/values/storableText.ts';
import type { Caches } from '../runtime/caches.ts';
import type { TokenFault } from './tokenFaults.ts';

/** What is recorded for years has to be storable. */
const text = (max: number) => z.string().min(1).max(max).refine(isStorableText);

/** What a caller's token must say. `iss`, `aud` and `exp` are checked with the signature. */
const CallerClaims = z.object({
  sub: text(256),
  exp: z.number(),
  agency: text(64),
  roles: z.array(text(64)).max(32),
  purposes: z.array(text(64)).min(1).max(32),
  /** OpenID Connect Core 5.1; one that makes no sense is none. */
  family_name: text(128).optional().catch(undefined),
  /** The OAuth client: RFC 9068, 2.2; or OpenID Connect Core 2. */
  client_id: text(256).optional().catch(undefined),
  azp: text(256).optional().catch(undefined),
});

export interface Caller {
  readonly subject: string;
  readonly agency: string;
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
  readonly familyName: string | undefined;
  readonly clientId: string | undefined;
}

/**
 * `refused`: not a valid token (401). `unavailable`: the identity provider's keys are not available, so the token may well
 * be valid (503).
 */
export type TokenVerdict =
  | { readonly kind: 'verified'; readonly caller: Caller }
  | { readonly kind: 'refused'; readonly fault: TokenFault }
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

/** How far the clocks of the identity provider and of the gateway may differ, for every claim that is a time. */
const LEEWAY_SECONDS = 5;

/**
 * Verifies tokens of the state's identity provider. RS256 and ES256 only: a token signed with `none`, or with HS256 and
 * the public key as its secret, is refused whatever its header says.
 */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  // Keyed by a hash: the cache of a process in trouble should not be a list of tokens.
  const believed = options.caches.lru<
    string,
    { readonly verdict: TokenVerdict; readonly expiresAt: number; readonly until: number }
  >('tokens', { max: 10_000, bytesOf: () => 2_000 });

  return async (token) => {
    const now = options.clock().getTime();
    const key = hash('sha256', token, 'base64');
    const known = believed.get(key);
    if (known !== undefined && now < known.expiresAt && now < known.until) return known.verdict;
    try {
      const header = jwt.decode(token, { complete: true })?.header;
      if (header === undefined) throw new Error('not a JWT');
      if (header.alg !== 'RS256' && header.alg !== 'ES256') throw new Error(`algorithm ${header.alg} is not allowed`);
      // RFC 7515, 4.1.11: none of the extensions that a header may call critical is understood here.
      if ('crit' in header) throw new Error('a critical header parameter is not understood');
      const found = await options.keys.find(header.kid);
      if (found.kind === 'unavailable') return found;
      if (found.kind === 'unknown') throw new Error('signed with a key that the identity provider does not publish');
      const payload = jwt.verify(token, found.key, {
        algorithms: ['RS256', 'ES256'],
        issuer: options.issuer,
        audience: options.audience,
        clockTimestamp: now / 1000,
        clockTolerance: LEEWAY_SECONDS,
      });
      const claims = CallerClaims.parse(payload);
      const caller: Caller = {
        subject: claims.sub,
        agency: claims.agency,
        // A role that the agreement does not know counts for nothing; the token's other roles still do.
        roles: [...new Set(claims.roles)].filter(isRole).sort(),
        purposes: [...new Set(claims.purposes)],
        familyName: claims.family_name,
        clientId: claims.client_id ?? claims.azp,
      };
      const verdict: TokenVerdict = { kind: 'verified', caller };
      believed.set(key, { verdict, expiresAt: (claims.exp + LEEWAY_SECONDS) * 1000, until: now + BELIEVED_MS });
      return verdict;
    } catch (error) {
      options.onRefusal(error instanceof Error ? error.message : String(error));
      return { kind: 'refused', fault: faultOf(error) };
    }
  };
}

/** The library looks at the claims only after the signature; before that everything is TOKEN_INVALID. */
function faultOf(error: unknown): TokenFault {
  if (error instanceof jwt.TokenExpiredError) return 'TOKEN_EXPIRED';
  if (error instanceof jwt.NotBeforeError) return 'TOKEN_NOT_YET_VALID';
  if (error instanceof z.ZodError) return 'TOKEN_CLAIMS';
  if (!(error instanceof jwt.JsonWebTokenError)) return 'TOKEN_INVALID';
  if (error.message.startsWith('jwt audience invalid')) return 'TOKEN_AUDIENCE';
  return error.message.startsWith('jwt issuer invalid') ? 'TOKEN_ISSUER' : 'TOKEN_INVALID';
}
