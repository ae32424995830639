/** The platform's own systems: their messages are written by this project, for the person who reads them. */
const PLATFORM_SYSTEMS: ReadonlySet<string> = new Set(['identity', 'emou', 'audit', 'registry']);

/** Kinds of errors that a caller can act on. The message of any other kind stays masked. */
const PUBLIC_CODES: ReadonlySet<unknown> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'PENDING_FEDERAL_APPROVAL',
  'UNMASKING_IN_PROGRESS',
]);

const MAX_LENGTH = 500;
/** Control, format and unassigned characters, halves of surrogate pairs, and separators of lines and paragraphs. */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}]/u;

/** The message of a system's error, if the system marked it as written for the caller and it is short, plain text. */
export function markedMessage(message: unknown, extensions: unknown): string | undefined {
  if (typeof message !== 'string' || typeof extensions !== 'object' || extensions === null) return undefined;
  if (!('public' in extensions) || extensions.public !== true) return undefined;
  if (!('code' in extensions) || !PUBLIC_CODES.has(extensions.code)) return undefined;
  return message.length > 0 && message.length <= MAX_LENGTH && !UNPRINTABLE.test(message) ? message : undefined;
}

/** Only the platform's own systems may speak to the caller: an agency's message could carry its data. */
export function publicMessageOf(system: string, marked: string | undefined): string | undefined {
  return PLATFORM_SYSTEMS.has(system) ? marked : undefined;
}
