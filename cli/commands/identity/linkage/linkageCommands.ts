import { type Command, InvalidArgumentError, Option } from 'commander';

const format = (): Option => new Option('--format <format>', 'output').choices(['text', 'json']).default('text');

/** Adds `person360 identity train`, `link`, `evaluate`, and `report`. */
export function addLinkageCommands(identity: Command): void {
  identity
    .command('train [folder]')
    .description(
      'train a linkage model on records, without knowing who is who: those of a folder, as for link, or of a synthetic population',
    )
    .addHelpText(
      'after',
      '\nA folder takes at least 1,000 records, of which some persons have several. Records stay on this machine; the model' +
        '\ncontains shares of names and places, none of a single record.' +
        '\nFor an example: person360 population records --out people; person360 identity train people/records --out model.json',
    )
    .requiredOption('--out <file>', 'model file to write')
    .option('--name <name>', 'name of the model', 'illinois')
    .option('--by <who>', 'who trained it, for the model file', 'person360 identity train')
    .option('--persons <number>', 'number of persons of the population (default: 20000)', positiveInteger)
    .option('--seed <text>', 'seed of the population; evaluate on another one (default: "training")')
    .addOption(format())
    .action(async (folder, options) => {
      const { trainModel } = await import('./trainModel.ts');
      trainModel(folder, { persons: undefined, seed: undefined, ...options });
    });

  identity
    .command('link <folder>')
    .description('link the records of systems to persons; the folder has a file SYSTEM.csv for each system')
    .addHelpText(
      'after',
      '\nColumns: number, given, middle, family, suffix, birthDate, gender, ssn, street, city, state, zip, phone.' +
        '\nFor an example: person360 population records --out people; person360 identity link people/records --out persons.csv',
    )
    .requiredOption('--out <file>', 'CSV file to write: person,record')
    .option('--review <file>', 'CSV file to write with the pairs that a person has to decide: one,other,weight')
    .option(
      '--decisions <file>',
      'JSON file with what people decided: [{"id", "kind": LINK or NOT_LINK, "one", "other"}]',
    )
    .option('--model <file>', 'model (default: the model that the project ships)')
    .addOption(format())
    .action(async (folder, options) => {
      const { linkFiles } = await import('./linkFiles.ts');
      await linkFiles(folder, { model: undefined, decisions: undefined, review: undefined, ...options });
    });

  identity
    .command('report [folder]')
    .description('print the weights of a model; with a folder of records, how far these have drifted from its training')
    .option('--model <file>', 'model (default: the model that the project ships)')
    .addOption(format())
    .action(async (folder, options) => {
      const { reportModel } = await import('./reportModel.ts');
      reportModel(folder, { model: undefined, ...options });
    });

  identity
    .command('evaluate [folders...]')
    .description('print how well records are linked, where it is known who is who')
    .addHelpText(
      'after',
      '\nWith folders of public sets (FEBRL 3 and 4, Uganda): trains on one set, or on half of the persons, and reports on' +
        '\nthe other. Without folders: links the records of a synthetic population with the model.',
    )
    .option('--model <file>', 'model for the population (default: the model that the project ships)')
    .option('--persons <number>', 'number of persons of the population', positiveInteger, 20_000)
    .option('--seed <text>', 'seed of the population', 'illinois')
    .addOption(format())
    .action(async (folders, options) => {
      const { evaluateModel } = await import('./evaluateModel.ts');
      evaluateModel(folders, { model: undefined, ...options });
    });
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Use a whole number of at least 1.');
  return value;
}
