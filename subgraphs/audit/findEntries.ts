import type { Queries } from '../kit/database.ts';
import { statement } from '../kit/statement.ts';
import type { Entry, EntryRow, ReadEntries } from './entry.ts';
import { findSorts, type SortFilter } from './entrySorts.ts';

/** What entries are looked for by; each part has an index of the ledger. */
export interface EntryFilter extends SortFilter {
  /** References of one person, one for each key epoch. */
  readonly persons?: readonly Buffer[];
  /** Any of them: a resident has a name for each key epoch. */
  readonly requesters?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
}

export interface EntryPage {
  readonly entries: readonly Entry[];
  readonly hasNextPage: boolean;
}

/** The record itself says whether an entry fits; index columns only find candidates. */
export type IsWanted = (entry: Entry) => boolean;

const LARGEST_BATCH = 201;

/** The newest entries first, from just after `after`. */
export async function findEntries(
  database: Queries,
  readEntries: ReadEntries,
  filter: EntryFilter,
  page: { readonly first: number; readonly after: readonly [string, number, string] | undefined },
  isWanted: IsWanted,
): Promise<EntryPage> {
  // One more than is asked for says whether there are more.
  const batch = Math.min(page.first + 1, LARGEST_BATCH);
  const search = await searchFor(database, filter, batch);
  if (search === undefined) return { entries: [], hasNextPage: false };
  const found: Entry[] = [];
  let after = page.after;
  for (;;) {
    const rows = await database.rows(search.statement(after !== undefined), [...search.values, ...(after ?? [])]);
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

/** What the index of persons and requesters does not know. */
function fits({ agency, kind }: Entry, filter: EntryFilter): boolean {
  return (filter.agency ?? agency) === agency && (filter.kinds?.includes(kind) ?? true);
}

const COLUMNS = 'tree_id, leaf_index, recorded_at, month, body';

/**
 * A statement for just the parts that are asked for: one plan that served all of them would use no index. Persons and
 * requesters have few entries; without them the newest of each sort are put together, or, where most sorts fit, the log
 * is walked back in time.
 */
async function searchFor(database: Queries, filter: EntryFilter, batch: number) {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (part: string, condition: (place: string) => string, value: unknown): void => {
    values.push(value);
    parts.push(part);
    conditions.push(condition(`$${values.length}`));
  };
  // One value is found along the index, in its order.
  const [person, ...otherNames] = filter.persons ?? [];
  if (otherNames.length > 0) add('ps', (at) => `person = any(${at}::bytea[])`, filter.persons);
  else if (person !== undefined) add('p', (at) => `person = ${at}`, person);
  const [requester, ...others] = filter.requesters ?? [];
  if (others.length > 0) add('rs', (at) => `requester = any(${at}::text[])`, filter.requesters);
  else if (requester !== undefined) add('r', (at) => `requester = ${at}`, requester);
  const found = values.length > 0 ? undefined : await findSorts(database, filter);
  if (found?.sorts.length === 0) return undefined;
  if (filter.from !== undefined) add('f', (at) => `recorded_at >= ${at}`, filter.from);
  if (filter.to !== undefined) add('t', (at) => `recorded_at < ${at}`, filter.to);
  const bySort = found !== undefined && !found.isMost;
  if (bySort) add('by', (at) => `sort = any(${at}::bigint[])`, found.sorts);
  else if (found !== undefined) add('s', (at) => `sort = any(${at}::bigint[])`, found.sorts);
  const n = values.length;
  values.push(batch);
  const newest = `order by recorded_at desc, tree_id desc, leaf_index desc limit $${n + 1}`;

  function textOf(isLaterPage: boolean): string {
    const later = `(recorded_at, tree_id, leaf_index) < ($${n + 2}::timestamptz, $${n + 3}::integer, $${n + 4}::bigint)`;
    const all = isLaterPage ? [...conditions, later] : conditions;
    if (!bySort)
      return `select ${COLUMNS} from ledger.entry ${all.length === 0 ? '' : `where ${all.join(' and ')}`} ${newest}`;
    const own = ['entry.sort = wanted.sort', ...all.filter((condition) => !condition.startsWith('sort = '))];
    return `select ${COLUMNS} from unnest($${n}::bigint[]) as wanted(sort),
      lateral (select ${COLUMNS} from ledger.entry where ${own.join(' and ')} ${newest}) as newest ${newest}`;
  }
  return {
    values,
    statement: (isLaterPage: boolean) =>
      statement<EntryRow>(
        `audit.${isLaterPage ? 'more' : 'first'}.${parts.join('-')}`,
        `select tree_id as "treeId", leaf_index::text as "leafIndex", recorded_at as "recordedAt",
           month::text as month, body
         from (${textOf(isLaterPage)}) as found order by recorded_at desc, tree_id desc, leaf_index desc`,
      ),
  };
}
