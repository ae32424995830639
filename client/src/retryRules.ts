/**
 * What a client may do when a request was refused as a whole.
 *
 * - `again`: nothing has happened, so the same request can be sent again, a mutation too.
 * - `again-if-query`: a mutation may have taken effect.
 * - `once-if-query`: one more try of a query; after that it will not help.
 * - `never`: the same request will be refused again.
 */
export type RetryRule = 'again' | 'again-if-query' | 'once-if-query' | 'never';

/** By error code. Every other code: `never`. */
export const retryRules: Readonly<Record<string, RetryRule>> = {
  TOKEN_KEYS_UNAVAILABLE: 'again',
  TOO_MANY_REQUESTS: 'again',
  PLANNER_BUSY: 'again',
  APPROVALS_NOT_CURRENT: 'again',
  AUDIT_UNAVAILABLE: 'again-if-query',
  EMERGENCY_NOT_RECORDED: 'again-if-query',
  INTERNAL_SERVER_ERROR: 'once-if-query',
};

/** Whether a request may be sent again after so many tries. */
export function mayRetry(code: string, isMutation: boolean, tries: number): boolean {
  const rule = Object.hasOwn(retryRules, code) ? retryRules[code] : 'never';
  switch (rule) {
    case 'again':
      return true;
    case 'again-if-query':
      return !isMutation;
    case 'once-if-query':
      return !isMutation && tries === 1;
    default:
      return false;
  }
}

/** Codes of a failed system, by whether asking for the place again can help. Codes of an agency's own: no. */
export const failuresThatPass: ReadonlySet<string> = new Set([
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_ERROR',
  'REQUEST_CANCELLED',
  'DATABASE_UNAVAILABLE',
  'DATABASE_TIMEOUT',
  'FACTS_UNAVAILABLE',
  'GRANT_KEYS_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
]);
