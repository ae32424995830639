import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { z } from 'zod';
import { ClientName, DocumentMode, ManifestError, readManifest } from '../../../schema/publishing/trustedDocuments.ts';
import type { ClientSettings, DocumentStore } from './trustedDocuments.ts';

/** The file of trusted documents, for networks without the registry: see docs/clients.md. */
const DocumentFile = z.strictObject({
  clients: z.array(
    z.strictObject({
      client: ClientName,
      mode: DocumentMode,
      /** One for each version of the client that is in use. */
      manifests: z.array(z.unknown()).min(1).max(100),
    }),
  ),
});

const CHECK_EVERY_MS = 1_000;

/** Throws Error that names the client and what is wrong with its manifest. */
export function readDocumentFile(text: string): readonly ClientSettings[] {
  const file = DocumentFile.safeParse(JSON.parse(text));
  if (!file.success) throw new Error(z.prettifyError(file.error));
  const { clients } = file.data;
  if (new Set(clients.map(({ client }) => client)).size < clients.length) throw new Error('A client is listed twice.');
  return clients.map(({ client, mode, manifests }) => {
    try {
      return { client, mode, documents: manifests.flatMap((manifest) => readManifest(manifest)) };
    } catch (error) {
      throw error instanceof ManifestError ? new Error(`${client}: ${error.message}`) : error;
    }
  });
}

/**
 * Reads the file of trusted documents, and again whenever it changes. Throws if it cannot be read at the start; later,
 * the documents stay as they were. Returns the function that ends it.
 */
export function followDocumentFile(
  file: string | undefined,
  store: DocumentStore,
  log: (message: string, details: Readonly<Record<string, unknown>>) => void,
): () => void {
  if (file === undefined) return () => undefined;
  const read = (): void => {
    try {
      store.replace('file', readDocumentFile(readFileSync(file, 'utf8')));
    } catch (error) {
      throw new Error(`Trusted documents in ${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const readAgain = (): void => {
    try {
      read();
      log('trusted documents changed', {});
    } catch (error) {
      log('incident: trusted documents refused; the former ones stay', { reason: String(error) });
    }
  };
  read();
  watchFile(file, { interval: CHECK_EVERY_MS, persistent: false }, readAgain);
  return () => unwatchFile(file, readAgain);
}
