import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SingleBar } from 'cli-progress';
import { z } from 'zod';
import { readEncryptionSettings } from '../../../subgraphs/config.ts';
import { encryptedTables, isEncrypted } from '../../../subgraphs/encryptedTables.ts';
import type { EncryptedTable } from '../../../subgraphs/kit/encryption/encryptedTable.ts';
import { addKey, createKeyFile, openKeyFile, removeFormerKeys } from '../../../subgraphs/kit/encryption/keyFile.ts';
import {
  readEncryptionStatus,
  requireKeys,
  rewrapSystem,
  rotateKeys,
} from '../../../subgraphs/kit/encryption/rotate.ts';
import { CliError } from '../../cliError.ts';
import { processEnvironment } from '../../config.ts';
import { LOCAL_ENCRYPTION_FILE, localKeyFile } from '../../local/localEncryption.ts';

interface SystemOptions {
  readonly dataDir: string;
  readonly definition?: string;
}

const LocalFile = z.record(z.string(), z.string());
const isTable = (value: unknown): value is EncryptedTable =>
  typeof value === 'object' && value !== null && 'rewrite' in value && typeof value.rewrite === 'function';
const ExportedTables = z.object({ encryptedTables: z.array(z.custom<EncryptedTable>(isTable)).min(1) });

export function createFile(file: string): void {
  createKeyFile(file);
  process.stdout.write(
    `${file} was created. Keep a backup of it, apart from those of the database: without it, the data cannot be read.\n`,
  );
}

export async function printStatus(
  system: string,
  { json, ...options }: SystemOptions & { readonly json: boolean },
): Promise<void> {
  const { databaseUrl, tables } = await settingsOf(system, options);
  const status = await readEncryptionStatus(databaseUrl, tables);
  if (json) {
    process.stdout.write(`${JSON.stringify(status)}\n`);
    return;
  }
  for (const { generation, wrappedBy, rows } of status.generations) {
    const counts = Object.entries(rows).map(([table, count]) => `${count} of ${table}`);
    process.stdout.write(`Generation ${generation}, wrapped by ${wrappedBy}: ${counts.join(', ')}\n`);
  }
  if (status.generations.length === 0)
    process.stdout.write(`${system} has no keys yet. It gets them when it starts.\n`);
  if (status.generations.length > 1) {
    process.stdout.write(`A rotation has not ended. Continue it: person360 encryption rotate ${system}\n`);
  }
}

/** Ends at Ctrl-C after the batch that is being written. */
export async function rotate(system: string, options: SystemOptions): Promise<void> {
  const { databaseUrl, keyFile, tables } = await settingsOf(system, options);
  const interrupt = new AbortController();
  const onSignal = () =>
    interrupt.abort(new CliError(`Stopped. Every row can be read. Continue: person360 encryption rotate ${system}`));
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const bar = new SingleBar({
    format: '  {bar} {percentage}% | {value} of {total} rows | {eta_formatted} left',
    stream: process.stderr,
    hideCursor: true,
    noTTYOutput: false,
  });
  let isRunning = false;
  try {
    const { generation, rows, resumed } = await rotateKeys({
      ...{ system, databaseUrl, keys: openKeyFile(keyFile), tables },
      log: () => undefined,
      signal: interrupt.signal,
      onWait: (ms) =>
        process.stderr.write(`waiting ${Math.ceil(ms / 1_000)} s until every running process knows the new key\n`),
      onProgress(done, total) {
        if (!isRunning) bar.start(total, done);
        isRunning = true;
        bar.update(done);
      },
    });
    if (isRunning) bar.stop();
    isRunning = false;
    process.stdout.write(
      `${resumed ? 'An interrupted rotation was completed. ' : ''}${rows} rows of ${system} have keys of generation ` +
        `${generation}. The former keys were removed.\n`,
    );
  } finally {
    if (isRunning) bar.stop();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

export async function rewrap(system: string, options: SystemOptions): Promise<void> {
  const { databaseUrl, keyFile } = await settingsOf(system, options);
  const keys = openKeyFile(keyFile);
  // A file of another system is left as it is.
  await requireKeys(databaseUrl, keys, system);
  const id = addKey(keyFile);
  const count = await rewrapSystem(databaseUrl, keys, system);
  const { generations } = await readEncryptionStatus(databaseUrl, []);
  if (generations.every(({ wrappedBy }) => wrappedBy === id)) removeFormerKeys(keyFile);
  process.stdout.write(
    `${count === 1 ? 'The keys' : `The keys of ${count} generations`} of ${system} are wrapped by ${id}. ` +
      `Make a new backup of ${keyFile}; older backups of the database need the former one.\n`,
  );
}

interface Settings {
  readonly tables: readonly EncryptedTable[];
  readonly databaseUrl: string;
  readonly keyFile: string;
}

/** A system of this machine, unless the environment names another one. */
async function settingsOf(system: string, { dataDir, definition }: SystemOptions): Promise<Settings> {
  const environment = processEnvironment();
  const variable = `${system.toUpperCase()}_DATABASE_URL`;
  const tables = definition === undefined ? tablesOf(system) : await readTables(definition);
  if (environment[variable] !== undefined) return { tables, ...readEncryptionSettings(system, environment) };
  const file = join(dataDir, LOCAL_ENCRYPTION_FILE);
  const local = existsSync(file) ? LocalFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  const databaseUrl = local[system];
  if (databaseUrl === undefined || !isEncrypted(system)) {
    throw new CliError(
      definition === undefined
        ? `No local system has run in ${dataDir}. Start person360 there, set --data-dir, or set ${variable} and ` +
            'PERSON360_ENCRYPTION_KEY_FILE.'
        : `Set ${variable} and PERSON360_ENCRYPTION_KEY_FILE.`,
    );
  }
  return { tables, databaseUrl, keyFile: localKeyFile(dataDir, system) };
}

function tablesOf(system: string): readonly EncryptedTable[] {
  if (isEncrypted(system)) return encryptedTables[system];
  throw new CliError(
    `${system} has no encrypted data. Use one of ${Object.keys(encryptedTables).join(', ')}, or set --definition.`,
  );
}

/** Tables that a module of the operator's exports, which they are trusted to run. */
async function readTables(path: string): Promise<readonly EncryptedTable[]> {
  if (!existsSync(path)) throw new CliError(`${path} does not exist.`);
  const module: unknown = await import(pathToFileURL(resolve(path)).href);
  const found = ExportedTables.safeParse(module);
  if (found.success) return found.data.encryptedTables;
  throw new CliError(`${path} exports no encryptedTables: the list of tables in the system's definition.`);
}
