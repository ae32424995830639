import type { ClientDocumentMode, ClientDocuments } from '../../../schema/generated/registry.ts';
import type { ManifestRecord } from '../state/documentRecord.ts';

export function publicManifest({ mode, digest: _, publishedAt, ...record }: ManifestRecord): ClientDocuments {
  return {
    ...record,
    // The database allows only these.
    mode: (mode?.toUpperCase() ?? null) as ClientDocumentMode | null,
    publishedAt: publishedAt.toISOString(),
  };
}
