import { readPopulation } from '../../cli/commands/identity/linkage/datasets.ts';
import { readModel } from '../../cli/commands/identity/linkage/models.ts';
import { type LinkStage, linkRecords, recordKey } from '../../subgraphs/identity/linkage/batch/linkRecords.ts';
import type { Dataset } from '../../subgraphs/identity/linkage/evaluate/dataset.ts';
import { type Share, shareOf } from '../../subgraphs/identity/linkage/evaluate/intervals.ts';
import { todayDigits } from '../../subgraphs/identity/linkage/normalize/normalize.ts';

export interface LinkingMeasurement {
  readonly records: number;
  readonly stages: readonly { readonly stage: LinkStage; readonly seconds: number; readonly cpuSeconds: number }[];
  /** Of this process, the records and the population's truth included. */
  readonly peakMemoryMb: number;
  readonly candidates: number;
  readonly reviewPairs: number;
  readonly recordsForReview: Share;
  /** Of pairs within clusters. */
  readonly precision: Share;
  readonly recall: Share;
}

/** Links a population and compares the clusters with the truth. */
export async function measureLinking(persons: number, seed: string, threads: number): Promise<LinkingMeasurement> {
  const dataset = readPopulation(persons, seed);
  const stages: LinkingMeasurement['stages'][number][] = [];
  let last: { readonly stage: LinkStage; readonly at: number; readonly cpu: NodeJS.CpuUsage } | undefined;
  const endStage = (): void => {
    if (last === undefined) return;
    const { user, system } = process.cpuUsage(last.cpu);
    const seconds = (performance.now() - last.at) / 1_000;
    stages.push({ stage: last.stage, seconds, cpuSeconds: (user + system) / 1e6 });
  };
  const { clusters, review, candidates } = await linkRecords(dataset.records, {
    model: readModel(),
    today: todayDigits(),
    threads,
    onStage(stage) {
      endStage();
      last = { stage, at: performance.now(), cpu: process.cpuUsage() };
    },
  });
  endStage();
  const peakMemoryMb = process.resourceUsage().maxRSS / 1_024;
  const forReview = new Set(review.flatMap(({ one, other }) => [one, other]));
  return {
    records: dataset.records.length,
    stages,
    peakMemoryMb,
    candidates,
    reviewPairs: review.length,
    recordsForReview: shareOf(forReview.size, dataset.records.length),
    ...qualityOf(dataset, clusters),
  };
}

function qualityOf(
  { records, entities }: Dataset,
  clusters: readonly (readonly string[])[],
): Pick<LinkingMeasurement, 'precision' | 'recall'> {
  const entityOf = new Map(records.map((record, at) => [recordKey(record), entities[at]]));
  const pairsOf = (size: number): number => (size * (size - 1)) / 2;
  const countsOf = (values: Iterable<number | undefined>): Iterable<number> => {
    const counts = new Map<number | undefined, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts.values();
  };
  const sum = (sizes: Iterable<number>): number => {
    let pairs = 0;
    for (const size of sizes) pairs += pairsOf(size);
    return pairs;
  };
  let linked = 0;
  let right = 0;
  for (const keys of clusters) {
    linked += pairsOf(keys.length);
    right += sum(countsOf(keys.map((key) => entityOf.get(key))));
  }
  return { precision: shareOf(right, linked), recall: shareOf(right, sum(countsOf(entities))) };
}
