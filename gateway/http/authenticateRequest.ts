import type { Request, RequestHandler, Response } from 'express';
import { choosePurpose } from '../authentication/purposeOfUse.ts';
import type { Requester } from '../authentication/requester.ts';
import type { TokenVerifier } from '../authentication/tokenVerifier.ts';
import { refuse } from './refuse.ts';

/** Who asks is known before a byte of the body is read: a stranger costs no parsing and learns nothing but 401. */
export function authenticateRequest(verify: TokenVerifier): RequestHandler {
  return async (request, response, next) => {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
    const caller = token === undefined ? undefined : await verify(token);
    if (caller === undefined) {
      response.setHeader('www-authenticate', 'Bearer');
      refuse(response, 401, 'UNAUTHENTICATED', 'A valid bearer token is needed.');
      return;
    }
    const choice = choosePurpose(caller, headerOf(request, 'purpose-of-use'));
    if (choice.kind === 'refused') {
      refuse(response, choice.status, choice.code, choice.message);
      return;
    }
    const { subject, agency, roles } = caller;
    setRequester(response, { subject, agency, roles, purpose: choice.purpose });
    next();
  };
}

function headerOf(request: Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

/** Only a handler that has found out who asks may call this. */
export function setRequester(response: Response, requester: Requester): void {
  response.locals.requester = requester;
}

/** The requester that `authenticateRequest` found; throws when it did not run, so that a route cannot forget it. */
export function requesterOf(response: Response): Requester {
  const requester: unknown = response.locals.requester;
  if (typeof requester !== 'object' || requester === null) throw new Error('This route is not authenticated.');
  return requester as Requester; // only setRequester writes it
}
