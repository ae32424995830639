import type { RequestHandler } from 'express';
import { refuse } from './respond.ts';

/** A header that a form or a link cannot send, and that a foreign page may not send without this server's consent. */
const CONSOLE_HEADER = 'x-person360-console';

/**
 * Lets through what a page of the console sends: JSON by POST, with the console's header, from the console's origin.
 * Together with the SameSite cookie it protects against forged requests.
 */
export function ownPagesOnly(origin: string): RequestHandler {
  return (request, response, next) => {
    const { headers } = request;
    const isOwn =
      request.method === 'POST' &&
      headers[CONSOLE_HEADER] === '1' &&
      headers.origin === origin &&
      headers['sec-fetch-site'] === 'same-origin' &&
      request.is('application/json') !== false;
    if (isOwn) next();
    else refuse(response, 'NOT_FROM_THE_CONSOLE');
  };
}
