import type { Response } from 'express';

/** Refusals of the console server, in the form of GraphQL errors so that one client reads all of them. */
export const refusals = {
  SESSION_MISSING: { status: 401, message: 'You are not signed in.' },
  SESSION_LOCKED: { status: 401, message: 'The page is locked. Sign in again to continue.' },
  FRESH_LOGIN_REQUIRED: { status: 403, message: 'Confirm that it is you: sign in again for this step.' },
  NOT_FROM_THE_CONSOLE: { status: 403, message: 'The request does not come from a page of this console.' },
  DOCUMENT_UNKNOWN: { status: 400, message: 'This version of the page is not known here. Reload it.' },
  EXPLORER_NOT_PERMITTED: { status: 403, message: 'Your role may not send queries of its own.' },
  EXPLORER_READS_ONLY: { status: 403, message: 'The explorer only reads. Make changes on the boards.' },
  BAD_REQUEST: { status: 400, message: 'The request makes no sense to the console.' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The request is larger than 256 KiB.' },
  TOO_MANY_REQUESTS: { status: 429, message: 'Too many requests from this address. Try again in a minute.' },
  GATEWAY_UNAVAILABLE: { status: 502, message: 'The graph does not respond. Try again in a moment.' },
  LOGIN_UNAVAILABLE: { status: 503, message: 'Sign-in is unavailable. Try again in a moment.' },
  NOT_FOUND: { status: 404, message: 'There is nothing at this address.' },
  INTERNAL_SERVER_ERROR: { status: 500, message: 'Something went wrong. Try again.' },
} as const;

export type RefusalCode = keyof typeof refusals;

export function refuse(response: Response, code: RefusalCode): void {
  const { status, message } = refusals[code];
  response.status(status).json({ errors: [{ message, extensions: { code } }] });
}
