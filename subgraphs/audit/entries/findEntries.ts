import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import type { Entry, EntryRow, ReadEntries } from './entry.ts';
import { type FacetFilter, findFacets } from './entryFacets.ts';

/** Search criteria for entries. Each one has an index in the ledger. */
export interface EntryFilter extends FacetFilter {
  /** Pseudonyms of one person, one per key epoch. */
  readonly persons?: readonly Buffer[];
  /** True: only these names, and not those of persons who were merged with them. */
  readonly isExact?: boolean;
  /** Matches any of them: a resident has one name per key epoch. */
  readonly requesters?: readonly string[];
  /** Checked by the caller: no index covers it. */
  readonly ticket?: string;
  readonly from?: Date;
  readonly to?: Date;
}

export interface EntryPage {
  readonly entries: readonly Entry[];
  readonly hasNextPage: boolean;
}

/** Checks the record itself, because index columns only find candidates. */
export type IsWanted = (entry: Entry) => boolean;

const LARGEST_FIRST_BATCH = 201;
const LARGEST_BATCH = 2_000;

/** Finds entries newest first, starting right after `after`. */
export async function findEntries(
  database: Queries,
  readEntries: ReadEntries,
  filter: EntryFilter,
  page: { readonly first: number; readonly after: readonly [string, number, string] | undefined },
  isWanted: IsWanted,
): Promise<EntryPage> {
  const search = await searchFor(database, filter);
  if (search === undefined) return { entries: [], hasNextPage: false };
  const found: Entry[] = [];
  let after = page.after;
  // Reads one more than requested to learn whether more follow. If few candidates match, each batch is larger than the
  // last.
  for (let batch = Math.min(page.first + 1, LARGEST_FIRST_BATCH); ; batch = Math.min(batch * 2, LARGEST_BATCH)) {
    const values = [...search.values, batch, ...(after ?? [])];
    const rows = await database.rows(search.statement(after !== undefined), values);
    for (const entry of await readEntries(database, rows)) {
      if (!fits(entry, filter) || !isWanted(entry)) continue;
      if (found.length === page.first) return { entries: found, hasNextPage: true };
      found.push(entry);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return { entries: found, hasNextPage: false };
    after = [last.recordedAt.toISOString(), last.treeId, last.leafIndex];
  }
}

/** Checks the criteria that the index of persons and requesters does not cover. */
function fits({ agency, kind }: Entry, filter: EntryFilter): boolean {
  return (filter.agency ?? agency) === agency && (filter.kinds?.includes(kind) ?? true);
}

const COLUMNS = 'tree_id, leaf_index, recorded_at, month, body';
const NEWEST = 'order by recorded_at desc, tree_id desc, leaf_index desc';

/**
 * Builds a statement for exactly the criteria given, because one plan for all combinations would use no index. Persons
 * have an index of their own; requesters and facets have postings (ledger/README.md). Without them, or if most facets
 * match, the log is walked back in time.
 */
async function searchFor(database: Queries, filter: EntryFilter) {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (part: string, condition: (place: string) => string, value: unknown): void => {
    values.push(value);
    parts.push(part);
    conditions.push(condition(`$${values.length}`));
  };
  // One value can be read in the order of the index.
  const [person, ...otherNames] = filter.persons ?? [];
  if (otherNames.length > 0) add('ps', (at) => `person = any(${at}::bytea[])`, filter.persons);
  else if (person !== undefined) add('p', (at) => `person = ${at}`, person);
  let keys: readonly string[] | undefined;
  if (filter.requesters !== undefined) {
    add('r', (at) => `requester = any(${at}::text[])`, filter.requesters);
    keys = filter.requesters.map((requester) => `requester:${requester}`);
  }
  if (values.length === 0) {
    const found = await findFacets(database, filter);
    if (found?.facets.length === 0) return undefined;
    if (found !== undefined) add('s', (at) => `sort = any(${at}::bigint[])`, found.facets);
    if (found?.isMost === false) keys = found.facets.map((id) => `sort:${id}`);
  }
  const byKey = conditions.join(' and ');
  if (filter.from !== undefined) add('f', (at) => `recorded_at >= ${at}`, filter.from);
  if (filter.to !== undefined) add('t', (at) => `recorded_at < ${at}`, filter.to);
  const posted = keys !== undefined && person === undefined ? [...new Set(keys)] : undefined;
  if (posted !== undefined) {
    parts.push('k');
    values.push(posted, filter.from ?? '-infinity', filter.to ?? 'infinity');
  }
  /** Parameter number of the limit; the cursor's parameters follow it. */
  const n = values.length + 1;

  function textOf(isLaterPage: boolean): string {
    const later = `(recorded_at, tree_id, leaf_index) < ($${n + 1}::timestamptz, $${n + 2}::integer, $${n + 3}::bigint)`;
    const all = isLaterPage ? [...conditions, later] : conditions;
    const fitting = all.length === 0 ? '' : `where ${all.join(' and ')}`;
    if (posted === undefined) return `select ${COLUMNS} from ledger.entry ${fitting} ${NEWEST} limit $${n}`;
    const before = isLaterPage ? `least($${n - 1}::timestamptz, $${n + 1}::timestamptz)` : `$${n - 1}::timestamptz`;
    // This must not become a join, which could read the whole log.
    return `select ${COLUMNS} from (
        select e.* from ledger.places_of($${n - 3}::text[], $${n - 2}::timestamptz, ${before}, $${n}::integer) as p,
          lateral (select * from ledger.entry where tree_id = p.tree_id and month = p.month and leaf_index = p.leaf_index
                   limit 1) as e
        union all
        select e.* from ledger.unposted as u,
          lateral (select * from ledger.entry where tree_id = u.tree_id and month >= u.month
                     and leaf_index >= u.first_index and leaf_index < u.size and ${byKey} offset 0) as e
      ) as either ${fitting} ${NEWEST} limit $${n}`;
  }
  return {
    values,
    statement: (isLaterPage: boolean) =>
      statement<EntryRow>(
        `audit.${isLaterPage ? 'more' : 'first'}.${parts.join('-')}`,
        `select tree_id as "treeId", leaf_index::text as "leafIndex", recorded_at as "recordedAt",
           month::text as month, body
         from (${textOf(isLaterPage)}) as found ${NEWEST}`,
      ),
  };
}
