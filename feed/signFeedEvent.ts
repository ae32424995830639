import jwt from 'jsonwebtoken';
import type { FeedKey } from './feedKey.ts';

/** What the events of every feed have in common. */
interface SignedEvent {
  readonly iss: string;
  readonly kind: string;
  readonly revision: number;
  readonly iat: number;
}

/** Signs the event as the payload of a compact JWS (RFC 7515). */
export function signFeedEvent(key: FeedKey, event: SignedEvent): string {
  return jwt.sign(event, key.privateKey, { algorithm: 'ES256', keyid: key.publicJwk.kid });
}

/** Formats the event as a server-sent event; a JWS contains no line breaks. See WHATWG HTML 9.2.5. */
export function feedFrame(kind: string, id: string, signed: string): string {
  return `event: ${kind}\nid: ${id}\ndata: ${signed}\n\n`;
}
