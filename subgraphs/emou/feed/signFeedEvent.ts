import { sign } from 'node:crypto';
import type { FeedEvent } from '../../../schema/approvalFeed.ts';
import type { FeedKey } from './feedKey.ts';

/** One compact JWS (RFC 7515 section 7.1) with the event as its payload, signed with ES256. */
export function signFeedEvent({ privateKey, publicJwk }: FeedKey, event: FeedEvent): string {
  const signed = `${encoded({ alg: publicJwk.alg, typ: 'JWT', kid: publicJwk.kid })}.${encoded(event)}`;
  // RFC 7518 section 3.4: the two numbers one after another.
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

/** The event as server-sent events write it (WHATWG HTML 9.2.5); a JWS holds no line breaks. */
export function feedFrame(kind: FeedEvent['kind'], id: string, signed: string): string {
  return `event: ${kind}\nid: ${id}\ndata: ${signed}\n\n`;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
