import type { Queries } from '../kit/database.ts';
import { statement } from '../kit/statement.ts';

export const dimensions = ['AGENCY', 'DATASET', 'PURPOSE', 'APPROVAL', 'FIELD'] as const;
export type StatisticDimension = (typeof dimensions)[number];

export interface AccessStatistic {
  readonly key: string;
  readonly disclosures: number | null;
  readonly persons: number | null;
  readonly suppressed: boolean;
}

/** Counts of fewer persons could point at one of them. */
const SMALLEST_COUNT = 11;

/** What is counted by, for one row of `ledger.entry e` and its sort `s`. */
const keysOf: Readonly<Record<StatisticDimension, string>> = {
  AGENCY: `(select s.agency as key)`,
  DATASET: `(select unnest(string_to_array(s.dataset, ' ')) as key)`,
  PURPOSE: `(select convert_from(e.body, 'UTF8')::jsonb ->> 'purpose' as key)`,
  APPROVAL: `(select unnest(string_to_array(s.approval, ' ')) as key)`,
  // Records of one person are thousands for one text of grounds: each is read once.
  FIELD: `(select f.key from fields f where f.grounds = convert_from(e.body, 'UTF8')::jsonb ->> 'grounds')`,
};

/** Fields by the name of their grounds, for those that records of the time name. */
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

/** Disclosures of persons' data in a range of time, the most frequent first. */
export async function accessStatistics(
  database: Queries,
  by: StatisticDimension,
  range: { readonly from: Date; readonly to: Date },
  isAuditor: boolean,
): Promise<readonly AccessStatistic[]> {
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
  return rows.map(({ key, disclosures, persons }) => {
    const suppressed = !isAuditor && Number(persons) < SMALLEST_COUNT;
    return {
      key,
      disclosures: suppressed ? null : Number(disclosures),
      persons: suppressed ? null : Number(persons),
      suppressed,
    };
  });
}
