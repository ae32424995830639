import { type Command, InvalidArgumentError, Option } from 'commander';
import { withRegistry } from './registryOptions.ts';
import { withExitCode } from './withExitCode.ts';

const CHECK_HELP = `
Without a token, the subgraph is checked against the files of --against (default: those that the product comes with).
With one, the registry checks it against what is in service, the approvals in force, and the usage of clients.

  person360 subgraph check aging --sdl aging.graphql --datasets aging.yaml
  person360 subgraph check aging --sdl aging.graphql --datasets aging.yaml --format github --token "$TOKEN"

Exit codes: 0 passed, 1 findings that stop, 2 it could not be checked.`;

const PUBLISH_HELP = `
  person360 subgraph publish aging --sdl aging.graphql --datasets aging.yaml \\
    --routing-url http://127.0.0.1:4020/graphql --person-key agingClientId --token "$TOKEN"

Exit codes: 0 published (or waiting for a second person), 1 the checks stopped it, 2 it could not be published.`;

const DECIDE_HELP = `
The number is that of the publication: see \`person360 subgraph list\`. Roles: DATA_OFFICER of the agency that owns the
subgraph, or DATA_STEWARD of DOIT; never the person who published it.

  person360 subgraph approve 12 --why 'Classes and laws are right.' --token "$TOKEN"`;

const ACCEPT_HELP = `
\`person360 subgraph check\` prints the fingerprint of each finding that can be accepted. It stays accepted for that
change, wherever it moves in the file, until the subgraph is published. Everybody can read the reason. A finding that
breaks something in use takes a second person nevertheless. Role: SCHEMA_PUBLISHER of the agency that owns the subgraph.

  person360 subgraph accept aging 3b5d5c3712955042212316173ccf37be --why 'The client was told.' --token "$TOKEN"

Exit codes: 0 accepted, 2 it could not be accepted.`;

/** Adds the commands that ask the registry. */
export function addRegistryCommands(subgraph: Command): void {
  withFormat(withFiles(withRegistry(subgraph.command('check <name>').description('check what a publication would do'))))
    .option('--against <folder>', 'check against the subgraphs of a folder like schema/, without a registry')
    .option('--routing-url <url>', "the subgraph's GraphQL endpoint")
    .addHelpText('after', CHECK_HELP)
    .action((name, options) => withExitCode(async () => (await import('./check.ts')).check(name, options)));
  withFormat(withFiles(withRegistry(subgraph.command('publish <name>').description('publish a subgraph'))))
    .requiredOption('--routing-url <url>', "the subgraph's GraphQL endpoint")
    .option('--message <text>', 'what changed, for the history', '')
    .option('--based-on <number>', 'publication that this one was written for (default: the one in service)', integer)
    .addHelpText('after', PUBLISH_HELP)
    .action((name, options) => withExitCode(async () => (await import('./publish.ts')).publish(name, options)));
  withFormat(withRegistry(subgraph.command('rollback <name>').description('publish an earlier publication again')))
    .requiredOption('--to <number>', 'number of the publication to repeat', integer)
    .option('--message <text>', 'why, for the history', '')
    .action((name, options) => withExitCode(async () => (await import('./publish.ts')).rollback(name, options)));
  withFormat(withRegistry(subgraph.command('retire <name>').description('take a subgraph out of the supergraph')))
    .option('--message <text>', 'why, for the history', '')
    .action((name, options) => withExitCode(async () => (await import('./publish.ts')).retire(name, options)));
  withRegistry(subgraph.command('accept <name> <fingerprint>').description('accept a finding that stops a publication'))
    .requiredOption('--why <text>', 'reason, which everybody can read')
    .addHelpText('after', ACCEPT_HELP)
    .action((name, fingerprint, options) =>
      withExitCode(async () => (await import('./publish.ts')).accept(name, fingerprint, options)),
    );
  for (const [name, description] of [
    ['approve', 'approve a publication that waits for a second person'],
    ['reject', 'reject a publication that waits, or withdraw your own'],
  ] as const) {
    withFormat(withRegistry(subgraph.command(`${name} <number>`).description(description)))
      .requiredOption('--why <text>', 'reason, for the history')
      .addHelpText('after', DECIDE_HELP)
      .action((number, options) =>
        withExitCode(async () => (await import('./publish.ts')).decide(name, integer(number), options)),
      );
  }
  withRegistry(subgraph.command('list').description('list the subgraphs'))
    .option('--json', 'print JSON', false)
    .action((options) => read(async ({ list }) => list(options)));
  withRegistry(subgraph.command('history <name>').description('list the publications of a subgraph'))
    .option('--limit <number>', 'maximum number of publications', integer, 20)
    .option('--json', 'print JSON', false)
    .action((name, options) => read(async ({ history }) => history(name, options)));
  withRegistry(subgraph.command('fetch <name>').description('print the SDL of a subgraph'))
    .option('--publication <number>', 'number of an earlier publication', integer)
    .option('--datasets', 'print its datasets instead, as YAML', false)
    .action((name, options) => read(async ({ fetchSubgraph }) => fetchSubgraph(name, options)));
  withRegistry(subgraph.command('diff <name>').description('print what differs between two publications'))
    .requiredOption('--from <number>', 'number of the earlier publication', integer)
    .option('--to <number>', 'number of the later one (default: the one in service)', integer)
    .action((name, options) => read(async ({ diff }) => diff(name, options)));
}

function read(work: (commands: typeof import('./readRegistry.ts')) => Promise<void>): Promise<void> {
  return withExitCode(async () => {
    await work(await import('./readRegistry.ts'));
    return true;
  });
}

function withFiles(command: Command): Command {
  return command
    .requiredOption('--sdl <file>', 'schema of the subgraph')
    .requiredOption('--datasets <file>', 'file of its datasets')
    .option('--person-key <field>', "field of Person that holds the system's own number of a person")
    .option('--contact <text>', 'whom to ask about the subgraph (default: the contact of its datasets)');
}

function withFormat(command: Command): Command {
  return command.addOption(
    new Option('--format <format>', 'form of the findings').choices(['text', 'json', 'github']).default('text'),
  );
}

export function integer(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('Use a whole number of at least 1.');
  return value;
}
