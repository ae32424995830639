import { Command } from 'commander';

/** `person360 encryption`: keys of the systems whose data is encrypted. */
export function encryptionCommand(): Command {
  const encryption = new Command('encryption').description('keys of data that is encrypted at rest');

  encryption
    .command('create-key-file <file>')
    .description('create the key file of a new system, readable by its owner only; an existing file is never replaced')
    .action(async (file) => {
      const { createFile } = await import('./keys.ts');
      createFile(file);
    });

  ofSystem(encryption.command('status').description('which keys a system has, and how many rows each of them encrypts'))
    .option('--json', 'print JSON', false)
    .action(async (system, options) => {
      const { printStatus } = await import('./keys.ts');
      await printStatus(system, options);
    });

  ofSystem(
    encryption
      .command('rotate')
      .description('encrypt every row with new keys while the system runs; repeat it if it was interrupted'),
  ).action(async (system, options) => {
    const { rotate } = await import('./keys.ts');
    await rotate(system, options);
  });

  ofSystem(
    encryption
      .command('rewrap')
      .description("replace the key in the key file, and wrap the system's keys by the new one; no row is changed"),
  ).action(async (system, options) => {
    const { rewrap } = await import('./keys.ts');
    await rewrap(system, options);
  });

  return encryption;
}

function ofSystem(command: Command) {
  return command
    .argument('<system>', 'system with encrypted data: identity, a program such as snap, or one of --definition')
    .option('--data-dir <directory>', 'directory of a local system', '.data')
    .option('--definition <module>', 'system outside this repository: module that exports its encryptedTables')
    .addHelpText(
      'after',
      '\nEnvironment variables, for a system that is not local:\n' +
        '  <SYSTEM>_DATABASE_URL          its database\n' +
        '  PERSON360_ENCRYPTION_KEY_FILE  its key file',
    );
}
