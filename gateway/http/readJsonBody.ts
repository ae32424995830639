import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type Refusal, refusal } from '../errors/createErrors.ts';
import { jsonCharset } from './headers/mediaTypes.ts';

export type JsonBody =
  | { readonly kind: 'read'; readonly value: unknown; readonly text: string }
  | Refusal
  /** The client closed the connection. */
  | { readonly kind: 'gone' };

const GONE = { kind: 'gone' } as const;
const TOO_LARGE = refusal('PAYLOAD_TOO_LARGE');
const NOT_JSON = refusal('UNSUPPORTED_MEDIA_TYPE');
const INVALID = refusal('BAD_REQUEST', 'The body is not valid JSON.');
const UNREADABLE = refusal('BAD_REQUEST', 'The body cannot be read. Check its length, content-encoding and charset.');

/**
 * Standard labels (Encoding Standard, 4.2) of the encodings that JSON may have; the default is UTF-8 (RFC 8259, 8.1).
 */
const CHARSETS: ReadonlySet<string> = new Set(['utf-8', 'utf-16', 'utf-16le', 'utf-16be']);

/**
 * Reads and parses a body. It is rejected as soon as it is larger than `maxBytes`, whatever length it announces; a
 * compressed one is measured decompressed.
 */
export function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<JsonBody> {
  const charset = jsonCharset(request.headers['content-type']);
  if (charset === undefined) return Promise.resolve(hasBody(request) ? NOT_JSON : INVALID);
  const source = CHARSETS.has(charset) ? decompressed(request) : undefined;
  if (source === undefined) return Promise.resolve(UNREADABLE);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    source.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        resolve(TOO_LARGE);
        if (source !== request) discard(request, source);
      }
    });
    source.on('end', () => {
      const [only] = chunks;
      const bytes = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
      resolve(parseJson(decode(bytes, charset)));
    });
    request.on('close', () => {
      // A body that arrived completely may still be decompressed.
      if (!request.complete) resolve(GONE);
    });
    request.on('error', () => resolve(GONE));
    if (source !== request) {
      source.on('error', () => {
        resolve(UNREADABLE);
        discard(request, source);
      });
    }
  });
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;
}

/** The body without its content-encoding (RFC 9110, 8.4.1); undefined for an encoding that is not supported. */
function decompressed(request: IncomingMessage): Readable | undefined {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding === '') return request;
  switch (encoding.toLowerCase()) {
    case 'identity':
      return request;
    case 'gzip':
      return request.pipe(createGunzip());
    case 'deflate':
      return request.pipe(createInflate());
    case 'br':
      return request.pipe(createBrotliDecompress());
    default:
      return undefined;
  }
}

/** Stops the decompression. The rest of the request is read and dropped, so that the client gets the response. */
function discard(request: IncomingMessage, source: Readable): void {
  request.unpipe();
  source.destroy();
  request.resume();
}

function decode(bytes: Buffer, charset: string): string {
  if (charset === 'utf-8') return bytes.toString('utf8');
  const isBigEndian = charset === 'utf-16' && bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isBigEndian ? 'utf-16be' : charset).decode(bytes);
}

/** A byte order mark before JSON may be ignored (RFC 8259, 8.1). */
const BYTE_ORDER_MARK = /^\ufeff/;

function parseJson(text: string): JsonBody {
  try {
    return { kind: 'read', value: JSON.parse(text.replace(BYTE_ORDER_MARK, '')), text };
  } catch {
    // The caller gets 400.
    return INVALID;
  }
}
