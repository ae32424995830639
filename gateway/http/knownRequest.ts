import type { ValidatedDocument, ValidatedDocuments } from '../documents/validatedDocuments.ts';

/** A request whose document has been validated before. */
export interface KnownRequest {
  readonly document: ValidatedDocument;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Reads a request of the plain form whose document has been validated before. Undefined for any other request, valid or
 * not: Apollo Server handles those.
 */
export function readKnownRequest(body: unknown, documents: ValidatedDocuments): KnownRequest | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { query, variables, operationName } = body as Record<string, unknown>; // an object, as just checked
  for (const key in body) if (key !== 'query' && key !== 'variables' && key !== 'operationName') return undefined;
  if (typeof query !== 'string') return undefined;
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') return undefined;
  if (variables !== undefined && variables !== null && (typeof variables !== 'object' || Array.isArray(variables))) {
    return undefined;
  }
  const known = documents.find(query);
  if (known === undefined) return undefined;
  return {
    document: known,
    operationName: operationName ?? undefined,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>, // a plain JSON object, as just checked
  };
}
