import { Command, InvalidArgumentError, Option } from 'commander';
import { engineNames } from '../gateway/execution/engineNames.ts';
import { CliError } from './cliError.ts';
import { addAuditCommands } from './commands/audit/auditCommands.ts';
import { documentsCommand } from './commands/documents/documentsCommand.ts';
import { emouCommand } from './commands/emou/emouCommand.ts';
import { encryptionCommand } from './commands/encryption/encryptionCommand.ts';
import { identityCommand } from './commands/identity/identityCommand.ts';
import { populationCommand } from './commands/population/populationCommand.ts';
import { subgraphCommand } from './commands/subgraph/subgraphCommand.ts';
import { supergraphCommand } from './commands/supergraph/supergraphCommand.ts';
import { processEnvironment, readCliConfig } from './config.ts';
import { explainError } from './explainError.ts';
import { instantOption } from './instantOption.ts';
import { DEFAULT_GATEWAY_PORT } from './systemPorts.ts';

// Commands are imported when they are called: all of them together take a second to load.
const program = new Command('person360')
  .description("One graph of Person and Household over the systems of Illinois' agencies")
  .showHelpAfterError('Run it with --help for its arguments and options.');

program
  .command('start')
  .description('run everything on this machine: database, systems, gateway, console; press Ctrl-C to stop')
  .option(
    '--port <number>',
    'port of the gateway; the systems use the ports after it; 0 chooses free ports',
    port,
    DEFAULT_GATEWAY_PORT,
  )
  .option('--console-port <number>', "port of the console (default: the gateway's and 100)", port)
  .option('--no-console', 'start without the console')
  .option('--persons <number>', 'number of persons in the synthetic population', positiveInteger, 5_000)
  .option('--seed <text>', 'seed of the population; the same seed gives the same persons', 'illinois')
  .option('--data-dir <directory>', 'directory of the databases and keys', '.data')
  .option('--fresh', 'delete the databases of earlier runs', false)
  .addOption(new Option('--engine <name>', 'what runs the query plans').choices(engineNames).default('compiled'))
  .option('--workers <number>', 'number of gateway processes on its port, each with its own log', positiveInteger, 1)
  .option(
    '--clock <instant>',
    'time at which the clock starts, such as 2026-12-01T09:00:00-06:00 (default: now)',
    instantOption,
  )
  .option(
    '--system <name=url>',
    'include a system that runs elsewhere, such as aging=http://127.0.0.1:4020/graphql; repeatable',
    collect,
  )
  .option('--verbose', 'print the log of the systems', false)
  .action(async (options) => {
    const { start } = await import('./commands/start.ts');
    const { readAgreementText } = await import('../subgraphs/config.ts');
    const { readNoticeSettings } = await import('../subgraphs/noticeSettings.ts');
    const { readLimitSettings } = await import('../gateway/limits.ts');
    const environment = processEnvironment();
    const limits = readLimitSettings(environment);
    const emou = { notices: readNoticeSettings(environment), agreement: readAgreementText(environment) };
    const config = readCliConfig(environment);
    await untilStopped(
      (signal) => start({ clock: undefined, ...options, limits }, config, emou, signal),
      // A worker is stopped by the process that started it, and ends with it.
      config.localGateway === undefined ? 'end at once' : 'ignore',
    );
  });

program
  .command('gateway')
  .description('serve a federation supergraph without authorization, for conformance tests and benchmarks')
  .addOption(new Option('--supergraph <file>', 'composed supergraph SDL').env('SUPERGRAPH'))
  .addOption(
    new Option('--port <number>', 'port; 0 chooses a free one')
      .env('PORT')
      .argParser(port)
      .default(DEFAULT_GATEWAY_PORT),
  )
  .option('--open', 'confirm that there is no authorization', false)
  .addOption(new Option('--engine <name>', 'what runs the query plans').choices(engineNames).default('compiled'))
  .option('--workers <number>', 'number of processes on the port', positiveInteger, 1)
  .option('--no-batching', 'do not batch calls of concurrent requests')
  .action(async (options) => {
    const { serveOpenly } = await import('./commands/gateway.ts');
    await untilStopped(() => serveOpenly(options, readCliConfig(processEnvironment()).production));
  });

