import { setMayHold } from '../../../schema/disclosureRecord.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** What many entries have in common (see ledger/README.md); entries of one sort lie in an index in the order of time. */
export interface EntrySort {
  readonly sort: string;
  readonly kind: string | null;
  readonly agency: string | null;
  readonly dataset: string | null;
  readonly approval: string | null;
}

export interface SortFilter {
  /** Agencies that asked. */
  readonly agency?: string;
  /** Any of them. */
  readonly datasets?: ReadonlySet<string>;
  readonly approval?: string;
  readonly kinds?: readonly string[];
}

export interface FoundSorts {
  /** Of entries that may fit; those of datasets and approvals still have to be looked into. */
  readonly sorts: readonly string[];
  /** Most of all sorts fit: then most entries do. */
  readonly isMost: boolean;
}

const allSorts = statement<EntrySort>(
  'audit.sorts',
  'select sort::text as sort, kind, agency, dataset, approval from ledger.entry_sort',
);

/** Undefined: the filter asks for no sort in particular. Sorts are some thousands, however many entries there are. */
export async function findSorts(database: Queries, filter: SortFilter): Promise<FoundSorts | undefined> {
  const { agency, datasets, approval, kinds } = filter;
  if ([agency, datasets, approval, kinds].every((part) => part === undefined)) return undefined;
  const approvals = approval === undefined ? undefined : new Set([approval]);
  const all = await database.rows(allSorts, []);
  const found = all.filter(
    (sort) =>
      (agency === undefined || sort.agency === agency) &&
      (kinds === undefined || kinds.includes(sort.kind ?? '')) &&
      (datasets === undefined || setMayHold(sort.dataset ?? '', datasets)) &&
      (approvals === undefined || setMayHold(sort.approval ?? '', approvals)),
  );
  return { sorts: found.map(({ sort }) => sort), isMost: found.length * 2 > all.length };
}
