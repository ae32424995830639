import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

/**
 * If two processes run it at the same instant, the second waits for the row, sees that the first has counted, and
 * changes nothing.
 */
export const SETTLE_TIME_TEXT = `update register set revision = revision + 1, settled_at = $1
  where settled_at < $1 and exists (
    select 1 from agreement_phase
    where changes_access and starts_at > register.settled_at and starts_at <= $1)
  returning revision::float8 as revision`;

const settle = statement<{ readonly revision: number }>('settleTime', SETTLE_TIME_TEXT);

/**
 * Counts in the revision what time alone has changed up to `now` (deemed approvals, beginnings, ends). Returns the new
 * revision, or undefined if there was nothing to count. Only the number depends on this, not the state at an instant.
 */
export async function settleTime(queries: Queries, now: Date): Promise<number | undefined> {
  return (await queries.rows(settle, [now]))[0]?.revision;
}
