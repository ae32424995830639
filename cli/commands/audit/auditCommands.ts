import { type Command, InvalidArgumentError, Option } from 'commander';
import { instantOption } from '../../instantOption.ts';
import { askCommand } from './askCommand.ts';
import { EXPORT_FORMATS } from './export/exportFormats.ts';
import { questionsCommand } from './questionCommands.ts';
import { unmaskCommand } from './unmaskCommand.ts';

// What reads a ledger is imported when its command is called: it takes half a second to load.
const records = () => import('./export/exportRecords.ts');
const files = () => import('../verify.ts');

/** `person360 audit ...`: reads a ledger's database. `person360 verify ...`: reads files only. */
export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('read the disclosure ledger of a running system');
  audit.addCommand(askCommand());
  audit.addCommand(unmaskCommand());
  audit.addCommand(questionsCommand());
  withSource(audit.command('export'))
    .description('write records as text, or the whole log as files that can be verified')
    .option('--from <instant>', 'earliest time, inclusive, with a time zone: 2026-12-01T00:00:00-06:00', instantOption)
    .option('--to <instant>', 'latest time, exclusive, with a time zone', instantOption)
    .addOption(
      new Option('--format <format>', 'output format; tiles is for person360 verify')
        .choices(EXPORT_FORMATS)
        .default('jsonl'),
    )
    .option('--out <file>', 'new file, or new directory for tiles (default: standard output)')
    .option('--entries-from <index>', 'with tiles: index of the first entry that is not archived', whole, 0)
    .option('--all', 'with tiles: every log in the database, each in its own folder', false)
    .action(async (options) => {
      if (!options.all) return (await records()).exportRecords(options);
      const { exportAllCommand } = await import('./export/exportAll.ts');
      return exportAllCommand(options);
    });
  withSource(audit.command('stream'))
    .description('write records as JSON lines with their offsets, for a SIEM')
    .option('--from-offset <offset>', 'offset after the last one you have saved', whole, 0)
    .option('--follow', 'wait for new records', false)
    .action(async (options) => (await records()).streamRecords(options));
  withSource(audit.command('retention'))
    .description('show how long each month of the log must be kept')
    .action(async (options) => (await import('./retention.ts')).printRetention(options, new Date()));
  withSource(audit.command('check'))
    .description('compare the index that finds entries with the entries; exit code 2 if they differ')
    .action(async (options) => (await import('./checkIndex.ts')).checkIndexCommand(options));
  withSource(audit.command('receipt'))
    .description('write the receipt of one entry')
    .argument('<offset>', 'position of the entry in the log', whole)
    .option('--out <file>', 'new file (default: standard output)')
    .action(async (index, options) => (await records()).exportReceipt(index, options));
  withKeys(withSource(audit.command('evidence')))
    .description('write one entry as a folder that a court can read and verify, with its proofs and keys')
    .argument('<id>', 'id of the entry as printed by person360 audit ask: <tree>-<offset>, or only the offset')
    .requiredOption('--out <directory>', 'new directory')
    .action(async (id, options) => (await import('./evidence.ts')).writeEvidence(id, options));
  withSource(audit.command('consistency'))
    .description('write the newest checkpoint with proof that it extends an older one')
    .argument('<size>', 'number of entries of the older checkpoint', whole)
    .option('--out <file>', 'new file (default: standard output)')
    .action(async (size, options) => (await records()).exportConsistency(size, options));
  audit
    .command('key')
    .description('print the public key of the local log')
    .option('--origin <name>', 'name of the log, if several gateways each write one')
    .option('--all', 'print the key of every log, one per line', false)
    .option('--data-dir <directory>', 'directory of the databases and keys', '.data')
    .action(async ({ dataDir, origin, all }: { dataDir: string; origin?: string; all: boolean }) => {
      const { localVerifierKey, localVerifierKeys } = await import('./auditSource.ts');
      const keys = all ? localVerifierKeys(dataDir) : [localVerifierKey(dataDir, origin)];
      process.stdout.write(keys.map((key) => `${key}\n`).join(''));
    });

  const verify = program.command('verify').description('check exports and receipts of a ledger, offline');
  withKeys(verify.command('export'))
    .description('check every entry of an export against its signed checkpoint; exit code 2 if one differs')
    .argument('<directory>')
    .option('--checkpoint <file>', 'checkpoint kept elsewhere; repeatable', collect, [])
    .option('--entries-from <index>', 'index of the first entry that is not archived', whole, 0)
    .action(async (directory, options) => (await files()).verifyExportCommand(directory, options));
  withKeys(verify.command('consistency'))
    .description('check that a newer log is an older one with entries added')
    .argument('<old>', 'older checkpoint, or an export')
    .argument('<new>', 'newer export, or a file written by person360 audit consistency')
    .option('--entries-from <index>', 'index of the first entry that is not archived', whole, 0)
    .action(async (older, newer, options) => (await files()).verifyConsistencyCommand(older, newer, options));
  withKeys(verify.command('approvals'))
    .description(
      'check that every disclosure under an approval agrees with the log of decisions; exit code 2: one does not, or a log ' +
        'is not as recorded',
    )
    .argument('<folder>', 'folder with the exports of all logs, written by person360 audit export --format tiles --all')
    .option(
      '--checkpoint <file>',
      'a checkpoint kept elsewhere, of any of the logs; may be given more than once',
      collect,
      [],
    )
    .option('--agreement <file>', "emou's PERSON360_AGREEMENT_FILE, if it has one")
    .option('--tolerance <seconds>', 'tolerance for clocks and the approval feed', whole, 15)
    .action(async (folder, options) => {
      const { verifyApprovalsCommand } = await import('./approvals/verifyApprovals.ts');
      return verifyApprovalsCommand(folder, options);
    });
  withKeys(verify.command('evidence'))
    .description(
      'check a folder of: person360 audit evidence, and print its record in words; exit code 2: not as recorded',
    )
    .argument('<directory>')
    .action(async (directory, options) =>
      (await import('../verifyEvidence.ts')).verifyEvidenceCommand(directory, options),
    );
  withKeys(verify.command('receipt'))
    .description('check a receipt and print its entry')
    .argument('<file>')
    .action(async (file, options) => (await files()).verifyReceiptCommand(file, options));
}

function withSource(command: Command): Command {
  return command
    .addOption(new Option('--database <url>', "ledger database, with a reader's login").env('AUDIT_DATABASE_URL'))
    .addOption(new Option('--origin <name>', 'name of the log').env('PERSON360_LEDGER_ORIGIN'))
    .option('--data-dir <directory>', 'data directory of the local system, used without --database', '.data');
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
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('Use a whole number of at least 0.');
  return value;
}
