import { COMPARISONS } from '../comparisons/comparisons.ts';
import { type VectorCounts, vectorLevels } from './levelVector.ts';

/** m and u of each level of each of COMPARISONS. */
export interface Estimate {
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  /** Probability that two random records are of one person. */
  readonly prior: number;
  readonly rounds: number;
}

export interface EstimateOptions {
  /** Vectors of candidate pairs: nearly all matches are among them. */
  readonly candidates: VectorCounts;
  /** Vectors of random pairs: nearly all are of different persons. */
  readonly random: VectorCounts;
  /** Number of all pairs of records that could be compared. */
  readonly possiblePairs: number;
  /**
   * Most bits that the traits of a household count for together. Without it, EM learns to find households, which are the
   * most distinct groups in records of families. Null: no limit.
   */
  readonly householdLimit: number | null;
  /** Most bits that address parts count against a match together. Null: no limit. */
  readonly addressFloor: number | null;
}

const MAX_ROUNDS = 100;
const CONVERGED = 1e-7;
/** Pairs added to each comparison, in the shares where EM starts, so that rare levels have a small probability and not none. */
const SMOOTHING = 2;
/** Where EM starts: most pairs of one person agree, and the stricter a level, the more likely. */
const START_SHARE = 0.7;

/**
 * Estimates m, u, and the prior by expectation maximization, without knowing which pairs match. m is learned from the
 * candidates, u from random pairs, both weighted by the probability that the pair matches. It is computed from all
 * comparisons of the pair, which is why the choice of candidates does not distort it. See Winkler (1988).
 */
export function estimate({
  candidates,
  random,
  possiblePairs,
  householdLimit,
  addressFloor,
}: EstimateOptions): Estimate {
  const candidateVectors = unpack(candidates);
  const randomVectors = unpack(random);
  const start = COMPARISONS.map(({ levels }) => startingShares(levels.length));
  const m = [...start];
  const limits: Limits = {
    household: householdLimit === null ? Number.POSITIVE_INFINITY : 2 ** householdLimit,
    address: addressFloor === null ? 0 : 2 ** addressFloor,
  };
  const evenly = COMPARISONS.map(({ levels }) => levels.map(() => 1 / levels.length));
  let u = shares(randomVectors, () => 1, evenly);
  let prior = Math.min(0.5, 1 / Math.sqrt(possiblePairs));
  for (let round = 1; ; round++) {
    const current = { m: [...m], u, prior };
    const matches = (levels: Int8Array): number => matchProbability(levels, current, limits);
    let expected = 0;
    for (const { levels, count } of candidateVectors) expected += matches(levels) * count;
    const learned = shares(candidateVectors, matches, start);
    u = shares(randomVectors, (levels) => 1 - matches(levels), evenly);
    prior = Math.min(0.5, Math.max(expected, 1) / possiblePairs);
    let change = 0;
    for (const [at, levels] of learned.entries()) {
      for (const [level, share] of levels.entries()) change = Math.max(change, Math.abs(share - (m[at]?.[level] ?? 0)));
      m[at] = levels;
    }
    if (change < CONVERGED || round === MAX_ROUNDS) return { m, u, prior, rounds: round };
  }
}

interface CountedVector {
  readonly levels: Int8Array;
  readonly count: number;
}

const unpack = (counts: VectorCounts): CountedVector[] =>
  [...counts].map(([code, count]) => ({ levels: vectorLevels(code), count }));

function startingShares(levels: number): number[] {
  const raw = Array.from({ length: levels }, (_, at) => (1 - START_SHARE) ** at);
  const sum = raw.reduce((total, share) => total + share, 0);
  return raw.map((share) => share / sum);
}

const IS_HOUSEHOLD = COMPARISONS.map(({ household }) => household === true);

const IS_ADDRESS = COMPARISONS.map(({ address }) => address === true);

/** Limits of Bayes factors. */
interface Limits {
  readonly household: number;
  readonly address: number;
}

/** Probability that a pair with these levels matches. */
function matchProbability(levels: Int8Array, { m, u, prior }: Omit<Estimate, 'rounds'>, limits: Limits): number {
  let own = prior / (1 - prior);
  let shared = 1;
  let address = 1;
  for (let at = 0; at < levels.length; at++) {
    const level = levels[at] ?? -1;
    if (level < 0) continue;
    const factor = (m[at]?.[level] ?? 1) / (u[at]?.[level] ?? 1);
    if (IS_ADDRESS[at]) address *= factor;
    else if (IS_HOUSEHOLD[at]) shared *= factor;
    else own *= factor;
  }
  const odds = own * Math.min(shared * Math.max(address, limits.address), limits.household);
  return odds / (1 + odds);
}

/** Share of each level among the pairs with evidence, each pair weighted. */
function shares(
  vectors: readonly CountedVector[],
  weightOf: (levels: Int8Array) => number,
  start: readonly (readonly number[])[],
): number[][] {
  const sums = start.map((levels) => levels.map((share) => share * SMOOTHING));
  for (const { levels, count } of vectors) {
    const weight = weightOf(levels) * count;
    for (let at = 0; at < levels.length; at++) {
      const level = levels[at] ?? -1;
      const ofComparison = sums[at];
      if (level >= 0 && ofComparison !== undefined) ofComparison[level] = (ofComparison[level] ?? 0) + weight;
    }
  }
  return sums.map((levels) => {
    const total = levels.reduce((sum, share) => sum + share, 0);
    return levels.map((share) => share / total);
  });
}
