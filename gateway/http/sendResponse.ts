import type { ServerResponse } from 'node:http';
import type { Refusal } from '../errors/createErrors.ts';
import { securityHeaders } from './headers/securityHeaders.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Written with the head at once: setting them one by one costs a map for each response. */
const FIXED_HEADERS: readonly string[] = [...securityHeaders.flat(), 'content-type'];

/**
 * Sends a complete response. Nothing happens when the client has gone.
 *
 * @param more names and values of headers in turn
 */
export function send(
  response: ServerResponse,
  status: number,
  contentType: string,
  text: string,
  more: readonly string[] = [],
): void {
  if (response.destroyed) return;
  const bytes = Buffer.byteLength(text);
  response.writeHead(status, [...FIXED_HEADERS, contentType, 'content-length', String(bytes), ...more]);
  // ASCII alone is the same in both encodings; as latin1 it is copied, not converted.
  response.end(text, bytes === text.length ? 'latin1' : 'utf8');
}

/** Sends one GraphQL error and nothing else. */
export function refuse(
  response: ServerResponse,
  { status, code, message, reason, headers }: Omit<Refusal, 'kind'>,
): void {
  const extensions = reason === undefined ? { code } : { code, reason };
  send(response, status, JSON_TYPE, JSON.stringify({ errors: [{ message, extensions }] }), headers);
}
