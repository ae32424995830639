import type { IncomingMessage, ServerResponse } from 'node:http';

/** Origins of web pages that may read responses: serialized origins (RFC 6454, 6.2), or every loopback origin. */
export type AllowedOrigins = readonly string[] | 'loopback';

/** Seconds that a browser may cache the response to a preflight. */
const PREFLIGHT_MAX_AGE = 600;

/** Response headers, beyond the safelisted ones, that scripts may read. */
const EXPOSED = 'x-request-id, www-authenticate, retry-after';

const LOOPBACK = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * Reads a comma-separated list of origins, or `loopback`. Throws an Error that names the first invalid entry. A
 * wildcard is rejected: the pages that may show personal data are a decision, not a default.
 */
export function parseAllowedOrigins(text: string): AllowedOrigins {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length === 1 && entries[0] === 'loopback') return 'loopback';
  for (const entry of entries) {
    if (!URL.canParse(entry) || new URL(entry).origin !== entry || !/^https?:/.test(entry)) {
      throw new Error(
        `PERSON360_ALLOWED_ORIGINS: "${entry}" is not an origin. Write origins such as https://app.example.gov ` +
          '(scheme, host and port, no path), separated by commas.',
      );
    }
  }
  return entries;
}

/**
 * Cross-origin access for browsers. Returns true if the request was a preflight, which has its response then. A
 * preflight carries no token, so this runs before authentication. Credentials (cookies) are never allowed: callers send
 * a bearer token, which no browser attaches by itself, so any request header may be sent. See Fetch Standard, 3.2.
 */
export function createCors(allowed: AllowedOrigins) {
  const isAllowed = (origin: string): boolean =>
    allowed === 'loopback' ? LOOPBACK.test(origin) : allowed.includes(origin);

  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const { method, headers } = request;
    const isPreflight = method === 'OPTIONS';
    if (!isPreflight && headers.origin === undefined) return false;
    response.setHeader('vary', isPreflight ? 'Origin, Access-Control-Request-Headers' : 'Origin');
    if (headers.origin !== undefined && isAllowed(headers.origin)) {
      response.setHeader('access-control-allow-origin', headers.origin);
      if (!isPreflight) response.setHeader('access-control-expose-headers', EXPOSED);
      else {
        const requested = headers['access-control-request-headers'];
        response.setHeader('access-control-allow-methods', 'GET, POST');
        if (requested !== undefined) response.setHeader('access-control-allow-headers', requested);
        response.setHeader('access-control-max-age', PREFLIGHT_MAX_AGE);
      }
    }
    if (!isPreflight) return false;
    response.setHeader('allow', 'GET, POST, OPTIONS');
    response.writeHead(204).end();
    return true;
  };
}
