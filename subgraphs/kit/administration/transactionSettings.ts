import { statement } from '../database/statement.ts';

/** Ends a transaction that stalls, because a stalled process that holds a lock would block all other changes. */
export const limitStall = statement<unknown>(
  'limitStall',
  "select set_config('idle_in_transaction_session_timeout', $1, true)",
);

/** Sets the session to UTC: log rows hold times as PostgreSQL writes them in UTC. */
export const useUtc = statement<unknown>('useUtc', "select set_config('TimeZone', 'UTC', true)");
