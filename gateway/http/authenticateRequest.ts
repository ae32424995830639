import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestHandler, Response } from 'express';
import { choosePurpose } from '../authentication/purposeOfUse.ts';
import { challengeOf, type TokenFault, tokenFaults } from '../authentication/tokenFaults.ts';
import type { Caller, TokenVerifier } from '../authentication/tokenVerifier.ts';
import type { CallerAllowance } from '../budget/callerAllowance.ts';
import type { Requester } from '../model/requester.ts';
import { refuse } from './refuse.ts';

export type Authentication =
  | { readonly kind: 'known'; readonly requester: Requester }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      /** With UNAUTHENTICATED: what is wrong with the token. */
      readonly reason?: TokenFault;
      /** Names and values of response headers in turn. */
      readonly headers?: readonly string[];
    };

function unauthenticated(reason: TokenFault): Authentication {
  return {
    kind: 'refused',
    status: 401,
    code: 'UNAUTHENTICATED',
    message: tokenFaults[reason],
    reason,
    headers: ['www-authenticate', challengeOf(reason)],
  };
}

/** 503, never 401: a client that is told that its token is bad would send its user to sign in again. */
const noKeys = {
  kind: 'refused',
  status: 503,
  code: 'TOKEN_KEYS_UNAVAILABLE',
  message: "The identity provider's keys are unavailable, so tokens cannot be verified. Try again.",
} as const;

/** A refused caller who repeats at once is kept waiting: otherwise the refusals themselves would keep the gateway busy. */
const REFUSE_AFTER_MS = 1_000;

async function tooManyRequests(waitMs: number): Promise<Authentication> {
  await sleep(REFUSE_AFTER_MS, undefined, { ref: false });
  return {
    kind: 'refused',
    status: 429,
    code: 'TOO_MANY_REQUESTS',
    message:
      'You have sent too many expensive operations, or operations that were refused for their cost or size. ' +
      'Wait for as long as the retry-after header says, and request fewer items at a time.',
    headers: ['retry-after', String(Math.ceil(waitMs / 1_000))],
  };
}

/** Finds out from the headers who asks; a body is not looked at for strangers. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Authentication>;

export function createAuthenticate(verify: TokenVerifier, allowance: CallerAllowance): Authenticate {
  // One object for a token and purpose, as long as the token is believed: what else is made of it can be kept with it.
  const requesters = new WeakMap<Caller, Map<string, Requester>>();

  function requesterFor(caller: Caller, purpose: string): Requester {
    const ofCaller = requesters.get(caller) ?? new Map<string, Requester>();
    requesters.set(caller, ofCaller);
    let requester = ofCaller.get(purpose);
    if (requester === undefined) {
      const { subject, agency, roles, familyName } = caller;
      requester = { subject, agency, roles, purpose, familyName };
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
      return { ...noKeys, headers: ['retry-after', String(verdict.retryAfterSeconds)] };
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

/** Who asks is known before a byte of the body is read: a stranger costs no parsing and learns nothing but 401. */
export function authenticateRequest(authenticate: Authenticate): RequestHandler {
  return async (request, response, next) => {
    const who = await authenticate(request.headers);
    if (who.kind === 'refused') {
      const [name, value] = who.headers ?? [];
      if (name !== undefined && value !== undefined) response.setHeader(name, value);
      refuse(response, who.status, who.code, who.message, who.reason);
      return;
    }
    response.locals.requester = who.requester;
    next();
  };
}

/** The requester that `authenticateRequest` found; throws when it did not run, so that a route cannot forget it. */
export function requesterOf(response: Response): Requester {
  const requester: unknown = response.locals.requester;
  if (typeof requester !== 'object' || requester === null) throw new Error('This route is not authenticated.');
  return requester as Requester; // only authenticateRequest writes it
}