program
  .command('fhir')
  .description('serve FHIR R4 for health agencies over a gateway: Patient/$match and Patient/$ihe-pix')
  .addOption(
    new Option('--gateway <url>', "the gateway's endpoint")
      .env('PERSON360_URL')
      .default('http://127.0.0.1:4000/graphql'),
  )
  .option('--host <address>', 'address to listen on', '127.0.0.1')
  .option('--port <number>', 'port; 0 chooses a free one', port, 4180)
  .option(
    '--base-url <url>',
    'address of this server for its callers; identifiers contain it (default: where it listens)',
  )
  .addHelpText(
    'after',
    '\nBehind a proxy, set --base-url, so that identifiers stay the same. The pages are docs/fhir.md.',
  )
  .action(async (options) => {
    const { serveFhir } = await import('./commands/fhir.ts');
    await untilStopped(() => serveFhir({ baseUrl: undefined, ...options }));
  });

program
  .command('token')
  .description('print a token signed by the local development issuer')
  .requiredOption('--agency <code>', 'agency of the requester, such as DCFS')
  .requiredOption('--purpose <purpose>', 'purpose of use; repeatable', collect)
  .option('--role <role>', 'role of the requester; repeatable (default: CASEWORKER)', collect)
  .option('--subject <subject>', 'subject of the token (default: <agency>.<role>, such as dcfs.caseworker)')
  .option('--family-name <name>', "the requester's family name, which detects searches for the same surname")
  .option('--expires <lifetime>', 'lifetime, such as 90s, 30m, 8h, or 1d', '8h')
  .option('--data-dir <directory>', 'directory of the keys', '.data')
  .action(async (options) => {
    const { printToken } = await import('./commands/token.ts');
    printToken(
      { role: ['CASEWORKER'], subject: undefined, familyName: undefined, ...options },
      readCliConfig(processEnvironment()).production,
    );
  });

program
  .command('example')
  .description('print the example query, its variables, and the ids of the demonstration household')
  .option('--json', 'print a JSON request body that can be posted unchanged', false)
  .action(async (options) => {
    const { printExample } = await import('./commands/printExample.ts');
    printExample(options);
  });

program
  .command('compose')
  .description("compose the systems' schemas into schema/supergraph.graphql and check that every field is guarded")
  .addOption(new Option('--check', 'only check that the committed supergraph is current').default(false))
  .action(async (options) => {
    const { compose } = await import('./commands/compose.ts');
    compose(options);
  });

program
  .command('ledger')
  .description('the disclosure ledger of a production installation')
  .command('install')
  .description('install or upgrade the ledger in its database, and create its logins')
  .addHelpText(
    'after',
    '\nEnvironment variables:\n  LEDGER_ADMIN_URL          database of the ledger, with its administrator login\n' +
      '  LEDGER_WRITER_PASSWORD    password for ledger_gateway, which appends for the gateways\n' +
      '  LEDGER_AUDIT_PASSWORD     password for audit, which reads for the audit system\n' +
      '  LEDGER_REGISTER_PASSWORD  password for ledger_register, which appends and reads what decides access for emou and audit',
  )
  .action(async () => {
    const { installLedgerCommand } = await import('./commands/installLedger.ts');
    await installLedgerCommand(processEnvironment());
  });

