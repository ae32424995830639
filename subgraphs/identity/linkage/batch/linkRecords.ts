import type { SourceRecord } from '../../../../schema/persons/sourceRecord.ts';
import { type Clusters, cluster, type ScoredPair } from '../cluster/cluster.ts';
import type { LinkDecision } from '../cluster/decisions.ts';
import { createDecider, type PairDecision } from '../decide/decide.ts';
import { isContradiction } from '../decide/guards.ts';
import { compileScorer, type ScoredRecord } from '../model/compileScorer.ts';
import type { LinkageModel } from '../model/linkageModel.ts';
import { scaleThresholds } from '../model/scaleThresholds.ts';
import { normalize } from '../normalize/normalize.ts';
import { candidatePairs } from '../train/pairs.ts';

export interface LinkRecordsOptions {
  readonly model: LinkageModel;
  /** YYYYMMDD; later birth dates are no evidence. */
  readonly today: string;
  /** People's decisions about records, which are named by recordKey. */
  readonly decisions?: readonly LinkDecision[];
  /** Cluster of each record until now. */
  readonly previous?: ReadonlyMap<string, string>;
  readonly threads?: number;
  /** Up to so many records are compared in this process; more in an embedded database, which takes a while to load. */
  readonly inProcess?: number;
  onStage?(stage: LinkStage): void;
}

export type LinkStage = 'normalize' | 'find candidates' | 'score' | 'cluster';

export interface LinkedRecords extends Clusters {
  /** Candidate pairs. The embedded database counts a pair once for every blocking key that the two records share. */
  readonly candidates: number;
  /** The records as they were compared, in the order given. */
  readonly records: readonly ScoredRecord[];
  /** Pairs that are linked by weight, or that a person may have to decide: what the clusters follow from. */
  readonly evidence: readonly DecidedPair[];
  /** Pairs that a person has to decide, the heaviest first. */
  readonly review: readonly DecidedPair[];
}

/** Key of a record in clusters and decisions. */
export const recordKey = ({ system, number }: Pick<SourceRecord, 'system' | 'number'>): string => `${system}|${number}`;

const IN_PROCESS = 20_000;

/** Links all records at once, with thresholds for their number. Each record is given once. */
export async function linkRecords(
  sources: readonly SourceRecord[],
  { model: trained, today, decisions, previous, threads = 2, inProcess = IN_PROCESS, onStage }: LinkRecordsOptions,
): Promise<LinkedRecords> {
  const model = scaleThresholds(trained, sources.length);
  const decider = createDecider(compileScorer(model));
  const keys = sources.map(recordKey);
  const positions = new Map(keys.map((key, at) => [key, at]));
  onStage?.('normalize');
  const records = sources.map(({ traits }) => decider.scorer.prepare(normalize(traits, today)));
  const decide = (one: number, other: number) => {
    const [a, b] = [records[one], records[other]];
    if (a === undefined || b === undefined)
      throw new RangeError(`Records ${one} and ${other} are not among those given.`);
    return decider.decide(a, b);
  };
  const { pairs, candidates } = await scoredPairs(records, { model, threads, inProcess, onStage, keys, decide });
  onStage?.('cluster');
  const result = cluster({
    records: keys,
    pairs,
    thresholds: model.thresholds,
    systemOf: (key) => sources[positions.get(key) ?? -1]?.system ?? key,
    score: (one, other) => {
      const { weight, guard } = decide(positions.get(one) ?? -1, positions.get(other) ?? -1);
      return { weight, contradicts: isContradiction(guard) };
    },
    ...(decisions === undefined ? {} : { decisions }),
    ...(previous === undefined ? {} : { previous }),
  });
  const clusterOf = new Map(
    result.clusters.flatMap((cluster, at) => cluster.map((key): [string, number] => [key, at])),
  );
  const review = pairs
    .filter(({ decision, one, other }) => decision === 'REVIEW' && clusterOf.get(one) !== clusterOf.get(other))
    .sort((a, b) => b.weight - a.weight);
  return { ...result, candidates, records, evidence: pairs, review };
}

interface DecidedPair extends ScoredPair, PairDecision {
  readonly decision: 'AUTO_LINK' | 'REVIEW';
}

async function scoredPairs(
  records: readonly ScoredRecord[],
  options: {
    readonly model: LinkageModel;
    readonly threads: number;
    readonly inProcess: number;
    readonly onStage: LinkRecordsOptions['onStage'];
    readonly keys: readonly string[];
    decide(one: number, other: number): ReturnType<ReturnType<typeof createDecider>['decide']>;
  },
): Promise<{ readonly pairs: readonly DecidedPair[]; readonly candidates: number }> {
  const { model, threads, inProcess, onStage, keys, decide } = options;
  const pairs: DecidedPair[] = [];
  const add = (one: number, other: number): void => {
    // Guards look at more than the weight.
    const { decision, weight, guard } = decide(one, other);
    if (decision === 'NEW') return;
    pairs.push({ one: keys[one] ?? '', other: keys[other] ?? '', weight, guard, guarded: guard !== null, decision });
  };
  if (records.length <= inProcess) {
    onStage?.('find candidates');
    const candidates = candidatePairs({ records });
    onStage?.('score');
    for (const [one, other] of candidates) add(one, other);
    return { pairs, candidates: candidates.length };
  }
  const { openBatch } = await import('./openBatch.ts');
  const batch = await openBatch({ threads });
  try {
    await batch.load(records);
    onStage?.('find candidates');
    const candidates = await batch.findCandidates(model, model.thresholds.review);
    onStage?.('score');
    for await (const part of batch.score(model, model.thresholds.review)) {
      for (const { one, other } of part) add(one, other);
    }
    return { pairs, candidates };
  } finally {
    batch.close();
  }
}
