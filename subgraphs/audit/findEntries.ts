import { setMayHold } from '../../schema/disclosureRecord.ts';
import type { Queries } from '../kit/database.ts';
import { statement } from '../kit/statement.ts';
import { type Entry, type EntryRow, readEntry } from './entry.ts';

/** What entries are looked for by; each part has an index of the ledger. */
export interface EntryFilter {
  /** References of one person, one for each key epoch. */
  readonly persons?: readonly Buffer[];
  /** Any of them: a resident has a name for each key epoch. */
  readonly requesters?: readonly string[];
  /** Agencies that asked. */
  readonly agency?: string;
  /** Any of them. */
  readonly datasets?: ReadonlySet<string>;
  readonly approval?: string;
  readonly kinds?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
}

export interface EntryPage {
  readonly entries: readonly Entry[];
  readonly hasNextPage: boolean;
}

/** The record itself says whether an entry fits; index columns only find candidates. */
export type IsWanted = (entry: Entry) => boolean;

const BATCH = 200;

/** The newest entries first, from just after `after`. */
export async function findEntries(
  database: Queries,
  filter: EntryFilter,
  page: { readonly first: number; readonly after: readonly [string, number, string] | undefined },
  isWanted: IsWanted,
): Promise<EntryPage> {
  const search = await searchFor(database, filter);
  if (search === undefined) return { entries: [], hasNextPage: false };
  const found: Entry[] = [];
  let after = page.after;
  for (;;) {
    const rows = await database.rows(search.statement(after !== undefined), [...search.values, ...(after ?? [])]);
    for (const row of rows) {
      const entry = readEntry(row);
      if (entry === undefined || !isWanted(entry)) continue;
      if (found.length === page.first) return { entries: found, hasNextPage: true };
      found.push(entry);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return { entries: found, hasNextPage: false };
    after = [last.recordedAt.toISOString(), last.treeId, last.leafIndex];
  }
}

/** A statement for just the parts that are asked for: one plan that served all of them would use no index. */
async function searchFor(database: Queries, filter: EntryFilter) {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const parts: string[] = [];
  const add = (part: string, condition: (place: string) => string, value: unknown): void => {
    values.push(value);
    parts.push(part);
    conditions.push(condition(`$${values.length}`));
  };
  if (filter.persons !== undefined) add('p', (at) => `person = any(${at}::bytea[])`, filter.persons);
  const [requester, ...others] = filter.requesters ?? [];
  // One value is found along the index, in its order.
  if (others.length > 0) add('rs', (at) => `requester = any(${at}::text[])`, filter.requesters);
  else if (requester !== undefined) add('r', (at) => `requester = ${at}`, requester);
  if (filter.agency !== undefined) add('a', (at) => `agency = ${at}`, filter.agency);
  if (filter.kinds !== undefined) add('k', (at) => `kind = any(${at}::text[])`, filter.kinds);
  if (filter.from !== undefined) add('f', (at) => `recorded_at >= ${at}`, filter.from);
  if (filter.to !== undefined) add('t', (at) => `recorded_at < ${at}`, filter.to);
  if (filter.datasets !== undefined) {
    const { datasets } = filter;
    const pairs = (await database.rows(datasetSets, [])).filter(({ dataset }) => setMayHold(dataset ?? '', datasets));
    if (pairs.length === 0) return undefined;
    add('as', (at) => `agency = any(${at}::text[])`, [...new Set(pairs.map(({ agency }) => agency))]);
    add('ds', (at) => `dataset = any(${at}::text[])`, [...new Set(pairs.map(({ dataset }) => dataset))]);
  }
  if (filter.approval !== undefined) {
    const wanted = new Set([filter.approval]);
    const sets = (await database.rows(approvalSets, [])).filter(({ approval }) => setMayHold(approval ?? '', wanted));
    if (sets.length === 0) return undefined;
    add(
      'ap',
      (at) => `approval = any(${at}::text[])`,
      sets.map(({ approval }) => approval),
    );
  }
  const n = values.length;
  return {
    values,
    statement: (isLaterPage: boolean) => {
      const all = isLaterPage
        ? [
            ...conditions,
            `(recorded_at, tree_id, leaf_index) < ($${n + 1}::timestamptz, $${n + 2}::integer, $${n + 3}::bigint)`,
          ]
        : conditions;
      return statement<EntryRow>(
        `audit.${isLaterPage ? 'more' : 'first'}.${parts.join('-')}`,
        `select tree_id as "treeId", leaf_index::text as "leafIndex", recorded_at as "recordedAt", body
         from ledger.entry ${all.length === 0 ? '' : `where ${all.join(' and ')}`}
         order by recorded_at desc, tree_id desc, leaf_index desc limit ${BATCH}`,
      );
    },
  };
}

/** Distinct sets, found by jumping along the index: few, however many entries there are. */
const datasetSets = statement<{ readonly agency: string; readonly dataset: string | null }>(
  'audit.datasetSets',
  `with recursive sets as (
     (select agency, dataset from ledger.entry where agency is not null order by agency, dataset limit 1)
     union all
     select next.agency, next.dataset from sets, lateral (
       select agency, dataset from ledger.entry
       where agency is not null and (agency, dataset) > (sets.agency, sets.dataset)
       order by agency, dataset limit 1) next
   ) select agency, dataset from sets where dataset is not null`,
);

const approvalSets = statement<{ readonly approval: string | null }>(
  'audit.approvalSets',
  `with recursive sets as (
     (select approval from ledger.entry where approval is not null order by approval limit 1)
     union all
     select (select approval from ledger.entry where approval > sets.approval order by approval limit 1)
     from sets where sets.approval is not null
   ) select approval from sets where approval is not null`,
);
