import { statement } from '../database/statement.ts';

/** Ends a transaction that stalls: a process that stalls with a lock must not hold up everybody else's changes. */
export const limitStall = statement<unknown>(
  'limitStall',
  "select set_config('idle_in_transaction_session_timeout', $1, true)",
);

/** Rows of a log hold times as PostgreSQL writes them in UTC. */
export const useUtc = statement<unknown>('useUtc', "select set_config('TimeZone', 'UTC', true)");
