import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler, Response } from 'express';
import { choosePurpose } from '../authentication/purposeOfUse.ts';
import type { Requester } from '../authentication/requester.ts';
import type { Caller, TokenVerifier } from '../authentication/tokenVerifier.ts';
import { refuse } from './refuse.ts';

export type Authentication =
  | { readonly kind: 'known'; readonly requester: Requester }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly message: string;
      /** When it makes sense to send the same request again. */
      readonly retryAfterSeconds?: number;
    };

const needsToken = {
  kind: 'refused',
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'A valid bearer token is needed.',
} as const;

/** 503, never 401: a client that is told that its token is bad would send its user to sign in again. */
const noKeys = {
  kind: 'refused',
  status: 503,
  code: 'TOKEN_KEYS_UNAVAILABLE',
  message: "The identity provider's keys are unavailable, so tokens cannot be verified. Try again.",
} as const;

/** Finds out from the headers who asks; a body is not looked at for strangers. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Authentication>;

export function createAuthenticate(verify: TokenVerifier): Authenticate {
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
    if (token === undefined) return needsToken;
    const verdict = await verify(token);
    if (verdict.kind === 'refused') return needsToken;
    if (verdict.kind === 'unavailable') return { ...noKeys, retryAfterSeconds: verdict.retryAfterSeconds };
    const { caller } = verdict;
    const purpose = headers['purpose-of-use'];
    const choice = choosePurpose(caller, Array.isArray(purpose) ? purpose.join(',') : purpose);
    if (choice.kind === 'refused') return choice;
    return { kind: 'known', requester: requesterFor(caller, choice.purpose) };
  };
}

/** Who asks is known before a byte of the body is read: a stranger costs no parsing and learns nothing but 401. */
export function authenticateRequest(authenticate: Authenticate): RequestHandler {
  return async (request, response, next) => {
    const who = await authenticate(request.headers);
    if (who.kind === 'refused') {
      if (who.status === 401) response.setHeader('www-authenticate', 'Bearer');
      if (who.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(who.retryAfterSeconds));
      refuse(response, who.status, who.code, who.message);
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
