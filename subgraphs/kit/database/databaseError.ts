import { PublicError } from '../errors/publicError.ts';
import type { Log } from '../log.ts';

/**
 * SQLSTATE classes that blame the server, not the statement: 08 connection, 53 resources, 57P shutdown, 28 and 3D
 * refused.
 */
const AWAY_STATES = /^(?:08|53|57P|28|3D)/;
const AWAY_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);
/** Messages of errors that pg gives no code. */
const AWAY_MESSAGES =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered|Cannot use a pool)/;

/**
 * Maps a database failure to what a caller may know. The driver's message can quote values and name tables, so it goes
 * nowhere, not even to the log; the SQLSTATE and the statement's name are enough to find the cause.
 */
export function toDatabaseError(
  error: unknown,
  place: { readonly system: string; readonly statement: string; readonly log: Log },
): PublicError {
  if (error instanceof PublicError) return error;
  const { system, statement, log } = place;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  log({ level: 'error', system, event: 'The database did not answer.', code: code ?? 'UNKNOWN', subject: statement });
  if (code === '57014' || message === 'Query read timeout') {
    return new PublicError(
      'DATABASE_TIMEOUT',
      `The database of '${system}' took too long. Request less, or try again later.`,
    );
  }
  if (code === undefined ? AWAY_MESSAGES.test(message) : AWAY_STATES.test(code) || AWAY_CODES.has(code)) {
    return new PublicError('DATABASE_UNAVAILABLE', `The database of '${system}' cannot be reached. Try again later.`);
  }
  return new PublicError('DATABASE_ERROR', `The database of '${system}' could not answer this.`);
}

/**
 * The SQLSTATE or the system call's code. When a name has several addresses, the failures arrive as an AggregateError.
 */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return undefined;
}
