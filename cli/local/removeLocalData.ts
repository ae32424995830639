import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeEmbeddedPostgres } from '../postgres/embeddedPostgres.ts';

/** Where the local gateway keeps the last supergraph that it served. */
export function localSupergraphFile(dataDirectory: string): string {
  return join(dataDirectory, 'supergraph.json');
}

/**
 * Removes the embedded databases, and with them the supergraph on disk: a new registry counts from 1 again, and a gateway
 * never goes back to a lower number.
 */
export async function removeLocalData(dataDirectory: string): Promise<void> {
  await removeEmbeddedPostgres(dataDirectory);
  await rm(localSupergraphFile(dataDirectory), { force: true });
}
