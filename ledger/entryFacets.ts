import { sha256 } from './merkle/hash.ts';

/** What many entries have in common; `ledger.entry_sort` holds each combination once. */
export interface Facets {
  readonly kind?: string | undefined;
  readonly agency?: string | undefined;
  readonly dataset?: string | undefined;
  readonly approval?: string | undefined;
}

export interface EntryFacets extends Facets {
  /** By which entries name it: 8 bytes, PostgreSQL's bigint. */
  readonly id: Buffer;
}

/** The facets that a writer has met, and which of them it has brought to the database. */
export interface FacetRegistry {
  /** Throws a TypeError for texts that the database would refuse. */
  facetsOf(parts: Facets): EntryFacets;
  isStored(facets: EntryFacets): boolean;
  /** To be called once the batch that brought them is committed. */
  markStored(facets: readonly EntryFacets[]): void;
}

/** Some thousands are usual. Beyond this they are forgotten, and given to the database once more. */
const MOST_FACETS = 100_000;

type ByText<Value> = Map<string | undefined, Value>;

export function createFacetRegistry(): FacetRegistry {
  // A map for each part: writers take the texts from templates, and what was looked up before is found without reading it.
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
      // In JSON what is not there is told apart from every text.
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

/** PostgreSQL's text cannot hold NUL, and one such value would fail everybody's batch. */
export function assertNoNul(text: string | undefined): void {
  if (text?.includes('\0')) throw new TypeError('an index column cannot hold a NUL character');
}

function below<Value>(map: ByText<ByText<Value>>, text: string | undefined): ByText<Value> {
  const found = map.get(text) ?? new Map<string | undefined, Value>();
  map.set(text, found);
  return found;
}
