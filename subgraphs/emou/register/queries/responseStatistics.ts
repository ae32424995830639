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
  `WITH received AS (
     SELECT owner, answer, disputed, overturned,
       answered_at IS NOT NULL AS answered,
       answered_at IS NULL AND due_at <= $1 AND status <> 'WITHDRAWN' AS deemed,
       answered_at IS NULL AND due_at > $1 AND status <> 'WITHDRAWN' AS awaited,
       CASE WHEN answered_at IS NOT NULL THEN answer_days
            WHEN due_at <= $1 AND status <> 'WITHDRAWN' THEN due_days END AS days
     FROM agreement JOIN agreement_phase AS phase USING (agreement_id)
     WHERE phase.starts_at <= $1 AND phase.ends_at > $1 AND submitted_at >= $2 AND submitted_at < $3
       AND ($4::text IS NULL OR owner = $4))
   SELECT owner, count(*)::int AS received, count(*) FILTER (WHERE answered)::int AS answered,
     count(*) FILTER (WHERE awaited)::int AS awaited,
     percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS "medianBusinessDays",
     (count(*) FILTER (WHERE deemed))::float8 / nullif(count(*) FILTER (WHERE answered OR deemed), 0) AS "shareDeemed",
     (count(*) FILTER (WHERE answer = 'DENY'))::float8 / nullif(count(*) FILTER (WHERE answered OR deemed), 0) AS "shareDenied",
     (count(*) FILTER (WHERE overturned))::float8 / nullif(count(*) FILTER (WHERE disputed), 0) AS "shareOverturned"
   FROM received GROUP BY owner ORDER BY owner`,
);

/** Counts requests received from `since` until before `until`, as of `now`. */
export async function responseStatistics(
  queries: Queries,
  options: { readonly now: Date; readonly since: Date; readonly until: Date; readonly owner: string | null },
): Promise<readonly ResponseStatisticsRow[]> {
  const { now, since, until, owner } = options;
  return await queries.rows(statistics, [now, since, until, owner]);
}
