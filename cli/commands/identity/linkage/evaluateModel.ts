import { type Dataset, halfOf, withoutSsn } from '../../../../subgraphs/identity/linkage/evaluate/dataset.ts';
import { type Evaluation, evaluate } from '../../../../subgraphs/identity/linkage/evaluate/evaluate.ts';
import { todayDigits } from '../../../../subgraphs/identity/linkage/normalize/normalize.ts';
import { SINGLE_SETTINGS } from '../../../../subgraphs/identity/linkage/train/settings.ts';
import { CliError } from '../../../cliError.ts';
import { readPopulation, readPublicSets } from './datasets.ts';
import { evaluationText } from './evaluationText.ts';
import { readModel } from './models.ts';
import { trainOn } from './trainModel.ts';

export interface EvaluateModelOptions {
  readonly model: string | undefined;
  readonly persons: number;
  readonly seed: string;
  readonly format: 'text' | 'json';
}

/**
 * Prints how well records are linked. Public sets are linked with a model that is trained, without labels, on another
 * set or on the other half of the persons. Without a folder, the records of a population are linked with `model`.
 */
export function evaluateModel(folders: readonly string[], options: EvaluateModelOptions): void {
  const print = (evaluation: Evaluation): void => {
    process.stdout.write(options.format === 'json' ? `${JSON.stringify(evaluation)}\n` : evaluationText(evaluation));
  };
  if (folders.length === 0) {
    const model = readModel(options.model);
    const dataset = readPopulation(options.persons, options.seed);
    if (dataset.name === model.trained.on) {
      throw new CliError(`The model was trained on ${dataset.name}. Evaluate it on others: set --seed.`);
    }
    print(evaluate(dataset, model, todayDigits()));
    print(evaluate(withoutSsn(dataset), model, todayDigits()));
    return;
  }
  for (const { training, test } of folders.flatMap(partsOf)) {
    for (const part of [(dataset: Dataset) => dataset, withoutSsn]) {
      const model = trainOn(part(training), {
        name: 'evaluation',
        by: 'person360 identity evaluate',
        ...SINGLE_SETTINGS,
      });
      print(evaluate(part(test), model, todayDigits()));
    }
  }
}

interface Parts {
  readonly training: Dataset;
  readonly test: Dataset;
}

function partsOf(folder: string): readonly Parts[] {
  const sets = readPublicSets(folder);
  const [febrl3, febrl4, uganda] = [sets.get('febrl3'), sets.get('febrl4'), sets.get('uganda')];
  const parts: Parts[] = [];
  if (febrl3 !== undefined && febrl4 !== undefined) {
    parts.push({ training: febrl4, test: febrl3 }, { training: febrl3, test: febrl4 });
  }
  for (const alone of [febrl3 && febrl4 ? undefined : (febrl3 ?? febrl4), uganda]) {
    if (alone === undefined) continue;
    parts.push(
      { training: halfOf(alone, 'even'), test: halfOf(alone, 'odd') },
      { training: halfOf(alone, 'odd'), test: halfOf(alone, 'even') },
    );
  }
  return parts;
}
