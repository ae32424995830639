import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exportLedger } from '../../../../ledger/index.ts';
import { readAdministrationEntry } from '../../../../schema/ledger/administration.ts';
import { CliError } from '../../../cliError.ts';
import { withAuditDatabase } from '../auditSource.ts';
import type { ExportOptions } from './exportRecords.ts';

const LOGS_WITH_NEWEST_ENTRY = `select origin, entry.body from ledger.tree
  left join ledger.entry on entry.tree_id = tree.tree_id and entry.leaf_index = tree.size - 1
  where note is not null order by origin`;

interface LogRow {
  readonly origin: string;
  /** Null: the log is empty. */
  readonly body: Buffer | null;
}

/** Writes every log of the database as tiles, each to its own folder in the new folder `out`. */
export async function exportAllCommand(options: ExportOptions): Promise<void> {
  const { out, format, origin, from, to, entriesFrom } = options;
  if (format !== 'tiles') throw new CliError('--all exports whole logs. Set --format tiles.');
  if (out === undefined) throw new CliError('--all writes a directory. Set it with --out.');
  if (from !== undefined || to !== undefined || origin !== undefined || entriesFrom !== 0) {
    throw new CliError('--all exports every log completely. Omit --from, --to, --origin, and --entries-from.');
  }
  await mkdir(out, { recursive: true });
  if ((await readdir(out)).length > 0) throw new CliError(`${out} is not empty. Set a new directory with --out.`);
  await withAuditDatabase(options, async (client) => {
    const { rows } = await client.query<LogRow>(LOGS_WITH_NEWEST_ENTRY);
    const holdsDecisions = ({ body }: LogRow) => body !== null && readAdministrationEntry(body) !== undefined;
    // Decisions come last: they precede the disclosures based on them, so the export of decisions includes them.
    const ordered = [...rows.filter((log) => !holdsDecisions(log)), ...rows.filter(holdsDecisions)];
    for (const { origin } of ordered) {
      // The checkpoint identifies the log; the folder name only has to be unique.
      const directory = join(out, origin.replaceAll(/[^A-Za-z0-9._-]/g, '_').replace(/^\./, '_'));
      const { size } = await exportLedger({ reader: client, origin, directory });
      process.stderr.write(`exported ${size} entries of ${origin} into ${directory}\n`);
    }
  });
}
