import { LRUCache } from 'lru-cache';
import {
  type DisclosureManifest,
  FIND_MANIFESTS,
  type ManifestReference,
  type ManifestRow,
  readManifests,
  wantedManifests,
} from '../../../schema/ledger/disclosureManifest.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** Loads manifests by their names, as referenced by records. One statement loads all that are not cached. */
export type LoadManifests = (
  database: Queries,
  named: Iterable<ManifestReference>,
) => Promise<ReadonlyMap<string, DisclosureManifest>>;

/** About 10 KB each. */
const MAX_CACHED = 2_000;

const findManifests = statement<ManifestRow>('audit.manifests', FIND_MANIFESTS);

/** Caches manifests without expiry: the content behind a hash never changes. */
export function createManifestLoader(): LoadManifests {
  const cached = new LRUCache<string, DisclosureManifest>({ max: MAX_CACHED });
  return async (database, named) => {
    const found = new Map<string, DisclosureManifest>();
    // Any month in which the manifest is referenced will do.
    const missing = new Map<string, ManifestReference>();
    for (const wanted of named) {
      const manifest = cached.get(wanted.name);
      if (manifest === undefined) missing.set(wanted.name, wanted);
      else found.set(wanted.name, manifest);
    }
    if (missing.size === 0) return found;
    const rows = await database.rows(findManifests, wantedManifests([...missing.values()]));
    for (const [name, manifest] of readManifests(rows)) {
      cached.set(name, manifest);
      found.set(name, manifest);
    }
    return found;
  };
}
