import type { DocumentNode } from 'graphql';
import type { Caches } from '../caches.ts';

/** A document that Apollo Server has parsed and found valid against the schema that is served. */
export interface KnownDocument {
  readonly document: DocumentNode;
  /** Hash of its text. */
  readonly hash: string;
}

/** Valid documents by their text, so that the same text need not be parsed, validated and hashed for every request. */
export interface KnownDocuments {
  find(text: string): KnownDocument | undefined;
  /** Only for documents that have passed every rule. */
  remember(text: string, known: KnownDocument): void;
}

/** Memory is bounded by the length of the texts; a document is about thirty times as large as its text. */
export function createKnownDocuments(caches: Caches, maxTextLength = 1_000_000): KnownDocuments {
  const documents = caches.lru<string, KnownDocument>('documents', {
    maxSize: maxTextLength,
    sizeCalculation: (_, text) => text.length + 1,
  });
  return {
    find: (text) => documents.get(text),
    remember: (text, known) => void documents.set(text, known),
  };
}
