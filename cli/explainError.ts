import { CliError } from './cliError.ts';

/**
 * Errors whose message already tells the user what to do. Listed by name, so that no command has to load the module
 * that throws them.
 */
const WRITTEN_FOR_USERS: readonly string[] = [
  'EmbeddedPostgresError',
  'EncryptionKeyError',
  'LedgerUnfit',
  'MigrationRefused',
  'PopulationError',
  'SettingError',
];

/** Converts an error to text for the user: what happened and what to do. Shows a stack only for bugs. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof CliError || WRITTEN_FOR_USERS.includes(error.name)) return error.message;
  return explainSystemError(error) ?? error.stack ?? error.message;
}

/** Explains Node's file and socket errors; there may be several if a name has several addresses. */
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
        ? `You do not have permission to open ${place}. Choose a port above 1023 with --port.`
        : undefined;
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'EHOSTUNREACH':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
      return `Nothing responds at ${place} (${first.code}). Check that the server is running and that its URL is correct.`;
    default:
      return undefined;
  }
}

function explainFileError(path: string, code: unknown): string | undefined {
  switch (code) {
    case 'ENOENT':
      return `${path} does not exist. Check the path.`;
    case 'EISDIR':
      return `${path} is a directory. Give a file.`;
    case 'EACCES':
    case 'EPERM':
      return `You do not have permission to open ${path}. Check its permissions.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full, so ${path} could not be written. Free some space and try again.`;
    default:
      return undefined;
  }
}
