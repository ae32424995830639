import jwt from 'jsonwebtoken';
import type { FeedEvent } from '../../../schema/approvalFeed.ts';
import type { FeedKey } from './feedKey.ts';

/** One compact JWS (RFC 7515) with the event as its payload. */
export function signFeedEvent(key: FeedKey, event: FeedEvent): string {
  return jwt.sign(event, key.privateKey, { algorithm: 'ES256', keyid: key.publicJwk.kid });
}

/** The event as server-sent events write it (WHATWG HTML 9.2.5); a JWS holds no line breaks. */
export function feedFrame(kind: FeedEvent['kind'], id: string, signed: string): string {
  return `event: ${kind}\nid: ${id}\ndata: ${signed}\n\n`;
}
