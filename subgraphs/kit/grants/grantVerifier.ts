import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import type { KeySet } from '../../../keys/keySet.ts';
import { PersonListClaims } from '../../../schema/persons/personList.ts';
import { FactsClaims } from '../../../schema/tokens/factsToken.ts';
import { GrantClaims } from '../../../schema/tokens/grant.ts';
import type { FieldGuards } from '../guards/fieldGuards.ts';
import { createDisclosureCheck, type DisclosureCheck } from './grantAbility.ts';

/** A verified grant with its decisions on guarded fields, each made once. */
export interface VerifiedGrant {
  readonly claims: GrantClaims;
  readonly token: string;
  readonly disclosure: DisclosureCheck;
}

/** A verified facts token (schema/tokens/factsToken.ts). */
export interface VerifiedFactsToken {
  readonly claims: FactsClaims;
  readonly token: string;
}

/** A verified person list token (schema/persons/personList.ts). */
export interface VerifiedPersonListToken {
  readonly claims: PersonListClaims;
}

/**
 * `refused`: the grant is not valid (401). `unavailable`: the gateway's keys are missing, so no grant can be verified
 * (503).
 */
export type Verdict<Verified> =
  | { readonly kind: 'granted'; readonly grant: Verified }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

export interface TokenVerifier<Verified> {
  /** Takes the value of the Authorization header. Never rejects. */
  verify(authorization: string | undefined): Promise<Verdict<Verified>> | Verdict<Verified>;
}
export type GrantVerifier = TokenVerifier<VerifiedGrant>;
export type FactsVerifier = TokenVerifier<VerifiedFactsToken>;
export type PersonListVerifier = TokenVerifier<VerifiedPersonListToken>;

export interface GrantVerifierOptions {
  /** Name of the subgraph; the grant's `aud` must match it. */
  readonly audience: string;
  /** The gateway's keys for ES256. */
  readonly keys: Pick<KeySet, 'find'>;
  readonly guards: FieldGuards;
  readonly clock: () => Date;
}

const ISSUER = 'person360-gateway';
const CLOCK_TOLERANCE_SECONDS = 5;
const MAX_TOKEN_LENGTH = 8_192;
/**
 * Limit on the estimated heap of all cached grants. A grant with its decisions takes GRANT_BYTES plus four times its
 * token.
 */
const MAX_VERIFIED_BYTES = 32 * 2 ** 20;
const GRANT_BYTES = 3_000;
const refused = { kind: 'refused' } as const;

/**
 * Verifies grants: ES256 only (an algorithm chosen by the token would admit `none`, or HS256 with the public key as its
 * secret), `iss`, `aud`, `exp`, and the shape of the claims. A verified token is cached until it expires, so a request
 * costs one lookup by the token's text and no signature check.
 */
export function createGrantVerifier({ guards, ...options }: GrantVerifierOptions): GrantVerifier {
  return createTokenVerifier(options, (payload, token) => {
    const claims = GrantClaims.parse(payload);
    return { claims, token, disclosure: createDisclosureCheck(claims, guards) };
  });
}

/** Verifies facts tokens the same way. A grant does not pass, because its audience is a system. */
export function createFactsVerifier(options: Pick<GrantVerifierOptions, 'keys' | 'clock'>): FactsVerifier {
  return createTokenVerifier({ ...options, audience: 'facts' }, (payload, token) => ({
    claims: FactsClaims.parse(payload),
    token,
  }));
}

/** Verifies person list tokens the same way. */
export function createPersonListVerifier(options: Pick<GrantVerifierOptions, 'keys' | 'clock'>): PersonListVerifier {
  return createTokenVerifier({ ...options, audience: 'person-list' }, (payload) => ({
    claims: PersonListClaims.parse(payload),
  }));
}

/** @param read parses the payload; throws if it does not have the shape of the claims */
function createTokenVerifier<Verified extends { readonly claims: { readonly exp: number } }>(
  { audience, keys, clock }: Omit<GrantVerifierOptions, 'guards'>,
  read: (payload: unknown, token: string) => Verified,
): TokenVerifier<Verified> {
  const verified = new LRUCache<string, Verified>({
    maxSize: MAX_VERIFIED_BYTES,
    sizeCalculation: (_, token) => GRANT_BYTES + 4 * token.length,
  });
  const underway = new Map<string, Promise<Verdict<Verified>>>();

  async function verifyToken(token: string): Promise<Verdict<Verified>> {
    const keyId = keyIdOf(token);
    if (keyId === undefined) return refused;
    const found = await keys.find(keyId);
    if (found.kind === 'unavailable') return found;
    if (found.kind === 'unknown') return refused;
    const grant = signedContent(token, found.key);
    if (grant === undefined) return refused;
    verified.set(token, grant);
    return { kind: 'granted', grant };
  }

  function signedContent(token: string, publicKey: KeyObject): Verified | undefined {
    try {
      const payload = jwt.verify(token, publicKey, {
        algorithms: ['ES256'],
        issuer: ISSUER,
        audience,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        clockTimestamp: Math.floor(clock().getTime() / 1_000),
      });
      // The library checks `exp` only if it is present; the shape requires it.
      return read(payload, token);
    } catch {
      // The caller gets 401 without the reason.
      return undefined;
    }
  }

  return {
    verify(authorization) {
      const token = bearerToken(authorization);
      if (token === undefined) return refused;
      const cached = verified.get(token);
      if (cached !== undefined) {
        if (clock().getTime() / 1_000 < cached.claims.exp + CLOCK_TOLERANCE_SECONDS)
          return { kind: 'granted', grant: cached };
        verified.delete(token);
        return refused;
      }
      const pending = underway.get(token);
      if (pending !== undefined) return pending;
      const verdict = verifyToken(token).finally(() => underway.delete(token));
      underway.set(token, verdict);
      return verdict;
    },
  };
}

function bearerToken(authorization: string | undefined): string | undefined {
  if (authorization === undefined || authorization.length > MAX_TOKEN_LENGTH) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
}

function keyIdOf(token: string): string | undefined {
  try {
    const { header, payload } = jwt.decode(token, { complete: true }) ?? {};
    // Rejects critical header extensions, because none is implemented. See RFC 7515, 4.1.11.
    if (header === undefined || 'crit' in header) return undefined;
    if (header.alg !== 'ES256' || typeof header.kid !== 'string') return undefined;
    // A token from another issuer can never be valid, so its key is not looked up.
    return typeof payload === 'object' && payload.iss === ISSUER ? header.kid : undefined;
  } catch {
    // The base64 does not contain JSON, so this is not a token.
    return undefined;
  }
}
