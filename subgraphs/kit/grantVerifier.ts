import type { KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import type { KeySet } from '../../keys/keySet.ts';
import { GrantClaims } from '../../schema/grant.ts';
import type { FieldGuards } from './fieldGuards.ts';
import { createDisclosureCheck, type DisclosureCheck } from './grantAbility.ts';

/** A grant that was verified, with its decisions on guarded fields, each made once. */
export interface VerifiedGrant {
  readonly claims: GrantClaims;
  readonly token: string;
  readonly disclosure: DisclosureCheck;
}

/** `refused`: no good grant (401). `unavailable`: without the gateway's keys no grant can be verified (503). */
export type GrantVerdict =
  | { readonly kind: 'granted'; readonly grant: VerifiedGrant }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

export interface GrantVerifier {
  /** Takes the value of the Authorization header. Never rejects. */
  verify(authorization: string | undefined): Promise<GrantVerdict> | GrantVerdict;
}

export interface GrantVerifierOptions {
  /** Name of the subgraph, which the grant's `aud` must be. Undefined: of any system, for doors that show nothing. */
  readonly audience: string | undefined;
  /** The gateway's keys for ES256. */
  readonly keys: Pick<KeySet, 'find'>;
  readonly guards: FieldGuards;
  readonly clock: () => Date;
}

const clockToleranceSeconds = 5;
const maxTokenLength = 8_192;
const refused: GrantVerdict = { kind: 'refused' };

/**
 * Verifies grants: ES256 only (an algorithm of the token's own choosing would let `none`, or HS256 with the public key
 * as its secret, in), `iss`, `aud`, `exp`, and the claims' shape. A verified token is kept until it expires: per
 * request that leaves one look-up by the token's text, no signature.
 */
export function createGrantVerifier(options: GrantVerifierOptions): GrantVerifier {
  const { audience, keys, guards, clock } = options;
  const verified = new LRUCache<string, VerifiedGrant>({ max: 5_000 });
  const underway = new Map<string, Promise<GrantVerdict>>();

  async function verifyToken(token: string): Promise<GrantVerdict> {
    const keyId = keyIdOf(token);
    if (keyId === undefined) return refused;
    const found = await keys.find(keyId);
    if (found.kind === 'unavailable') return found;
    if (found.kind === 'unknown') return refused;
    const claims = claimsOf(token, found.key);
    if (claims === undefined) return refused;
    const grant: VerifiedGrant = { claims, token, disclosure: createDisclosureCheck(claims, guards) };
    verified.set(token, grant);
    return { kind: 'granted', grant };
  }

  function claimsOf(token: string, publicKey: KeyObject): GrantClaims | undefined {
    try {
      const payload = jwt.verify(token, publicKey, {
        algorithms: ['ES256'],
        issuer: 'person360-gateway',
        ...(audience === undefined ? {} : { audience }),
        clockTolerance: clockToleranceSeconds,
        clockTimestamp: Math.floor(clock().getTime() / 1_000),
      });
      // The library checks `exp` only where there is one; the shape demands it.
      return GrantClaims.parse(payload);
    } catch {
      // Whatever is wrong with it: the caller is told 401 and nothing else.
      return undefined;
    }
  }

  return {
    verify(authorization) {
      const token = bearerToken(authorization);
      if (token === undefined) return refused;
      const known = verified.get(token);
      if (known !== undefined) {
        if (clock().getTime() / 1_000 < known.claims.exp + clockToleranceSeconds)
          return { kind: 'granted', grant: known };
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
  if (authorization === undefined || authorization.length > maxTokenLength) return undefined;
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
}

function keyIdOf(token: string): string | undefined {
  try {
    const header = jwt.decode(token, { complete: true })?.header;
    return header?.alg === 'ES256' && typeof header.kid === 'string' ? header.kid : undefined;
  } catch {
    // Not JSON below the base64: not a token.
    return undefined;
  }
}
