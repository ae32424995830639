import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { choosePurpose } from '../authentication/purposeOfUse.ts';
import { challengeOf, type TokenFault, tokenFaults } from '../authentication/tokenFaults.ts';
import type { Caller, TokenVerifier } from '../authentication/tokenVerifier.ts';
import type { CallerAllowance } from '../budget/callerAllowance.ts';
import { type Refusal, refusal } from '../errors/createErrors.ts';
import type { Requester } from '../model/requester.ts';

export type Authentication = { readonly kind: 'known'; readonly requester: Requester } | Refusal;

function unauthenticated(reason: TokenFault): Refusal {
  return refusal('UNAUTHENTICATED', tokenFaults[reason], {
    reason,
    headers: ['www-authenticate', challengeOf(reason)],
  });
}

/** Delay before a 429. Without it, a client that retries at once would keep the gateway busy with refusals. */
const REFUSE_AFTER_MS = 1_000;

async function tooManyRequests(waitMs: number): Promise<Refusal> {
  await sleep(REFUSE_AFTER_MS, undefined, { ref: false });
  return refusal('TOO_MANY_REQUESTS', undefined, { headers: ['retry-after', String(Math.ceil(waitMs / 1_000))] });
}

/** Identifies the requester by the headers alone: a stranger costs no reading and parsing of a body. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Authentication>;

export function createAuthenticate(verify: TokenVerifier, allowance: CallerAllowance): Authenticate {
  // One object per token and purpose, as long as the token is cached, so that other caches can be keyed by it.
  const requesters = new WeakMap<Caller, Map<string, Requester>>();

  function requesterFor(caller: Caller, purpose: string): Requester {
    const ofCaller = requesters.get(caller) ?? new Map<string, Requester>();
    requesters.set(caller, ofCaller);
    let requester = ofCaller.get(purpose);
    if (requester === undefined) {
      const { subject, agency, roles, familyName, clientId } = caller;
      requester = { subject, agency, roles, purpose, familyName, clientId };
      ofCaller.set(purpose, requester);
    }
    return requester;
  }

  return async (headers) => {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) {
      return unauthenticated(/^Bearer\b/i.test(headers.authorization ?? '') ? 'TOKEN_INVALID' : 'TOKEN_MISSING');
    }
    const verdict = await verify(token);
    if (verdict.kind === 'refused') return unauthenticated(verdict.fault);
    if (verdict.kind === 'unavailable') {
      // 503, never 401: a client that learns that its token is bad would send its user to sign in again.
      return refusal('TOKEN_KEYS_UNAVAILABLE', undefined, {
        headers: ['retry-after', String(verdict.retryAfterSeconds)],
      });
    }
    const { caller } = verdict;
    const purpose = headers['purpose-of-use'];
    const choice = choosePurpose(caller, Array.isArray(purpose) ? purpose.join(',') : purpose);
    if (choice.kind === 'refused') return choice;
    const requester = requesterFor(caller, choice.purpose);
    const waitMs = allowance.waitMs(requester);
    return waitMs === 0 ? { kind: 'known', requester } : tooManyRequests(waitMs);
  };
}
