import { z } from 'zod';
import { ClientName, DocumentHash, DocumentMode } from './trustedDocuments.ts';

/**
 * The registry's feed of trusted documents, at `GET /documents/feed`, signed like its feed of supergraphs. All documents
 * in force are sent on connecting and at every change, in parts.
 */
const common = {
  iss: z.literal('person360-registry'),
  /** Time of signing in seconds since 1970. */
  iat: z.number().int(),
  /** Counts the publications of documents; 0 before the first. */
  revision: z.number().int().nonnegative(),
};

/** Most documents, and about the most characters of them, in one event. */
export const MOST_IN_PART = 500;
export const MOST_CHARACTERS_IN_PART = 4_000_000;

const DocumentsPart = z.strictObject({
  ...common,
  kind: z.literal('documents'),
  part: z.number().int().min(1),
  parts: z.number().int().min(1).max(10_000),
  /** A client may be in several parts. */
  clients: z.array(
    z.strictObject({
      client: ClientName,
      mode: DocumentMode,
      documents: z.array(z.strictObject({ hash: DocumentHash, text: z.string() })).max(MOST_IN_PART),
    }),
  ),
});

const DocumentsHeartbeat = z.strictObject({ ...common, kind: z.literal('documents-heartbeat') });

export const DocumentsEvent = z.discriminatedUnion('kind', [DocumentsPart, DocumentsHeartbeat]);
export type DocumentsEvent = z.infer<typeof DocumentsEvent>;
export type DocumentsPart = z.infer<typeof DocumentsPart>;
