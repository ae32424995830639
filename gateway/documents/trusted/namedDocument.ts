import { type Refusal, refusal } from '../../errors/createErrors.ts';
import type { ClientDocuments } from './trustedDocuments.ts';

/** How a request names its document: by text, by hash, or by both. */
export interface DocumentRequest {
  readonly query?: unknown;
  /** `documentId` of the GraphQL over HTTP draft. */
  readonly documentId?: unknown;
  /** With `persistedQuery.sha256Hash`, as Apollo's clients send it. */
  readonly extensions?: unknown;
}

export type NamedDocument =
  /** The text of a document that is known. */
  | { readonly kind: 'trusted'; readonly text: string }
  /** Any text, or none. Only in the modes off and audit. */
  | { readonly kind: 'text' }
  | Refusal;

/** A hash with more characters is none. */
const HASH_LENGTH = 'sha256:'.length + 64;

const TEXT: NamedDocument = { kind: 'text' };
const NOT_FOUND = refusal('PERSISTED_QUERY_NOT_FOUND');
const REQUIRED = refusal('PERSISTED_QUERY_REQUIRED');
const NOT_SUPPORTED = refusal('PERSISTED_QUERY_NOT_SUPPORTED');
const MALFORMED = refusal('BAD_REQUEST', 'documentId must be sha256: and 64 hexadecimal digits.');
const TWO_HASHES = refusal('BAD_REQUEST', 'documentId and extensions.persistedQuery name different documents.');
const DIFFERENT = refusal('BAD_REQUEST', 'The hash and the text are not of the same document. Send one of them.');
const OTHER_VERSION = refusal('BAD_REQUEST', 'extensions.persistedQuery must have version 1 and a sha256Hash.');

/** Looks up the document of a request. A hash is never derived from a request, and nothing that is sent is kept. */
export function nameDocument(request: DocumentRequest, client: ClientDocuments): NamedDocument {
  const named = hashOf(request);
  if (typeof named === 'object') return named;
  const { query } = request;
  const sendsText = query !== undefined && query !== null;
  if (named !== undefined) {
    // As before for clients that have published nothing: they send the text instead.
    if (!client.isPublished && client.mode !== 'require') return NOT_SUPPORTED;
    const text = named.length === HASH_LENGTH ? client.texts.get(named) : undefined;
    if (text === undefined) return NOT_FOUND;
    return sendsText && query !== text ? DIFFERENT : { kind: 'trusted', text };
  }
  if (typeof query === 'string' && client.hashes.has(query)) return { kind: 'trusted', text: query };
  return client.mode === 'require' ? REQUIRED : TEXT;
}

/** The hash that a request names, with its prefix; undefined if it names none. */
function hashOf({ documentId, extensions }: DocumentRequest): string | undefined | Refusal {
  const persisted = persistedQueryOf(extensions);
  if (typeof persisted === 'object') return persisted;
  if (documentId === undefined || documentId === null) return persisted;
  if (typeof documentId !== 'string') return MALFORMED;
  return persisted === undefined || persisted === documentId ? documentId : TWO_HASHES;
}

function persistedQueryOf(extensions: unknown): string | undefined | Refusal {
  if (typeof extensions !== 'object' || extensions === null || !Object.hasOwn(extensions, 'persistedQuery')) {
    return undefined;
  }
  const { persistedQuery } = extensions as { readonly persistedQuery: unknown }; // its own, as just checked
  if (persistedQuery === undefined || persistedQuery === null) return undefined;
  if (typeof persistedQuery !== 'object') return OTHER_VERSION;
  const { version, sha256Hash } = persistedQuery as Readonly<Record<string, unknown>>; // an object, as just checked
  if (version !== 1 || typeof sha256Hash !== 'string') return OTHER_VERSION;
  return `sha256:${sha256Hash}`;
}
