import type { IssuedId } from '../../../schema/persons/identityInput.ts';
import { recordKey } from '../linkage/batch/linkRecords.ts';
import type { InitialIds } from './initialIds.ts';

/** Ids of the persons of the clusters, by cluster. */
export function idsOfClusters(
  clusters: readonly (readonly string[])[],
  issuedIds: readonly IssuedId[],
  ids: InitialIds,
): readonly string[] {
  const issued = new Map(issuedIds.map(({ record, personId }) => [recordKey(record), personId]));
  const kept = keepIssued(clusters, issued);
  // Keys are in ascending order.
  return clusters.map((keys, at) => kept.get(at) ?? ids('person', keys[0] ?? ''));
}

/**
 * An id that was given out stays with the cluster that has most of its records; of equally many, the one that comes first.
 * A cluster with records of two such ids keeps the one that more of its records had.
 */
function keepIssued(
  clusters: readonly (readonly string[])[],
  issued: ReadonlyMap<string, string>,
): ReadonlyMap<number, string> {
  const claims = clusters.flatMap((keys, cluster) => {
    const counts = new Map<string, number>();
    for (const key of keys) {
      const id = issued.get(key);
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].map(([id, records]) => ({ cluster, id, records }));
  });
  const kept = new Map<number, string>();
  const used = new Set<string>();
  for (const { cluster, id } of claims.sort(
    (one, other) => other.records - one.records || one.cluster - other.cluster,
  )) {
    if (used.has(id) || kept.has(cluster)) continue;
    used.add(id);
    kept.set(cluster, id);
  }
  return kept;
}
