import { writeFileSync } from 'node:fs';
import type { Dataset } from '../../../../subgraphs/identity/linkage/evaluate/dataset.ts';
import { pairSpace } from '../../../../subgraphs/identity/linkage/evaluate/evaluate.ts';
import { type LinkageModel, modelText } from '../../../../subgraphs/identity/linkage/model/linkageModel.ts';
import { todayDigits } from '../../../../subgraphs/identity/linkage/normalize/normalize.ts';
import { FAMILY_SETTINGS } from '../../../../subgraphs/identity/linkage/train/settings.ts';
import { type TrainOptions, train } from '../../../../subgraphs/identity/linkage/train/train.ts';
import { readPopulation } from './datasets.ts';

export interface TrainModelOptions {
  readonly persons: number;
  readonly seed: string;
  readonly name: string;
  readonly by: string;
  readonly out: string;
  readonly format: 'text' | 'json';
}

/** Trains a model on the records of a population. The truth about them is not read. */
export function trainModel({ persons, seed, name, by, out, format }: TrainModelOptions): void {
  const dataset = readPopulation(persons, seed);
  process.stderr.write(`training on ${dataset.records.length} records of ${dataset.name}\n`);
  const model = trainOn(dataset, { name, by, ...FAMILY_SETTINGS });
  writeFileSync(out, modelText(model));
  process.stdout.write(format === 'json' ? `${JSON.stringify(summary(model, out))}\n` : textOf(model, out));
}

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
