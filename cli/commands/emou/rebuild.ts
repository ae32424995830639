import { type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { readDatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import { datasetsDirectory } from '../../../schema/files.ts';
import { readRegisterSettings } from '../../../subgraphs/config.ts';
import { readAgreementFile } from '../../../subgraphs/emou/agreement/agreementFile.ts';
import {
  compareRegister,
  differencesOf,
  isEqual,
  type RegisterComparison,
  type ReplacedRow,
  rebuildRegister,
} from '../../../subgraphs/emou/register/log/rebuildRegister.ts';
import { withRegister } from '../../../subgraphs/emou/register/openRegister.ts';
import { LogTampered, TablesDiffer } from '../../../subgraphs/kit/administration/logErrors.ts';
import { PublicError } from '../../../subgraphs/kit/errors/publicError.ts';
import { CliError } from '../../cliError.ts';
import { processEnvironment } from '../../config.ts';

export interface RebuildOptions {
  readonly backup?: string;
  readonly yes: boolean;
  /** Minimum number of entries in the log. */
  readonly entries?: number;
}

/** `person360 emou rebuild`: rebuilds the register from its log after it was changed by SQL. */
export async function rebuild(options: RebuildOptions): Promise<void> {
  if (Number.isNaN(options.entries)) throw new CliError('--entries must be a whole number of at least 1.');
  const { databaseUrl, administration, agreement } = readRegisterSettings(processEnvironment());
  let sqlState: string | undefined;
  try {
    await withRegister(
      {
        ...{ databaseUrl, administration, clock: () => new Date() },
        catalogue: readDatasetCatalogue(datasetsDirectory),
        agreement: readAgreementFile(agreement),
        log: ({ code }) => {
          sqlState = code;
        },
      },
      async (register) => {
        const comparison = await compareRegister(register);
        requireLog(comparison, administration.origin, options.entries);
        if (isEqual(comparison)) {
          process.stdout.write(`The register equals its log of ${count(comparison.entries, 'entry', 'entries')}.\n`);
          return;
        }
        process.stdout.write(`${describe(comparison, administration.origin)}\n`);
        const file = await requireConsent(options);
        const { undelivered, rows } = await withBackup(file, (save) =>
          rebuildRegister(
            register,
            (now) => requireLog(now, administration.origin, options.entries),
            async (replaced) => save(replaced),
          ),
        );
        const lost =
          undelivered === 0
            ? ''
            : `${count(undelivered, 'notice that was', 'notices that were')} not delivered will not be sent; the backup contains them.\n`;
        process.stdout.write(
          `The register was rebuilt from ${count(comparison.entries, 'entry', 'entries')} and equals its log, and so does ` +
            `its index.\n${lost}Replaced rows are in ${file}: ${rows}. Keep it as evidence, and start emou.\n`,
        );
      },
    );
  } catch (error) {
    throw explained(error, sqlState);
  }
}

/** Rejects a log that is empty or shorter than expected, because the register was not written from it. */
function requireLog({ entries, held }: RegisterComparison, origin: string, expected: number | undefined): void {
  if (expected !== undefined && entries !== expected) {
    throw new CliError(`The log ${origin} has ${entries} entries, not ${expected}. Nothing was changed.`);
  }
  if (entries === 0) {
    throw new CliError(`The log ${origin} has no entries. Check PERSON360_LEDGER_ORIGIN. Nothing was changed.`);
  }
  if (entries >= held || expected !== undefined) return;
  throw new CliError(
    `The register has ${held} entries of the log ${origin}, which has ${entries}: either that number was changed, or ` +
      'this is another log or an older copy of it. Compare it with a checkpoint that is kept elsewhere (person360 ' +
      'verify), then give its number of entries with --entries. Nothing was changed.',
  );
}

function describe(comparison: RegisterComparison, origin: string): string {
  const differences = differencesOf(comparison).map((difference) => `- ${difference}`);
  return [`The register differs from the log ${origin}, whose entries match its signatures:`, ...differences].join(
    '\n',
  );
}

/** Returns the backup's name once the user has agreed. */
async function requireConsent({ backup, yes }: RebuildOptions): Promise<string> {
  if (backup === undefined) {
    throw new CliError(
      'Nothing was changed. To rebuild the register, set a new file for the rows that are replaced: --backup FILE.',
    );
  }
  if (yes) return backup;
  if (!process.stdin.isTTY)
    throw new CliError('Nothing was changed. To rebuild the register without confirmation, add --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(
      'Replace the register with what its log says? Every emou must be stopped. (yes/no) ',
    );
    if (answer.trim().toLowerCase() === 'yes') return backup;
  } finally {
    terminal.close();
  }
  throw new CliError('Nothing was changed.');
}

type Save = (rows: AsyncIterable<ReplacedRow>) => Promise<void>;

/**
 * Writes the replaced rows as JSON lines to disk before anything is changed. They include consents, so only the user
 * can read the file.
 */
async function withBackup<Result extends object>(
  path: string,
  work: (save: Save) => Promise<Result>,
): Promise<Result & { readonly rows: string }> {
  const file = await openNew(path);
  const counts = new Map<string, number>();
  try {
    const result = await work(async (rows) => {
      for await (const { table, row } of rows) {
        await file.write(`${JSON.stringify({ table, row })}\n`);
        counts.set(table, (counts.get(table) ?? 0) + 1);
      }
      await file.sync();
    });
    return { ...result, rows: [...counts].map(([table, number]) => `${number} of ${table}`).join(', ') || 'none' };
  } finally {
    await file.close();
  }
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
      throw new CliError(`${path} already exists. Nothing was changed. Set a new file with --backup.`);
    }
    throw error;
  }
}

const SQL_STATES: Readonly<Record<string, string>> = {
  '42501':
    "This login does not own emou's tables, so it cannot switch off the triggers that protect their rows. Set " +
    'EMOU_DATABASE_URL to the login with which emou runs its migrations.',
  '55P03': 'The register is in use. Stop every emou and try again.',
  '42P01': 'This database has no register of this version. Start this version of emou once to run its migrations.',
};

function explained(error: unknown, sqlState: string | undefined): unknown {
  if (error instanceof LogTampered) {
    return new CliError(
      `The log does not match its signatures, so the register cannot be rebuilt from it: ${error.message}. Restore the ` +
        'ledger first. Nothing was changed.',
    );
  }
  if (error instanceof TablesDiffer) return new CliError(error.message);
  if (error instanceof PublicError) {
    const reason = SQL_STATES[sqlState ?? ''];
    return new CliError(`${reason ?? error.message} Nothing was changed.`);
  }
  return error;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
}
