import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type ExportOptions, exportLedger } from '../export/exportLedger.ts';
import type { Verification } from '../verify/verification.ts';
import { type VerifyOptions, verifyExport } from '../verify/verifyExport.ts';
import type { LedgerDatabase } from './ledgerDatabase.ts';

type Part = Pick<ExportOptions, 'size' | 'entriesFrom'>;

/** Exports a tree into a new directory under the system's temporary directory. */
export async function exportToTemporary(database: LedgerDatabase, origin: string, part: Part = {}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'ledger-export-'));
  const reader = new pg.Client({ connectionString: database.readerUrl() });
  await reader.connect();
  try {
    await exportLedger({ reader, origin, directory, ...part });
  } finally {
    await reader.end();
  }
  return directory;
}

/** Exports, verifies and removes the export again. */
export async function verifyStored(
  database: LedgerDatabase,
  origin: string,
  verifierKey: string,
  options: VerifyOptions = {},
): Promise<Verification> {
  const directory = await exportToTemporary(database, origin, {
    ...(options.entriesFrom !== undefined && { entriesFrom: options.entriesFrom }),
  });
  try {
    return await verifyExport(directory, [verifierKey], undefined, options);
  } finally {
    await rm(directory, { recursive: true });
  }
}
