import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestOrigin } from '../../model/request.ts';

/** Unique over processes and restarts: random once, counted from there. */
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

/** Version 00 (Trace Context, 3.2.2): what is not of that form is not passed on. */
export function readTraceparent({ traceparent }: IncomingHttpHeaders): string | undefined {
  const isOne = typeof traceparent === 'string' && /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(traceparent);
  return isOne ? traceparent : undefined;
}

/** A short printable word. Anything else is left out: what is recorded for years is no place for what a caller likes to write. */
function readWord(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' && /^[\w.@/ +-]{1,64}$/.test(value) ? value : undefined;
}
