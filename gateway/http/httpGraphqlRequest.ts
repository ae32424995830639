import type { IncomingMessage } from 'node:http';
import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import { nestsTooDeeply } from '../documents/rules/nestingLimit.ts';
import type { DocumentRequest } from '../documents/trusted/namedDocument.ts';

const JSON_HEADERS = new HeaderMap([['content-type', 'application/json']]);
const NO_HEADERS = new HeaderMap();

export function withBody(body: unknown): HTTPGraphQLRequest {
  return { method: 'POST', headers: JSON_HEADERS, search: '', body };
}

/** A query by GET is in the address. Apollo Server answers every method but GET with 405. */
export function withoutBody({ method = '', url = '', headers }: IncomingMessage): HTTPGraphQLRequest {
  const type = headers['content-type'];
  return {
    method,
    headers: type === undefined ? NO_HEADERS : new HeaderMap([['content-type', type]]),
    search: /\?.*/s.exec(url)?.[0] ?? '',
    body: undefined,
  };
}

/** True if a document must not even be parsed. */
export function holdsDeepDocument({ search, body }: HTTPGraphQLRequest): boolean {
  const query =
    typeof body === 'object' && body !== null && 'query' in body
      ? body.query
      : new URLSearchParams(search).get('query');
  return typeof query === 'string' && nestsTooDeeply(query);
}

/** How a request names its document. Empty for a body that is no object. */
export function readDocumentRequest({ method, search, body }: HTTPGraphQLRequest): DocumentRequest {
  if (method === 'POST') return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  const parameters = new URLSearchParams(search);
  return {
    query: parameters.get('query') ?? undefined,
    documentId: parameters.get('documentId') ?? undefined,
    extensions: parsed(parameters.get('extensions')),
  };
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Apollo Server refuses it.
    return undefined;
  }
}

/** The same request with this document, as if its text had been sent, and with nothing else that could name one. */
export function withDocument(request: HTTPGraphQLRequest, text: string): HTTPGraphQLRequest {
  if (request.method === 'POST') {
    const { operationName, variables } = request.body as Readonly<Record<string, unknown>>; // it named a document
    return withBody({ query: text, operationName: operationName ?? null, variables: variables ?? null });
  }
  const parameters = new URLSearchParams(request.search);
  for (const name of ['documentId', 'extensions']) parameters.delete(name);
  parameters.set('query', text);
  return { ...request, search: `?${parameters}` };
}
