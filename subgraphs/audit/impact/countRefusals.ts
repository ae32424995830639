import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/** Which refused requests to count. */
export interface RefusalFilter {
  readonly agency: string;
  readonly dataset: string;
  readonly purpose: string;
  /** Any of them. */
  readonly roles: readonly string[];
  /** Refused fields or types to count; undefined: all of the dataset. */
  readonly coordinates: readonly string[] | undefined;
}

export interface RefusalCount {
  /** Null: all fields together. */
  readonly field: string | null;
  readonly requests: number;
  readonly requesters: number;
  readonly persons: number;
}

/** Reasons that an approval removes. All others stay closed, whatever is approved. */
const REMOVABLE = ['NO_APPROVAL', 'NOT_IN_FORCE', 'ROLE_NOT_COVERED', 'FIELD_NOT_COVERED', 'CONDITION_NOT_MET'];

const window = statement<{ readonly from: Date; readonly to: Date }>(
  'audit.impact.window',
  `select (day at time zone 'America/Chicago' - interval '30 days') at time zone 'America/Chicago' as "from", day as "to"
   from date_trunc('day', $1::timestamptz, 'America/Chicago') as day`,
);

/** The 30 days that ended at the last midnight in Illinois. */
export async function lastThirtyDays(
  database: Queries,
  now: Date,
): Promise<{ readonly from: Date; readonly to: Date }> {
  const [range] = await database.rows(window, [now]);
  if (range === undefined) throw new Error('the database gave no range of days');
  return range;
}

type Counted<Row> = { readonly [Name in keyof Row]: Row[Name] extends number ? string : Row[Name] };

// Thousands of records share one manifest, so each is read once.
const refusals = statement<Counted<RefusalCount>>(
  'audit.impact.refusals',
  `with refused as materialized (
     select r.record ->> 'request' as request, e.requester, e.person, r.record ->> 'grounds' as grounds
     from ledger.entry e join ledger.entry_sort s using (sort),
       lateral (select convert_from(e.body, 'UTF8')::jsonb as record) r
     where e.recorded_at >= $1 and e.recorded_at < $2 and s.kind = 'refusal' and s.agency = $3
       and string_to_array(s.dataset, ' ') && array[$4, '...']
       and r.record ->> 'purpose' = $5 and (r.record -> 'roles') ?| $6::text[]
   ), manifests as (
     select distinct on (n.grounds) n.grounds, convert_from(g.body, 'UTF8')::jsonb -> 'refused' as fields
     from (select distinct grounds from refused) n
       join ledger.entry g on g.person = decode(translate(n.grounds, '-_', '+/') || '=', 'base64')
   ), fields as materialized (
     select distinct m.grounds, one ->> 'field' as field
     from manifests m, jsonb_array_elements(m.fields) one
     where one ->> 'dataset' = $4 and one ->> 'reason' = any($7::text[])
       and ($8::text[] is null or one ->> 'field' = any($8::text[]))
   )
   select f.field, count(distinct r.request) as requests, count(distinct r.requester) as requesters,
     count(distinct r.person) as persons
   from refused r join fields f using (grounds)
   group by grouping sets ((f.field), ())
   order by count(distinct r.request) desc, f.field nulls first limit 1000`,
);

/** Counts refused requests that an approval would have opened, by field and altogether, most frequent first. */
export async function countRefusals(
  database: Queries,
  { from, to }: { readonly from: Date; readonly to: Date },
  { agency, dataset, purpose, roles, coordinates }: RefusalFilter,
): Promise<readonly RefusalCount[]> {
  const values = [from, to, agency, dataset, purpose, roles, REMOVABLE, coordinates ?? null];
  const rows = await database.rows(refusals, values);
  return rows.map(({ field, requests, requesters, persons }) => ({
    field,
    ...{ requests: Number(requests), requesters: Number(requesters), persons: Number(persons) },
  }));
}
