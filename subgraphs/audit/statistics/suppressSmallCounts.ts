export interface Count {
  readonly key: string;
  readonly disclosures: number;
  readonly persons: number;
}

export interface PublishedCount {
  readonly key: string;
  readonly disclosures: number | null;
  readonly persons: number | null;
  readonly suppressed: boolean;
}

/** CMS cell size rule: publish no count of 1 to 10 persons, and none from which such a count can be derived. */
export const SMALLEST_COUNT = 11;

/**
 * Suppresses counts of fewer than 11 persons. A single suppressed count could be derived from a total in another
 * dimension, so the next smallest counts are suppressed too, until there are at least two that together cover 11
 * persons. Suppressed counts come last, by key, because their position would reveal their size.
 */
export function suppressSmallCounts(counts: readonly Count[]): readonly PublishedCount[] {
  const smallestFirst = [...counts].sort((a, b) => a.persons - b.persons || a.disclosures - b.disclosures);
  const suppressed = new Set(smallestFirst.filter(({ persons }) => persons < SMALLEST_COUNT));
  let persons = [...suppressed].reduce((sum, count) => sum + count.persons, 0);
  for (const count of smallestFirst) {
    if (suppressed.size === 0 || (suppressed.size > 1 && persons >= SMALLEST_COUNT)) break;
    if (suppressed.has(count)) continue;
    suppressed.add(count);
    persons += count.persons;
  }
  const hidden = [...suppressed].map(({ key }) => key).sort();
  return [
    ...counts.filter((count) => !suppressed.has(count)).map((count) => ({ ...count, suppressed: false })),
    ...hidden.map((key) => ({ key, disclosures: null, persons: null, suppressed: true })),
  ];
}
