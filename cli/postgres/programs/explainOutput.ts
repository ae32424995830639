import { EmbeddedPostgresError, type EmbeddedPostgresFailure, USE_OWN_SERVER } from '../embeddedPostgresError.ts';

const advice: readonly {
  readonly pattern: RegExp;
  readonly failure: EmbeddedPostgresFailure;
  readonly advice: string;
}[] = [
  {
    pattern: /No space left on device|Disk quota exceeded/,
    failure: 'DISK_FULL',
    advice: 'The disk is full. Free some space, or choose another --data-dir.',
  },
  {
    pattern: /could not bind|could not create any TCP\/IP sockets/,
    failure: 'NO_PORT',
    advice: 'No port could be opened on 127.0.0.1. Check that this system allows it.',
  },
  {
    pattern: /has invalid permissions|has wrong ownership|Operation not permitted|Permission denied/,
    failure: 'FAILED',
    advice: 'Choose a --data-dir on a file system that supports owners and modes.',
  },
  {
    pattern: /EPERM|EACCES/,
    failure: 'NO_ACCOUNT',
    advice: 'The program could not be started as an unprivileged account. Start as an ordinary user.',
  },
  {
    pattern: /pre-existing shared memory block/,
    failure: 'IN_USE',
    advice:
      'A server that was killed left processes that are still running. Wait for them or end them, then start again.',
  },
  {
    pattern: /could not (?:create|map|resize|allocate).*shared memory|Cannot allocate memory|out of memory/i,
    failure: 'FAILED',
    advice: 'There is not enough memory. Free some, or raise the container limit.',
  },
];

/** Converts the last lines of a failed program to an error that says what to do. */
export function explainOutput(what: string, where: string, lines: readonly string[]): EmbeddedPostgresError {
  const said = lines.slice(-8).join('\n  ');
  const known = advice.find((entry) => entry.pattern.test(said));
  return new EmbeddedPostgresError(
    known?.failure ?? 'FAILED',
    [`${what} (${where}).`, known?.advice ?? '', USE_OWN_SERVER, `\n  Its output: ${said}`]
      .filter((part) => part !== '')
      .join(' '),
  );
}
