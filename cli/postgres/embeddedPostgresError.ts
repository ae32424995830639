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

/** Why the embedded server could not do what was asked; the message tells the reader what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly failure: EmbeddedPostgresFailure;

  constructor(failure: EmbeddedPostgresFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

/** The way out that always remains: a server that somebody else runs. */
export const USE_OWN_SERVER = 'A PostgreSQL server of your own works too: set <SYSTEM>_DATABASE_URL for every system.';

/**
 * True for system errors with one of the given codes (`ENOENT`, `EEXIST`, ...). Looks at the shape, for `instanceof`
 * fails on errors that cross realms, as Node's own do in a test runner's or another sandbox.
 */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}
