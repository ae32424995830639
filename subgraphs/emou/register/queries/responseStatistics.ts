import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';

export interface ResponseStatisticsRow {
  readonly owner: string;
  readonly received: number;
  readonly answered: number;
  readonly awaited: number;
  readonly medianBusinessDays: number | null;
  readonly shareDeemed: number | null;
  readonly shareDenied: number | null;
  readonly shareOverturned: number | null;
}

/**
 * A deemed approval counts with all the days it took. Requests withdrawn before a response count as received, and as
 * neither answered nor pending.
 */
const statistics = statement<ResponseStatisticsRow>(
  'responseStatistics',
  `with received as (
     select owner, answer, disputed, overturned,
       answered_at is not null as answered,
       answered_at is null and due_at <= $1 and status <> 'WITHDRAWN' as deemed,
       answered_at is null and due_at > $1 and status <> 'WITHDRAWN' as awaited,
       case when answered_at is not null then answer_days
            when due_at <= $1 and status <> 'WITHDRAWN' then due_days end as days
     from agreement join agreement_phase as phase using (agreement_id)
     where phase.starts_at <= $1 and phase.ends_at > $1 and submitted_at >= $2 and submitted_at < $3
       and ($4::text is null or owner = $4))
   select owner, count(*)::int as received, count(*) filter (where answered)::int as answered,
     count(*) filter (where awaited)::int as awaited,
     percentile_cont(0.5) within group (order by days) as "medianBusinessDays",
     (count(*) filter (where deemed))::float8 / nullif(count(*) filter (where answered or deemed), 0) as "shareDeemed",
     (count(*) filter (where answer = 'DENY'))::float8 / nullif(count(*) filter (where answered or deemed), 0) as "shareDenied",
     (count(*) filter (where overturned))::float8 / nullif(count(*) filter (where disputed), 0) as "shareOverturned"
   from received group by owner order by owner`,
);

/** Counts requests received from `since` until before `until`, as of `now`. */
export async function responseStatistics(
  queries: Queries,
  options: { readonly now: Date; readonly since: Date; readonly until: Date; readonly owner: string | null },
): Promise<readonly ResponseStatisticsRow[]> {
  const { now, since, until, owner } = options;
  return await queries.rows(statistics, [now, since, until, owner]);
}
