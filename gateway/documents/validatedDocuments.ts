import type { DocumentNode } from 'graphql';
import type { Operation } from '../model/operation.ts';
import type { Caches } from '../runtime/caches.ts';
import { readOperation } from './operation.ts';

/** A document that Apollo Server has parsed and found valid against the schema that is served. */
export interface ValidatedDocument {
  /**
   * The operation to execute, read once: the named one, or the only one. Throws GraphQLError
   * OPERATION_RESOLUTION_FAILURE.
   */
  operation(name: string | undefined): Operation;
}

/** @param hash of the document's text */
export function validatedDocument(document: DocumentNode, hash: string): ValidatedDocument {
  const operations = new Map<string | undefined, Operation>();
  return {
    operation(name) {
      let operation = operations.get(name);
      if (operation === undefined) {
        operation = readOperation(document, hash, name);
        operations.set(name, operation);
      }
      return operation;
    },
  };
}

/** Estimated heap of a parsed document with its tokens, measured on operations of 100 to 3,000 characters. */
export function documentBytes(textLength: number): number {
  return 2_000 + 200 * textLength;
}

/** Valid documents by their text. A text that was sent before is not parsed, validated, and hashed again. */
export interface ValidatedDocuments {
  find(text: string): ValidatedDocument | undefined;
  /** Only for documents that passed every rule. Returns the cached document if there is one. */
  add(text: string, document: DocumentNode, hash: string): ValidatedDocument;
}

/** Maximum number of documents. The limit on bytes counts all caches together. */
export const MAX_DOCUMENTS = 20_000;

export function createValidatedDocuments(caches: Caches): ValidatedDocuments {
  const documents = caches.lru<string, ValidatedDocument>('documents', {
    max: MAX_DOCUMENTS,
    bytesOf: (_, text) => documentBytes(text.length),
  });
  return {
    find: (text) => documents.get(text),
    add(text, document, hash) {
      const cached = documents.get(text);
      if (cached !== undefined) return cached;
      const validated = validatedDocument(document, hash);
      documents.set(text, validated);
      return validated;
    },
  };
}
