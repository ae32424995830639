import { Command, Option } from 'commander';
import { integer } from '../subgraph/registryCommands.ts';

const RECORDS_HELP = `
Writes DIR/records/SYSTEM.csv for each system, and DIR/truth.csv, which says whose record each one is. Records are what a
system wrote: names with errors and short forms, missing and wrong numbers, former addresses. Only an evaluation may
read truth.csv. The same seed writes the same bytes. Existing files are replaced.

  person360 population records --persons 100000 --out people`;

/** `person360 population`: the synthetic population as files. */
export function populationCommand(): Command {
  const population = new Command('population').description('the synthetic population as files, to train and evaluate');
  population
    .command('records')
    .description("write the systems' own records of persons, and whose they are in a file of its own")
    .option('--persons <number>', 'number of persons in the synthetic population', integer, 5_000)
    .option('--seed <text>', 'seed of the population; the same seed gives the same persons', 'illinois')
    .requiredOption('--out <directory>', 'directory of the files; made if it does not exist')
    .addOption(new Option('--format <format>', 'format of the files').choices(['csv', 'ndjson']).default('csv'))
    .addHelpText('after', RECORDS_HELP)
    .action(async (options) => {
      const { writeRecords } = await import('./writeRecords.ts');
      await writeRecords(options);
    });
  return population;
}
