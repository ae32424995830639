import { setMayContain } from '../../../schema/ledger/disclosureRecord.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** Properties that many entries share (see ledger/README.md). The index lists entries with the same facets by time. */
export interface EntryFacets {
  readonly id: string;
  readonly kind: string | null;
  readonly agency: string | null;
  readonly dataset: string | null;
  readonly approval: string | null;
}

export interface FacetFilter {
  /** Requesting agency. */
  readonly agency?: string;
  /** Matches any of them. */
  readonly datasets?: ReadonlySet<string>;
  readonly approval?: string;
  readonly kinds?: readonly string[];
}

export interface FoundFacets {
  /** Facets of entries that may match; entries matched by dataset or approval still have to be read to be sure. */
  readonly facets: readonly string[];
  /** True if most combinations match, which means that most entries do. */
  readonly isMost: boolean;
}

const allFacets = statement<EntryFacets>(
  'audit.facets',
  'select sort::text as id, kind, agency, dataset, approval from ledger.entry_sort',
);

/**
 * Finds the matching facets, or undefined if the filter names none. There are a few thousand combinations, however many
 * entries there are.
 */
export async function findFacets(database: Queries, filter: FacetFilter): Promise<FoundFacets | undefined> {
  const { agency, datasets, approval, kinds } = filter;
  if ([agency, datasets, approval, kinds].every((part) => part === undefined)) return undefined;
  const approvals = approval === undefined ? undefined : new Set([approval]);
  const all = await database.rows(allFacets, []);
  const found = all.filter(
    (facets) =>
      (agency === undefined || facets.agency === agency) &&
      (kinds === undefined || kinds.includes(facets.kind ?? '')) &&
      (datasets === undefined || setMayContain(facets.dataset ?? '', datasets)) &&
      (approvals === undefined || setMayContain(facets.approval ?? '', approvals)),
  );
  return { facets: found.map(({ id }) => id), isMost: found.length * 2 > all.length };
}
