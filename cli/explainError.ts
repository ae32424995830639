import { CliError } from './cliError.ts';

/** Errors whose message already says what to do. By name, so that no command has to load the part that throws them. */
const WRITTEN_FOR_USERS: readonly string[] = [
  'EmbeddedPostgresError',
  'LedgerUnfit',
  'PopulationError',
  'SettingError',
];

/** What a person at the command line reads about an error: what happened and what to do; a stack only for our own mistakes. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CliError || WRITTEN_FOR_USERS.includes(error.name)) return error.message;
  return explainSystemError(error) ?? error.stack ?? error.message;
}

/** Node's errors of files and sockets; several at once when a name has several addresses. */
function explainSystemError(error: Error): string | undefined {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (typeof first !== 'object' || first === null || !('code' in first)) return undefined;
  if ('path' in first) return explainFileError(String(first.path), first.code);
  const address =
    'address' in first ? String(first.address) : 'hostname' in first ? String(first.hostname) : 'the address';
  const place = 'port' in first ? `${address}:${first.port}` : address;
  switch (first.code) {
    case 'EADDRINUSE':
      return `${place} is in use by another program. Stop it, or choose another port with --port.`;
    case 'EACCES':
      return 'syscall' in first && first.syscall === 'listen'
        ? `This user may not open ${place}. Choose a port above 1023 with --port.`
        : undefined;
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `Nothing answers at ${place} (${first.code}). Check that the server runs and that its URL is right.`;
    default:
      return undefined;
  }
}

function explainFileError(path: string, code: unknown): string | undefined {
  switch (code) {
    case 'ENOENT':
      return `There is no file ${path}.`;
    case 'EISDIR':
      return `${path} is a folder; a file is needed.`;
    case 'EACCES':
    case 'EPERM':
      return `This user may not open ${path}.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: ${path} could not be written.`;
    default:
      return undefined;
  }
}
