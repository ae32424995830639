import { Command } from 'commander';
import { integer } from '../subgraph/registryCommands.ts';
import { withRegistry } from '../subgraph/registryOptions.ts';
import { withExitCode } from '../subgraph/withExitCode.ts';

const SDL_HELP = `
Every field says its owner, its dataset, and the class of its data. Without a token, the schema that the product comes
with is printed.

  person360 supergraph sdl --token "$TOKEN" > person360.graphql`;

/** `person360 supergraph`: what is composed of the subgraphs. */
export function supergraphCommand(): Command {
  const supergraph = new Command('supergraph').description('the schema that clients see, and how it changed');
  withRegistry(supergraph.command('sdl').description('print the schema for people'))
    .option('--number <number>', 'number of an earlier supergraph', integer)
    .addHelpText('after', SDL_HELP)
    .action((options) => run(async ({ printSdl }) => printSdl(options)));
  withRegistry(supergraph.command('history').description('list the supergraphs, newest first'))
    .option('--limit <number>', 'maximum number of supergraphs', integer, 20)
    .option('--json', 'print JSON', false)
    .action((options) => run(async ({ printHistory }) => printHistory(options)));
  withRegistry(supergraph.command('changelog').description('say what changed for clients between two supergraphs'))
    .requiredOption('--from <number>', 'number of the earlier supergraph', integer)
    .requiredOption('--to <number>', 'number of the later supergraph', integer)
    .option('--json', 'print JSON', false)
    .action((options) => run(async ({ printChangelog }) => printChangelog(options)));
  return supergraph;
}

function run(work: (commands: typeof import('./readSupergraphs.ts')) => Promise<void>): Promise<void> {
  return withExitCode(async () => {
    await work(await import('./readSupergraphs.ts'));
    return true;
  });
}
