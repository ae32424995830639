import { MIMEType } from 'node:util';
import Negotiator from 'negotiator';
import { JSON_TYPE } from '../sendResponse.ts';

const RESPONSE_TYPES = [JSON_TYPE, 'application/graphql-response+json; charset=utf-8'];

/**
 * Content type of the response: the one of GraphQL over HTTP that the `accept` header prefers, JSON if it prefers none.
 * Undefined if the client accepts neither.
 */
export function negotiateContentType(accept: string | undefined): string | undefined {
  // What nearly every client sends needs no parsing.
  if (accept === undefined || accept === '' || accept === '*/*' || accept === 'application/json') return JSON_TYPE;
  return new Negotiator({ headers: { accept } }).mediaType(RESPONSE_TYPES);
}

/** Charset of a JSON body, in lower case; undefined if the content type is not JSON. */
export function jsonCharset(contentType: string | undefined): string | undefined {
  if (contentType === 'application/json') return 'utf-8';
  try {
    const { essence, params } = new MIMEType(contentType ?? '');
    return essence === 'application/json' ? (params.get('charset') ?? 'utf-8').toLowerCase() : undefined;
  } catch {
    // Not a media type; the caller gets 415.
    return undefined;
  }
}
