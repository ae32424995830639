import { sha256 } from './merkle/hash.ts';

/** Properties that many entries share. `ledger.entry_sort` contains each combination once. */
export interface Facets {
  readonly kind?: string | undefined;
  readonly agency?: string | undefined;
  readonly dataset?: string | undefined;
  readonly approval?: string | undefined;
}

export interface EntryFacets extends Facets {
  /** Id by which entries refer to it: 8 bytes, PostgreSQL's bigint. */
  readonly id: Buffer;
}

/** Cache of the facets that a writer has seen, and which of them are stored in the database. */
export interface FacetRegistry {
  /** Throws a TypeError for text that the database would reject. */
  facetsOf(parts: Facets): EntryFacets;
  isStored(facets: EntryFacets): boolean;
  /** Must be called once the batch that contained them is committed. */
  markStored(facets: readonly EntryFacets[]): void;
}

/** A few thousand are usual. Beyond this, the cache is cleared and they are sent to the database again. */
const MOST_FACETS = 100_000;

type ByText<Value> = Map<string | undefined, Value>;

export function createFacetRegistry(): FacetRegistry {
  // One map per part: writers take the texts from templates, so a text seen before is found without reading it.
  const kinds: ByText<ByText<ByText<ByText<EntryFacets>>>> = new Map();
  const stored = new Set<EntryFacets>();
  let known = 0;
  return {
    facetsOf: ({ kind, agency, dataset, approval }) => {
      const found = kinds.get(kind)?.get(agency)?.get(dataset)?.get(approval);
      if (found !== undefined) return found;
      const parts = [kind, agency, dataset, approval];
      parts.forEach(assertNoNul);
      if (known === MOST_FACETS) {
        kinds.clear();
        stored.clear();
        known = 0;
      }
      // JSON distinguishes a missing part from every text.
      const text = JSON.stringify(parts.map((part) => part ?? null));
      const facets = { id: sha256(Buffer.from(text)).subarray(0, 8), kind, agency, dataset, approval };
      below(below(below(kinds, kind), agency), dataset).set(approval, facets);
      known += 1;
      return facets;
    },
    isStored: (facets) => stored.has(facets),
    markStored: (facets) => {
      for (const one of facets) stored.add(one);
    },
  };
}

/** Rejects NUL, which PostgreSQL's text cannot contain: one such value would fail the whole batch. */
export function assertNoNul(text: string | undefined): void {
  if (text?.includes('\0')) throw new TypeError('an index column cannot hold a NUL character');
}

function below<Value>(map: ByText<ByText<Value>>, text: string | undefined): ByText<Value> {
  const found = map.get(text) ?? new Map<string | undefined, Value>();
  map.set(text, found);
  return found;
}
