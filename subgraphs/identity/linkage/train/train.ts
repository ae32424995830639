import { TERM_FREQUENCY_COLUMNS } from '../comparisons/comparison.ts';
import { COMPARISONS } from '../comparisons/comparisons.ts';
import { type LinkageModel, type LinkageModelContent, linkageModel } from '../model/linkageModel.ts';
import type { NormalizedRecord } from '../normalize/normalizedRecord.ts';
import { type Estimate, estimate } from './estimate.ts';
import { vectorCode } from './levelVector.ts';
import { candidatePairs, type PairSpace, possiblePairs, randomPairs } from './pairs.ts';

/** Random pairs from which u is estimated. */
const RANDOM_PAIRS = 1_000_000;

/** Probabilities of a match from which the thresholds are computed. */
export interface ThresholdProbabilities {
  readonly join: number;
  readonly review: number;
  readonly fracture: number;
}

/**
 * Three false links in two thousand at the threshold itself, and far fewer above it. Below 0.9, people would look at more
 * strangers than at records of one person.
 */
export const DEFAULT_PROBABILITIES: ThresholdProbabilities = { join: 0.9985, review: 0.9, fracture: 0.99 };

export interface TrainOptions extends Pick<LinkageModelContent, 'name' | 'householdLimit' | 'addressFloor' | 'guards'> {
  readonly trained: Omit<LinkageModelContent['trained'], 'records'>;
  readonly randomPairs?: number;
  readonly probabilities?: ThresholdProbabilities;
  /** Called with the pairs that have been compared, from time to time; the rest of the work is short. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Pairs between two calls of onProgress. */
const PAIRS_A_STEP = 10_000;

/** Trains a model on records of which nobody knows who they are. Deterministic. */
export function train(space: PairSpace, options: TrainOptions): LinkageModel {
  const { randomPairs: randomCount = RANDOM_PAIRS, onProgress } = options;
  const levels = new Int8Array(COMPARISONS.length);
  const pairs = candidatePairs(space);
  const total = pairs.length + randomCount;
  let done = 0;
  const count = (pairs: Iterable<readonly [number, number]>): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const [one, other] of pairs) {
      if (done % PAIRS_A_STEP === 0) onProgress?.(done, total);
      done++;
      const a = space.records[one];
      const b = space.records[other];
      if (a === undefined || b === undefined) continue;
      for (let at = 0; at < COMPARISONS.length; at++) levels[at] = COMPARISONS[at]?.level(a, b) ?? -1;
      const code = vectorCode(levels);
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return counts;
  };
  const estimated = estimate({
    candidates: count(pairs),
    random: count(randomPairs(space, randomCount)),
    possiblePairs: possiblePairs(space),
    householdLimit: options.householdLimit,
    addressFloor: options.addressFloor,
  });
  onProgress?.(total, total);
  return modelOf(estimated, termFrequencies(space.records), space.records.length, options);
}

/** A model of estimated probabilities. */
export function modelOf(
  { m, u, prior }: Estimate,
  frequencies: LinkageModelContent['termFrequencies'],
  records: number,
  { name, trained, householdLimit, addressFloor, guards, probabilities = DEFAULT_PROBABILITIES }: TrainOptions,
): LinkageModel {
  return linkageModel({
    format: 'person360-linkage-model/1',
    name,
    trained: { ...trained, records },
    prior: rounded(prior),
    comparisons: COMPARISONS.map((comparison, at) => ({
      name: comparison.name,
      levels: comparison.levels.map((level, position) => ({
        name: level.name,
        m: rounded(m[at]?.[position] ?? 1),
        u: rounded(u[at]?.[position] ?? 1),
      })),
    })),
    termFrequencies: frequencies,
    householdLimit,
    addressFloor,
    guards,
    thresholds: {
      join: weightAt(probabilities.join, prior),
      review: weightAt(probabilities.review, prior),
      fracture: weightAt(probabilities.fracture, prior),
    },
  });
}

/** Match weight at which the probability of a match is `probability`, to a tenth of a bit. */
function weightAt(probability: number, prior: number): number {
  const bits = Math.log2(probability / (1 - probability)) - Math.log2(prior / (1 - prior));
  return Math.ceil(bits * 10) / 10;
}

/** Six significant digits: a model file is read by people too. */
const rounded = (probability: number): number => Number(probability.toPrecision(6));

/** Values that occur once are as rare as unseen ones, and are left out. */
const LEAST_OCCURRENCES = 2;
/** Rarer values of a large population are left out: the model file stays small, and typing errors stay out. */
const LEAST_SHARE = 1 / 20_000;

/** Shares of names and places among the records. */
export function termFrequencies(records: readonly NormalizedRecord[]): LinkageModelContent['termFrequencies'] {
  return Object.fromEntries(
    TERM_FREQUENCY_COLUMNS.map((column) => {
      const counts = new Map<string, number>();
      let total = 0;
      for (const record of records) {
        const value = record[column];
        if (value === null) continue;
        counts.set(value, (counts.get(value) ?? 0) + 1);
        total++;
      }
      const values = [...counts]
        .filter(([, occurrences]) => occurrences >= Math.max(LEAST_OCCURRENCES, total * LEAST_SHARE))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([value, occurrences]): [string, number] => [value, rounded(occurrences / total)]);
      return [column, { unseen: rounded(1 / Math.max(1, total)), values: Object.fromEntries(values) }];
    }),
  );
}
