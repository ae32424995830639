import type { DocumentNode } from 'graphql';
import type { Caches } from '../runtime/caches.ts';

/** A document that Apollo Server has parsed and found valid against the schema that is served. */
export interface KnownDocument {
  readonly document: DocumentNode;
  /** Hash of its text. */
  readonly hash: string;
}

/** Estimated heap of a parsed document with its tokens, measured on operations of 100 to 3,000 characters. */
export function documentBytes(textLength: number): number {
  return 2_000 + 200 * textLength;
}

/** Valid documents by their text, so that the same text need not be parsed, validated and hashed for every request. */
export interface ValidatedDocuments {
  find(text: string): KnownDocument | undefined;
  /** Only for documents that have passed every rule. */
  remember(text: string, known: KnownDocument): void;
}

/** More of them than fit is not a fault: bytes are limited for all caches together. */
export const MAX_DOCUMENTS = 20_000;

export function createValidatedDocuments(caches: Caches): ValidatedDocuments {
  const documents = caches.lru<string, KnownDocument>('documents', {
    max: MAX_DOCUMENTS,
    bytesOf: (_, text) => documentBytes(text.length),
  });
  return {
    find: (text) => documents.get(text),
    remember: (text, known) => void documents.set(text, known),
  };
}
