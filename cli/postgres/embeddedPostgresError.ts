export type EmbeddedPostgresFailure =
  | 'UNSUPPORTED_PLATFORM'
  | 'NO_ACCOUNT'
  | 'IN_USE'
  | 'OTHER_OWNER'
  | 'DATA_LOST'
  | 'OTHER_VERSION'
  | 'DISK_FULL'
  | 'NO_PORT'
  | 'FAILED';

/** An operation of the embedded server failed. The message tells the reader what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly failure: EmbeddedPostgresFailure;

  constructor(failure: EmbeddedPostgresFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** The alternative that always works: a server that runs elsewhere. */
export const USE_OWN_SERVER =
  'You can also use your own PostgreSQL server: set <SYSTEM>_DATABASE_URL for every system.';

/**
 * True for system errors with one of the given codes (`ENOENT`, `EEXIST`, ...). Checks the shape, because `instanceof`
 * fails for errors from other realms, such as Node's own in a test runner or other sandbox.
 */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}
