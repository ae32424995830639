import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { PublicError } from '../../kit/errors/publicError.ts';

interface Month {
  readonly starts: Date;
  readonly ends: Date;
  /** The month of `now`, which is not over yet. */
  readonly current: Date;
}

/** Selects the month of $1, or the one that ends at $2, or the last one that is over at $3. */
const monthOf = statement<Month>(
  'audit.statistics.month',
  `with month as (
     select date_trunc('month', $3::timestamptz, 'America/Chicago') as current
   ), starts as (
     select current, date_trunc('month', coalesce($1::timestamptz, coalesce($2::timestamptz, current)
       - interval '1 millisecond'), 'America/Chicago') as starts
     from month
   )
   select current, starts,
     (starts at time zone 'America/Chicago' + interval '1 month') at time zone 'America/Chicago' as ends
   from starts`,
);

/**
 * Returns the month to publish statistics for: one whole month at a time, and only once it is over. Two ranges that
 * differ slightly would otherwise reveal small counts by subtraction.
 *
 * @throws PublicError BAD_USER_INPUT for any other range
 */
export async function statisticsMonth(
  database: Queries,
  { from, to }: { readonly from: Date | null; readonly to: Date | null },
  now: Date,
): Promise<{ readonly from: Date; readonly to: Date }> {
  const [month] = await database.rows(monthOf, [from, to, now]);
  if (month === undefined) throw new Error('the database gave no month');
  const { starts, ends, current } = month;
  const isWhole = (from ?? starts).getTime() === starts.getTime() && (to ?? ends).getTime() === ends.getTime();
  const isOver = ends <= current;
  if (isWhole && isOver) return { from: starts, to: ends };
  const problem = isOver
    ? `Statistics cover one whole calendar month, in Illinois time. Use from: "${starts.toISOString()}", to: "${ends.toISOString()}"`
    : `Statistics cover months that have ended. The last one ended at ${current.toISOString()}`;
  throw new PublicError('BAD_USER_INPUT', `${problem}, or omit both for the last month.`);
}
