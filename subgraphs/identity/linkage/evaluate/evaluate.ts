import { type Clusters, cluster, type ScoredPair } from '../cluster/cluster.ts';
import { createDecider } from '../decide/decide.ts';
import { isContradiction } from '../decide/guards.ts';
import { compileScorer } from '../model/compileScorer.ts';
import type { LinkageModel } from '../model/linkageModel.ts';
import { scaleThresholds } from '../model/scaleThresholds.ts';
import { normalize } from '../normalize/normalize.ts';
import { candidatePairs, type PairSpace } from '../train/pairs.ts';
import type { Dataset } from './dataset.ts';
import { type Share, shareOf } from './intervals.ts';

export interface Quality {
  readonly precision: Share;
  readonly recall: Share;
  readonly f1: number;
}

export interface Evaluation {
  readonly dataset: string;
  readonly records: number;
  /** Data that the model and its thresholds are from. */
  readonly trainedOn: string;
  readonly modelVersion: string;
  readonly candidates: number;
  /** True pairs that are no candidates. They count as misses below. */
  readonly missedByBlocking: number;
  /** Pairs that are linked automatically, each for itself. */
  readonly automatic: Quality;
  /** Pairs with at least the review weight: what people would find if they decided rightly. */
  readonly withReview: Quality;
  /** Pairs within the clusters of automatic links. */
  readonly clusteredPairs: Quality;
  /** Clusters that are exactly one person's records. */
  readonly clusters: Quality;
  /** Share of the records with a pair for review. */
  readonly recordsForReview: Share;
  /** Share of the pairs of each group's persons that are in one cluster. Only for datasets with groups. */
  readonly recallByGroup: Readonly<Record<string, Share>>;
}

/** Records of a dataset as they are compared. */
export function pairSpace({ records, secondFrom }: Dataset, today: string): PairSpace {
  const normalized = records.map(({ traits }) => normalize(traits, today));
  return secondFrom === undefined ? { records: normalized } : { records: normalized, secondFrom };
}

/**
 * Links a dataset as a batch does, with thresholds for its number of records, and compares the result with the truth, which
 * only this function reads.
 */
export function evaluate(dataset: Dataset, trained: LinkageModel, today: string): Evaluation {
  const model = scaleThresholds(trained, dataset.records.length);
  const { entities, secondFrom } = dataset;
  const decider = createDecider(compileScorer(model));
  const space = pairSpace(dataset, today);
  const records = space.records.map((record) => decider.scorer.prepare(record));
  const isTrue = (one: number, other: number): boolean => entities[one] === entities[other];
  const decide = (one: number, other: number) => {
    const [a, b] = [records[one], records[other]];
    if (a === undefined || b === undefined) throw new RangeError('No such record.');
    return decider.decide(a, b);
  };
  const candidates = candidatePairs(space);
  const found = { automatic: [0, 0], withReview: [0, 0] };
  let blocked = 0;
  const undecided: (readonly [number, number])[] = [];
  const pairs: ScoredPair[] = [];
  for (const [one, other] of candidates) {
    const { decision, weight, guard } = decide(one, other);
    const right = isTrue(one, other) ? 0 : 1;
    if (right === 0) blocked++;
    if (decision !== 'NEW') found.withReview[right] = (found.withReview[right] ?? 0) + 1;
    if (decision === 'AUTO_LINK') found.automatic[right] = (found.automatic[right] ?? 0) + 1;
    if (decision === 'REVIEW') undecided.push([one, other]);
    if (decision !== 'NEW') pairs.push({ one: `${one}`, other: `${other}`, weight, guarded: guard !== null });
  }
  const { clusters } = cluster({
    records: records.map((_, at) => `${at}`),
    pairs,
    thresholds: model.thresholds,
    score: (one, other) => {
      const { weight, guard } = decide(Number(one), Number(other));
      return { weight, contradicts: isContradiction(guard) };
    },
  });
  const clusterOf = new Map(clusters.flatMap((keys, at) => keys.map((key): [number, number] => [Number(key), at])));
  // Records that came together through others need no review.
  const forReview = new Set(undecided.filter(([a, b]) => clusterOf.get(a) !== clusterOf.get(b)).flat());
  const truth = groups(entities);
  const possible = truth.reduce((sum, group) => sum + pairsWithin(group, secondFrom).length, 0);
  const quality = ([right = 0, wrong = 0]: readonly number[], of: number): Quality => ({
    precision: shareOf(right, right + wrong),
    recall: shareOf(right, of),
    f1: (2 * right) / (2 * right + wrong + (of - right)),
  });
  return {
    dataset: dataset.name,
    records: records.length,
    trainedOn: model.trained.on,
    modelVersion: model.version,
    candidates: candidates.length,
    missedByBlocking: possible - blocked,
    automatic: quality(found.automatic, possible),
    withReview: quality(found.withReview, possible),
    clusteredPairs: quality(clusteredPairs(clusters, isTrue, secondFrom), possible),
    clusters: quality(exactClusters(clusters, truth), truth.length),
    recordsForReview: shareOf(forReview.size, records.length),
    recallByGroup: recallByGroup(dataset, clusters, truth),
  };
}

function recallByGroup(
  { groups: groupOf, secondFrom }: Dataset,
  clusters: Clusters['clusters'],
  truth: readonly (readonly number[])[],
): Readonly<Record<string, Share>> {
  if (groupOf === undefined) return {};
  const clusterOf = new Map(clusters.flatMap((keys, at) => keys.map((key): [number, number] => [Number(key), at])));
  const counts = new Map<string, { found: number; of: number }>();
  for (const records of truth) {
    for (const [one, other] of pairsWithin(records, secondFrom)) {
      const group = groupOf[one] ?? '';
      const count = counts.get(group) ?? { found: 0, of: 0 };
      count.of++;
      if (clusterOf.get(one) === clusterOf.get(other)) count.found++;
      counts.set(group, count);
    }
  }
  return Object.fromEntries([...counts].sort().map(([group, { found, of }]) => [group, shareOf(found, of)]));
}

function groups(entities: readonly number[]): number[][] {
  const byEntity = new Map<number, number[]>();
  for (const [at, entity] of entities.entries()) {
    const group = byEntity.get(entity);
    if (group === undefined) byEntity.set(entity, [at]);
    else group.push(at);
  }
  return [...byEntity.values()];
}

function pairsWithin(group: readonly number[], secondFrom: number | undefined): (readonly [number, number])[] {
  return group.flatMap((one, at) =>
    group
      .slice(at + 1)
      .filter((other) => secondFrom === undefined || one < secondFrom !== other < secondFrom)
      .map((other): readonly [number, number] => [one, other]),
  );
}

function clusteredPairs(
  clusters: Clusters['clusters'],
  isTrue: (one: number, other: number) => boolean,
  secondFrom: number | undefined,
): readonly [number, number] {
  const pairs = clusters.flatMap((keys) => pairsWithin(keys.map(Number), secondFrom));
  const right = pairs.filter(([one, other]) => isTrue(one, other)).length;
  return [right, pairs.length - right];
}

function exactClusters(clusters: Clusters['clusters'], truth: readonly number[][]): readonly [number, number] {
  const text = (group: readonly number[]): string => [...group].sort((a, b) => a - b).join();
  const persons = new Set(truth.map(text));
  const right = clusters.filter((keys) => persons.has(text(keys.map(Number)))).length;
  return [right, clusters.length - right];
}
