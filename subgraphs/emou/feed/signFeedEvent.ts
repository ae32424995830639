import jwt from 'jsonwebtoken';
import type { FeedEvent } from '../../../schema/approvals/approvalFeed.ts';
import type { FeedKey } from './feedKey.ts';

/** Signs the event as the payload of a compact JWS (RFC 7515). */
export function signFeedEvent(key: FeedKey, event: FeedEvent): string {
  return jwt.sign(event, key.privateKey, { algorithm: 'ES256', keyid: key.publicJwk.kid });
}

/** Formats the event as a server-sent event; a JWS contains no line breaks. See WHATWG HTML 9.2.5. */
export function feedFrame(kind: FeedEvent['kind'], id: string, signed: string): string {
  return `event: ${kind}\nid: ${id}\ndata: ${signed}\n\n`;
}
