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
export const useOwnServer = 'Or use a PostgreSQL server of your own: set <SYSTEM>_DATABASE_URL for every system.';

/** True for file system errors with one of the given codes (`ENOENT`, `EEXIST`, ...). */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
