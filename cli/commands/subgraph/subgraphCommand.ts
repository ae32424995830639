import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_JWKS_PORT } from '../../systemPorts.ts';
import { addRegistryCommands } from './registryCommands.ts';
import { withExitCode } from './withExitCode.ts';

/** `person360 subgraph`: what an agency needs to write, test and publish a subgraph of its own. */
export function subgraphCommand(): Command {
  const subgraph = new Command('subgraph').description("an agency's own subgraph: write it, test it, publish it");
  addInitCommand(subgraph);
  addTestCommand(subgraph);
  addRegistryCommands(subgraph);
  return subgraph;
}

function addInitCommand(subgraph: Command): void {
  subgraph
    .command('init <name>')
    .description('write a small project that passes `subgraph test`')
    .addOption(
      new Option('--language <language>', 'language of the project')
        .choices(['typescript', 'python'])
        .makeOptionMandatory(),
    )
    .requiredOption('--agency <code>', 'agency that owns the subgraph, such as IDOA')
    .option('--directory <directory>', 'folder to write to (default: the name, in this folder)')
    .option('--kit <version>', 'for TypeScript: version of @person360/subgraph-kit, or its .tgz file', '0.1.0')
    .action(async (name: string, options) => {
      const { initSubgraph } = await import('./init.ts');
      await withExitCode(async () => {
        const folder = initSubgraph(name, options);
        process.stderr.write(`Written to ${folder}. README.md there says how to start and test it.\n`);
        return true;
      });
    });
}

const TEST_HELP = `
The test signs grants as the gateway does, and serves their keys at
http://127.0.0.1:${DEFAULT_JWKS_PORT}/.well-known/jwks.json. Start the subgraph with this address for the gateway's
keys, and with test records only: the test sends what an attacker would send.

  person360 subgraph test http://127.0.0.1:4020/graphql \\
    --sdl aging.graphql --datasets aging.yaml --key 'agingClientId:A-1001'

Exit codes: 0 passed, 1 an item failed, 2 the subgraph could not be tested.`;

function addTestCommand(subgraph: Command): void {
  subgraph
    .command('test <url>')
    .description('test a running subgraph, written in any language, against the contract')
    .option('--sdl <file>', 'SDL of the subgraph (default: what it serves)')
    .option('--datasets <file>', 'YAML file of its datasets')
    .option('--name <name>', 'name of the subgraph (default: the system of the datasets)')
    .option('--key <field:value>', 'number of a test record, such as agingClientId:A-1001; repeatable', collect)
    .option('--jwks-port <number>', 'port for the key set of the test', port, DEFAULT_JWKS_PORT)
    .option('--grant-key <file>', 'sign with this private key (PEM), whose key set another program serves')
    .option('--item <id>', 'test only this item; repeatable', collect)
    .addOption(
      new Option('--format <format>', 'form of the report').choices(['text', 'json', 'github']).default('text'),
    )
    .addHelpText('after', TEST_HELP)
    .action(async (address: string, options) => {
      const { testSubgraph } = await import('./test.ts');
      const output = {
        say: (line: string) => void process.stderr.write(`${line}\n`),
        print: (line: string) => void process.stdout.write(`${line}\n`),
      };
      await withExitCode(() => testSubgraph(address, options, output));
    });
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new InvalidArgumentError('Use a port from 0 to 65535.');
  }
  return value;
}
