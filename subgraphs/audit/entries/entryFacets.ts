import { setMayHold } from '../../../schema/disclosureRecord.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** What many entries have in common (see ledger/README.md); entries with the same facets lie in an index in the order of time. */
export interface EntryFacets {
  readonly id: string;
  readonly kind: string | null;
  readonly agency: string | null;
  readonly dataset: string | null;
  readonly approval: string | null;
}

export interface FacetFilter {
  /** Agencies that asked. */
  readonly agency?: string;
  /** Any of them. */
  readonly datasets?: ReadonlySet<string>;
  readonly approval?: string;
  readonly kinds?: readonly string[];
}

export interface FoundFacets {
  /** Of entries that may fit; those of datasets and approvals still have to be looked into. */
  readonly facets: readonly string[];
  /** Most combinations fit: then most entries do. */
  readonly isMost: boolean;
}

const allFacets = statement<EntryFacets>(
  'audit.facets',
  'select sort::text as id, kind, agency, dataset, approval from ledger.entry_sort',
);

/** Undefined: the filter names no facet. There are some thousand combinations, however many entries there are. */
export async function findFacets(database: Queries, filter: FacetFilter): Promise<FoundFacets | undefined> {
  const { agency, datasets, approval, kinds } = filter;
  if ([agency, datasets, approval, kinds].every((part) => part === undefined)) return undefined;
  const approvals = approval === undefined ? undefined : new Set([approval]);
  const all = await database.rows(allFacets, []);
  const found = all.filter(
    (facets) =>
      (agency === undefined || facets.agency === agency) &&
      (kinds === undefined || kinds.includes(facets.kind ?? '')) &&
      (datasets === undefined || setMayHold(facets.dataset ?? '', datasets)) &&
      (approvals === undefined || setMayHold(facets.approval ?? '', approvals)),
  );
  return { facets: found.map(({ id }) => id), isMost: found.length * 2 > all.length };
}