program
  .command('bench')
  .description('measure gateways side by side; see bench/README.md')
  .option(
    '--engines <names>',
    'comma-separated: stock, apollo, compiled-unbatched, compiled, compiled-approvals, compiled-unrecorded, hive, node',
    'stock,apollo,compiled-unbatched,compiled',
  )
  .option('--workloads <names>', 'comma-separated', 'a,b,c,d,e')
  .option('--connections <numbers>', 'comma-separated', '1,16,64')
  .option('--rates <numbers>', 'also measure with this many requests arriving each second, comma-separated')
  .option('--seconds <number>', 'length of one measurement', positiveInteger, 10)
  .option('--rounds <number>', 'number of rounds; figures are their medians', positiveInteger, 3)
  .option('--persons <number>', 'population behind a, b, and d', positiveInteger, 60_000)
  .option('--data-dir <directory>', 'directory of its databases', '.data/bench')
  .option('--half-load', 'also measure at half of what the first engine can serve, for p50 and p99', false)
  .option('--new-operations <number>', 'at half load, also send this many new operations each second', positiveInteger)
  .option('--no-recording', 'gateways do not record disclosures, to measure the engines alone')
  .option('--peer-dir <directory>', 'directory in which Hive Gateway is installed')
  .option('--profile <directory>', 'write CPU profiles of the gateways to this directory')
  .option('--json <file>', 'write figures and samples to this file')
  .option('--markdown <file>', 'write the page of results to this file')
  .action(async (options) => {
    const { bench } = await import('./commands/bench.ts');
    await bench(
      {
        rates: undefined,
        newOperations: undefined,
        peerDir: undefined,
        profile: undefined,
        json: undefined,
        markdown: undefined,
        ...options,
      },
      processEnvironment(),
    );
  });

program.addCommand(emouCommand());
program.addCommand(encryptionCommand());
program.addCommand(identityCommand());
program.addCommand(subgraphCommand());
program.addCommand(supergraphCommand());
program.addCommand(documentsCommand());
program.addCommand(populationCommand());
addAuditCommands(program);

/** Runs the command line. The exit code is 1 if a command failed. */
export async function main(argv: readonly string[]): Promise<void> {
  // The reader of a pipe has closed it (`| head`), which is not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = 1;
    endSoon();
    process.stderr.write(`${explainError(error)}\n`);
  }
}

/**
 * Signals closer together than this count as one: `npm start` forwards Ctrl-C to a program that the terminal has also
 * signaled.
 */
const ONE_SIGNAL_MS = 500;
/** Time for anything still running after a command to end by itself. */
const LAST_MS = 5_000;

/**
 * Runs until Ctrl-C, SIGTERM or a failure, then stops everything, even during startup. A second signal ends the process
 * at once: the database server notices that and shuts down by itself.
 */
async function untilStopped(
  begin: (signal: AbortSignal) => Promise<{ readonly failed?: Promise<Error>; stop(): Promise<void> }>,
  secondSignal: 'end at once' | 'ignore' = 'end at once',
): Promise<void> {
  const stopping = new AbortController();
  let firstAt = 0;
  const stopRequested = new Promise<undefined>((resolve) => {
    const onSignal = (signal: NodeJS.Signals): void => {
      if (!stopping.signal.aborted) {
        firstAt = performance.now();
        process.stderr.write('stopping; press Ctrl-C again to stop at once\n');
        stopping.abort(new CliError('stopped before it was ready'));
        resolve(undefined);
      } else if (secondSignal === 'end at once' && performance.now() - firstAt >= ONE_SIGNAL_MS) {
        process.stderr.write('stopped at once\n');
        process.exit(signal === 'SIGINT' ? 130 : 143);
      }
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
  try {
    const running = await begin(stopping.signal);
    const failure = await Promise.race([stopRequested, running.failed ?? stopRequested]);
    await running.stop();
    if (failure !== undefined) throw failure;
  } catch (error) {
    if (error !== stopping.signal.reason) throw error;
  } finally {
    endSoon();
  }
}

/** Ends the process if something left behind keeps it alive. */
function endSoon(): void {
  setTimeout(() => process.exit(), LAST_MS).unref();
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_000)
    throw new InvalidArgumentError('Use a port from 0 to 65000.');
  return value;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Use a whole number of at least 1.');
  return value;
}
