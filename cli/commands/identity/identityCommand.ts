import { Command } from 'commander';
import { connected } from '../emou/connectionOptions.ts';
import { addLinkageCommands } from './linkage/linkageCommands.ts';
import { addRecordCommands } from './records/recordCommands.ts';

/** `person360 identity`: who is who, and the crosswalk, which says who has which number in which system. */
export function identityCommand(): Command {
  const identity = new Command('identity').description(
    'link records to persons, and persons to the numbers that systems have for them',
  );

  identity
    .command('sign-crosswalk <csv>')
    .description('make a signed crosswalk file from a CSV with the columns personId,number')
    .requiredOption('--system <name>', 'system that has the numbers, such as aging')
    .requiredOption('--key <file>', 'private EC P-256 key, PEM')
    .option('--out <file>', 'file to write (default: stdout)')
    .action(async (csv, options) => {
      const { signCrosswalk } = await import('./signCrosswalk.ts');
      signCrosswalk(csv, { out: undefined, ...options });
    });

  connected(
    identity
      .command('import-crosswalk <file>')
      .description('verify a signed crosswalk file and record its links; needs a token of the data steward')
      .requiredOption('--key <file>', 'public EC P-256 key of whoever signed the file, PEM'),
  )
    .addHelpText(
      'after',
      '\nThe token:  person360 token --agency DOIT --role DATA_STEWARD --purpose DATA_GOVERNANCE\n' +
        'A file that is imported again changes nothing.',
    )
    .action(async (file, options) => {
      const { importCrosswalk } = await import('./importCrosswalk.ts');
      await importCrosswalk(file, options);
    });

  addRecordCommands(identity);
  addLinkageCommands(identity);
  return identity;
}
