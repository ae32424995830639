import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestOrigin } from '../../model/request.ts';

/** Ids that are unique over processes and restarts: a random prefix and a counter. */
export function createRequestIds(): () => string {
  const start = randomBytes(9).toString('base64url');
  let count = 0;
  return () => {
    count += 1;
    return `${start}-${count.toString(36)}`;
  };
}

export function readClient(headers: IncomingHttpHeaders): RequestOrigin['client'] {
  const name = readWord(headers['apollographql-client-name']);
  return name === undefined ? undefined : { name, version: readWord(headers['apollographql-client-version']) };
}

/** The header `traceparent`, if it has the form of version 00. See Trace Context, 3.2.2. */
export function readTraceparent({ traceparent }: IncomingHttpHeaders): string | undefined {
  const isOne = typeof traceparent === 'string' && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent);
  return isOne ? traceparent : undefined;
}

/** A short printable word. Anything else is dropped, because the record is kept for years. */
function readWord(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && /^[\w.@/ +-]{1,64}$/.test(value) ? value : undefined;
}
