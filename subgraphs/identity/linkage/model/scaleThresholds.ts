import type { LinkageModel } from './linkageModel.ts';

/**
 * The model with thresholds for a number of records. Among twice as many records, a record has twice as many strangers
 * who may agree with it by chance, so each threshold rises by a bit. A household does not grow with the population, so
 * what its members share may count for a bit more, too. For fewer records than in training nothing changes.
 */
export function scaleThresholds(model: LinkageModel, records: number): LinkageModel {
  const bits = Math.max(0, Math.log2(records / model.trained.records));
  const { join, review, fracture } = model.thresholds;
  return {
    ...model,
    householdLimit: model.householdLimit === null ? null : model.householdLimit + bits,
    thresholds: { join: join + bits, review: review + bits, fracture: fracture + bits },
  };
}
