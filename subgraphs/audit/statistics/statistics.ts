import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { type PublishedCount, suppressSmallCounts } from './suppressSmallCounts.ts';

export const DIMENSIONS = ['AGENCY', 'DATASET', 'PURPOSE', 'APPROVAL', 'FIELD'] as const;
export type StatisticDimension = (typeof DIMENSIONS)[number];

/** SQL for each dimension, for one row of `ledger.entry e` and its sort `s`. */
const keysOf: Readonly<Record<StatisticDimension, string>> = {
  AGENCY: `(select s.agency as key)`,
  DATASET: `(select unnest(string_to_array(s.dataset, ' ')) as key)`,
  PURPOSE: `(select convert_from(e.body, 'UTF8')::jsonb ->> 'purpose' as key)`,
  APPROVAL: `(select unnest(string_to_array(s.approval, ' ')) as key)`,
  // Thousands of records of a person share one manifest, so each is read once.
  FIELD: `(select f.key from fields f where f.grounds = convert_from(e.body, 'UTF8')::jsonb ->> 'grounds')`,
};

/** Fields by the name of their manifest, for manifests referenced by records in the time range. */
const FIELDS = `with named as (
    select distinct convert_from(e.body, 'UTF8')::jsonb ->> 'grounds' as grounds
    from ledger.entry e where e.recorded_at >= $1 and e.recorded_at < $2 and e.person is not null
  ), texts as (
    select distinct on (n.grounds) n.grounds, convert_from(g.body, 'UTF8')::jsonb -> 'disclosed' as disclosed
    from named n join ledger.entry g on g.person = decode(translate(n.grounds, '-_', '+/') || '=', 'base64')
  ), fields as materialized (
    select distinct t.grounds, jsonb_array_elements_text(d -> 'fields') as key
    from texts t, jsonb_array_elements(t.disclosed) d
  )`;

interface CountRow {
  readonly key: string;
  readonly disclosures: string;
  readonly persons: string;
}

/** Counts disclosures of personal data in a time range, most frequent first. Small counts are for auditors only. */
export async function accessStatistics(
  database: Queries,
  by: StatisticDimension,
  range: { readonly from: Date; readonly to: Date },
  isAuditor: boolean,
): Promise<readonly PublishedCount[]> {
  const rows = await database.rows(
    statement<CountRow>(
      `audit.statistics.${by}`,
      `${by === 'FIELD' ? FIELDS : ''} select k.key, count(*) as disclosures, count(distinct e.person) as persons
       from ledger.entry e join ledger.entry_sort s using (sort), lateral ${keysOf[by]} k
       where e.recorded_at >= $1 and e.recorded_at < $2 and e.person is not null
         and s.kind in ('disclosure', 'break-glass') and k.key is not null
       group by k.key order by count(*) desc, k.key limit 1000`,
    ),
    [range.from, range.to],
  );
  const counts = rows.map(({ key, disclosures, persons }) => ({
    key,
    disclosures: Number(disclosures),
    persons: Number(persons),
  }));
  return isAuditor ? counts.map((count) => ({ ...count, suppressed: false })) : suppressSmallCounts(counts);
}
