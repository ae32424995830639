import { writeFileSync } from 'node:fs';
import { SingleBar } from 'cli-progress';
import type { Dataset } from '../../../../subgraphs/identity/linkage/evaluate/dataset.ts';
import { pairSpace } from '../../../../subgraphs/identity/linkage/evaluate/evaluate.ts';
import { type LinkageModel, modelText } from '../../../../subgraphs/identity/linkage/model/linkageModel.ts';
import { todayDigits } from '../../../../subgraphs/identity/linkage/normalize/normalize.ts';
import { FAMILY_SETTINGS } from '../../../../subgraphs/identity/linkage/train/settings.ts';
import { type TrainOptions, train } from '../../../../subgraphs/identity/linkage/train/train.ts';
import { CliError } from '../../../cliError.ts';
import { readPopulation } from './datasets.ts';
import { readRecords } from './readRecords.ts';

export interface TrainModelOptions {
  readonly persons: number | undefined;
  readonly seed: string | undefined;
  readonly name: string;
  readonly by: string;
  readonly out: string;
  readonly format: 'text' | 'json';
}

const PERSONS = 20_000;
const SEED = 'training';

/**
 * Trains a model on the records of a folder, or of a population. The truth about the latter is not read. Throws a CliError,
 * and writes nothing, if the records cannot be read or are too few.
 */
export function trainModel(folder: string | undefined, options: TrainModelOptions): void {
  const { name, by, out, format } = options;
  const dataset = datasetOf(folder, options);
  process.stderr.write(`training on ${dataset.records.length} records of ${dataset.name}\n`);
  const bar = new SingleBar({
    format: '  {bar} {percentage}% | {value} of {total} pairs | {eta_formatted} left',
    ...{ stream: process.stderr, hideCursor: true, noTTYOutput: false },
  });
  let isRunning = false;
  const onProgress = (done: number, total: number): void => {
    if (!isRunning) bar.start(total, done);
    isRunning = true;
    bar.update(done);
  };
  let model: LinkageModel;
  try {
    model = trainOn(dataset, { name, by, onProgress, ...FAMILY_SETTINGS });
  } finally {
    if (isRunning) bar.stop();
  }
  writeFileSync(out, modelText(model));
  process.stdout.write(format === 'json' ? `${JSON.stringify(summary(model, out))}\n` : textOf(model, out));
}

function datasetOf(folder: string | undefined, { persons, seed }: TrainModelOptions): Dataset {
  if (folder === undefined) return readPopulation(persons ?? PERSONS, seed ?? SEED);
  if (persons !== undefined || seed !== undefined) {
    throw new CliError(`--persons and --seed are for a population. Leave them out to train on ${folder}.`);
  }
  const records = readRecords(folder);
  if (records.length < LEAST_RECORDS) {
    throw new CliError(
      `${folder} has ${records.length} records. Training takes at least ${LEAST_RECORDS}; with fewer, use the model that the ` +
        'project ships.',
    );
  }
  // Training reads no entities.
  return { name: folder, records, entities: [] };
}

/** Fewer records have too few pairs of one person to learn from. */
const LEAST_RECORDS = 1_000;

/** Trains a model on a dataset, without its truth. */
export function trainOn(
  dataset: Dataset,
  { by, ...settings }: Omit<TrainOptions, 'trained'> & { readonly by: string },
): LinkageModel {
  const trained = { on: dataset.name, at: new Date().toISOString(), by };
  return train(pairSpace(dataset, todayDigits()), { ...settings, trained });
}

const summary = ({ version, trained, thresholds, prior }: LinkageModel, file: string) => ({
  file,
  version,
  trained,
  thresholds,
  prior,
});

function textOf({ version, thresholds, prior, trained }: LinkageModel, file: string): string {
  const { join, review, fracture } = thresholds;
  return (
    `${file}: model ${version}, trained on ${trained.on} (${trained.records} records)\n` +
    `thresholds in bits: join ${join}, review ${review}, fracture ${fracture}\n` +
    `two random records are of one person with probability ${prior}\n`
  );
}
