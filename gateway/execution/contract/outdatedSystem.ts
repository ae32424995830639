/** First words of the messages with which graphql-js and its ports in other languages refuse what a schema lacks. */
const LACKS = /^(?:Cannot query field|Unknown (?:type|argument)) /;

/**
 * True for the error of a system that does not serve what its agency has published. The gateway sends operations that fit
 * the published schema only, so the system's own schema is an older one.
 *
 * @param error of a response without data
 */
export function saysOutdated(message: unknown, path: unknown, code: unknown): boolean {
  if (path !== undefined && path !== null) return false;
  return code === 'GRAPHQL_VALIDATION_FAILED' || (typeof message === 'string' && LACKS.test(message));
}
