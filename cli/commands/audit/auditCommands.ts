import { type Command, InvalidArgumentError, Option } from 'commander';
import { instantOption } from '../../instantOption.ts';
import { verifyConsistencyCommand, verifyExportCommand, verifyReceiptCommand } from '../verify.ts';
import { verifyEvidenceCommand } from '../verifyEvidence.ts';
import { verifyApprovalsCommand } from './approvals/verifyApprovals.ts';
import { askCommand } from './askCommand.ts';
import { localVerifierKey, localVerifierKeys } from './auditSource.ts';
import { checkIndexCommand } from './checkIndex.ts';
import { writeEvidence } from './evidence.ts';
import { exportAllCommand } from './export/exportAll.ts';
import {
  EXPORT_FORMATS,
  exportConsistency,
  exportReceipt,
  exportRecords,
  streamRecords,
} from './export/exportRecords.ts';
import { printRetention } from './retention.ts';
import { unmaskCommand } from './unmaskCommand.ts';

/** `person360 audit ...`: reads a ledger's database. `person360 verify ...`: reads files only. */
export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('read the disclosure ledger of a running system');
  audit.addCommand(askCommand());
  audit.addCommand(unmaskCommand());
  withSource(audit.command('export'))
    .description('write records as text, or the whole log as files that can be verified')
    .option('--from <instant>', 'with its zone (2026-12-01T00:00:00-06:00), inclusive', instantOption)
    .option('--to <instant>', 'with its zone, exclusive', instantOption)
    .addOption(new Option('--format <format>', 'tiles: for person360 verify').choices(EXPORT_FORMATS).default('jsonl'))
    .option('--out <file>', 'a new file, or for tiles a new directory (default: standard output)')
    .option('--entries-from <index>', 'with tiles: entries before it were archived', whole, 0)
    .option('--all', 'with tiles: every log of the database, each in a folder of its own', false)
    .action((options) => (options.all ? exportAllCommand(options) : exportRecords(options)));
  withSource(audit.command('stream'))
    .description('write records as JSON lines with their offsets, for a SIEM')
    .option('--from-offset <offset>', 'the offset after the last one that was kept', whole, 0)
    .option('--follow', 'wait for new records', false)
    .action((options) => streamRecords(options));
  withSource(audit.command('retention'))
    .description('say of every month of the log how long it has to be kept')
    .action((options) => printRetention(options, new Date()));
  withSource(audit.command('check'))
    .description('compare the index that finds entries with the entries; exit code 2: they differ')
    .action((options) => checkIndexCommand(options));
  withSource(audit.command('receipt'))
    .description('write the receipt of one entry')
    .argument('<offset>', 'place of the entry in the log', whole)
    .option('--out <file>', 'a new file (default: standard output)')
    .action((index, options) => exportReceipt(index, options));
  withKeys(withSource(audit.command('evidence')))
    .description('write one entry as a folder that a court can read and verify: in words, with its proofs and keys')
    .argument('<id>', 'of the entry, as person360 audit ask prints it: <tree>-<offset>, or the offset alone')
    .requiredOption('--out <directory>', 'a new directory')
    .action((id, options) => writeEvidence(id, options));
  withSource(audit.command('consistency'))
    .description('write the newest checkpoint with its proof from an older one')
    .argument('<size>', 'number of entries of the older checkpoint', whole)
    .option('--out <file>', 'a new file (default: standard output)')
    .action((size, options) => exportConsistency(size, options));
  audit
    .command('key')
    .description('print the public key of the local log')
    .option('--origin <name>', 'name of the log, where several gateways write one each')
    .option('--all', 'of every log, one a line', false)
    .option('--data-dir <directory>', 'where the databases and keys are kept', '.data')
    .action(({ dataDir, origin, all }: { dataDir: string; origin?: string; all: boolean }) => {
      const keys = all ? localVerifierKeys(dataDir) : [localVerifierKey(dataDir, origin)];
      process.stdout.write(keys.map((key) => `${key}\n`).join(''));
    });

  const verify = program.command('verify').description('check exports and receipts of a ledger, offline');
  withKeys(verify.command('export'))
    .description('check every entry of an export against its signed checkpoint; exit code 2: not as recorded')
    .argument('<directory>')
    .option('--checkpoint <file>', 'a checkpoint kept elsewhere; may be given more than once', collect, [])
    .option('--entries-from <index>', 'entries before it were archived', whole, 0)
    .action((directory, options) => verifyExportCommand(directory, options));
  withKeys(verify.command('consistency'))
    .description('check that a newer log is an older one with entries added')
    .argument('<old>', 'the older checkpoint, or an export')
    .argument('<new>', 'a newer export, or a file of: person360 audit consistency')
    .option('--entries-from <index>', 'entries before it were archived', whole, 0)
    .action((older, newer, options) => verifyConsistencyCommand(older, newer, options));
  withKeys(verify.command('approvals'))
    .description(
      'check that every disclosure under an approval agrees with the log of decisions; exit code 2: one does not, or a log ' +
        'is not as recorded',
    )
    .argument('<folder>', 'with the exports of all logs: person360 audit export --format tiles --all')
    .option(
      '--checkpoint <file>',
      'a checkpoint kept elsewhere, of any of the logs; may be given more than once',
      collect,
      [],
    )
    .option('--agreement <file>', 'the file of PERSON360_AGREEMENT_FILE, where emou has one')
    .option('--tolerance <seconds>', 'by which clocks and the approval feed may be late', whole, 15)
    .action((folder, options) => verifyApprovalsCommand(folder, options));
  withKeys(verify.command('evidence'))
    .description(
      'check a folder of: person360 audit evidence, and print its record in words; exit code 2: not as recorded',
    )
    .argument('<directory>')
    .action((directory, options) => verifyEvidenceCommand(directory, options));
  withKeys(verify.command('receipt'))
    .description('check a receipt and print its entry')
    .argument('<file>')
    .action((file, options) => verifyReceiptCommand(file, options));
}

function withSource(command: Command): Command {
  return command
    .addOption(new Option('--database <url>', 'as a reader of the ledger').env('AUDIT_DATABASE_URL'))
    .addOption(new Option('--origin <name>', 'name of the log').env('PERSON360_LEDGER_ORIGIN'))
    .option('--data-dir <directory>', 'of the local system, when no --database is given', '.data');
}

function withKeys(command: Command): Command {
  return command.option(
    '--key <key>',
    'public key of the log, or a file with it; may be given more than once',
    collect,
    [],
  );
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function whole(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError('A whole number, 0 or more.');
  return value;
}
