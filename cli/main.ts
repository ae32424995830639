import { Command, InvalidArgumentError, Option } from 'commander';
import { engineNames } from '../gateway/execution/engineNames.ts';
import { CliError } from './cliError.ts';
import { addAuditCommands } from './commands/audit/auditCommands.ts';
import { emouCommand } from './commands/emou/emouCommand.ts';
import { processEnvironment, readCliConfig } from './config.ts';
import { explainError } from './explainError.ts';
import { instantOption } from './instantOption.ts';
import { DEFAULT_GATEWAY_PORT } from './systemPorts.ts';

// Commands are imported when they are called: all of them together take a second to load.
const program = new Command('person360')
  .description("One graph of Person and Household over the systems of Illinois' agencies")
  .showHelpAfterError('Add --help for what it takes.');

program
  .command('start')
  .description('run all of it on this machine: database, systems, gateway; Ctrl-C stops it')
  .option(
    '--port <number>',
    'port of the gateway; the systems take the ones after it; 0: any',
    port,
    DEFAULT_GATEWAY_PORT,
  )
  .option('--persons <number>', 'size of the synthetic population', positiveInteger, 5_000)
  .option('--seed <text>', 'the same seed gives the same population', 'illinois')
  .option('--data-dir <directory>', 'where the databases and keys are kept', '.data')
  .option('--fresh', 'forget the databases of earlier runs', false)
  .addOption(new Option('--engine <name>', 'what runs the query plans').choices(engineNames).default('compiled'))
  .option('--workers <number>', 'processes of the gateway on its port, each with a log of its own', positiveInteger, 1)
  .option('--clock <instant>', 'start time there, such as 2026-12-01T09:00:00-06:00 (default: now)', instantOption)
  .option('--verbose', 'tell what the systems log', false)
  .action(async (options) => {
    const { start } = await import('./commands/start.ts');
    const { readAgreementText } = await import('../subgraphs/config.ts');
    const { readNoticeSettings } = await import('../subgraphs/noticeSettings.ts');
    const environment = processEnvironment();
    const emou = { notices: readNoticeSettings(environment), agreement: readAgreementText(environment) };
    const config = readCliConfig(environment);
    await untilStopped(
      (signal) => start({ clock: undefined, ...options }, config, emou, signal),
      // A worker is stopped by the process that started it, and ends with it.
      config.localGateway === undefined ? 'end at once' : 'ignore',
    );
  });

program
  .command('gateway')
  .description('serve a federation supergraph without authorization, for conformance tests and benchmarks')
  .addOption(new Option('--supergraph <file>', 'composed supergraph SDL').env('SUPERGRAPH'))
  .addOption(new Option('--port <number>', '0: any').env('PORT').argParser(port).default(DEFAULT_GATEWAY_PORT))
  .option('--open', 'really without authorization', false)
  .addOption(new Option('--engine <name>', 'what runs the query plans').choices(engineNames).default('compiled'))
  .option('--workers <number>', 'processes on the port', positiveInteger, 1)
  .option('--no-batching', 'never put calls of concurrent requests together')
  .action(async (options) => {
    const { serveOpenly } = await import('./commands/gateway.ts');
    await untilStopped(() => serveOpenly(options, readCliConfig(processEnvironment()).production));
  });

program
  .command('token')
  .description('print a token signed by the local development issuer')
  .requiredOption('--agency <code>', 'agency of the requester, such as DCFS')
  .requiredOption('--purpose <purpose>', 'purpose of use; may be given more than once', collect)
  .option('--role <role>', 'role of the requester; may be given more than once (default: CASEWORKER)', collect)
  .option('--subject <subject>', 'who the token is for (default: <agency>.<role>, such as dcfs.caseworker)')
  .option('--family-name <name>', "the requester's family name, by which searches for relatives are noticed")
  .option('--expires <lifetime>', 'such as 90s, 30m, 8h, 1d', '8h')
  .option('--data-dir <directory>', 'where the keys are kept', '.data')
  .action(async (options) => {
    const { printToken } = await import('./commands/token.ts');
    printToken(
      { role: ['CASEWORKER'], subject: undefined, familyName: undefined, ...options },
      readCliConfig(processEnvironment()).production,
    );
  });

program
  .command('example')
  .description('print a query to start with, its variables, and the ids of the demonstration household')
  .option('--json', 'as JSON that can be posted as it is', false)
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
  .description('install or upgrade the ledger in its database, and make its logins')
  .addHelpText(
    'after',
    '\nFrom the environment:\n  LEDGER_ADMIN_URL        database of the ledger, as its administrator\n' +
      '  LEDGER_WRITER_PASSWORD  for the login of the gateways, which may only append\n' +
      '  LEDGER_AUDIT_PASSWORD   for the login of the audit system, which reads\n' +
      '  LEDGER_REGISTER_PASSWORD  for the login of emou, which appends what decides access and reads that back',
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
    'with commas: stock, apollo, compiled-unbatched, compiled, compiled-approvals, compiled-unrecorded, hive, node',
    'stock,apollo,compiled-unbatched,compiled',
  )
  .option('--workloads <names>', 'with commas', 'a,b,c,d,e')
  .option('--connections <numbers>', 'with commas', '1,16,64')
  .option('--rates <numbers>', 'measure also while so many requests arrive each second, with commas')
  .option('--seconds <number>', 'length of one measurement', positiveInteger, 10)
  .option('--rounds <number>', 'figures are medians over them', positiveInteger, 3)
  .option('--persons <number>', 'population behind a, b and d', positiveInteger, 60_000)
  .option('--data-dir <directory>', 'where its databases are kept', '.data/bench')
  .option('--half-load', 'measure also at half of what the first engine can serve, for its p50 and p99', false)
  .option(
    '--new-operations <number>',
    'half load, while so many operations a second arrive that are new',
    positiveInteger,
  )
  .option('--no-recording', 'gateways record no disclosures: engines by themselves')
  .option('--peer-dir <directory>', 'where Hive Gateway was installed')
  .option('--profile <directory>', 'leave CPU profiles of the gateways there')
  .option('--json <file>', 'figures and samples')
  .option('--markdown <file>', 'the page of results')
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
        process.stderr.write('stopping; Ctrl-C again ends it at once\n');
        stopping.abort(new CliError('stopped before it was ready'));
        resolve(undefined);
      } else if (secondSignal === 'end at once' && performance.now() - firstAt >= ONE_SIGNAL_MS) {
        process.stderr.write('ended at once\n');
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
  if (!Number.isInteger(value) || value < 0 || value > 65_000) throw new InvalidArgumentError('A port is 0 to 65000.');
  return value;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('A whole number, 1 or more.');
  return value;
}
