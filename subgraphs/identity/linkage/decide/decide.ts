import { COMPARISONS } from '../comparisons/comparisons.ts';
import type { ScoredRecord, Scorer } from '../model/compileScorer.ts';
import type { Guard } from '../model/guardNames.ts';
import { GUARD_DESCRIPTIONS, guardOf } from './guards.ts';

/** AUTO_LINK: one person. REVIEW: a person decides. NEW: not the same person, as far as the traits tell. */
export type Decision = 'AUTO_LINK' | 'REVIEW' | 'NEW';

export interface PairDecision {
  readonly decision: Decision;
  /** Match weight in bits. */
  readonly weight: number;
  /** Reason why a pair with enough weight is not linked automatically. */
  readonly guard: Guard | null;
}

export interface ComparedTrait {
  readonly comparison: string;
  /** Null: no evidence. */
  readonly level: string | null;
  /** In plain words. */
  readonly description: string;
  /** In bits; negative against a match. */
  readonly weight: number;
}

/** Decision with everything that led to it. It contains no values of the records. */
export interface Explanation extends PairDecision {
  readonly modelVersion: string;
  readonly thresholds: { readonly join: number; readonly review: number };
  readonly comparisons: readonly ComparedTrait[];
  /**
   * Bits that the limits add to or take off the sum of the weights: a household shares its name, address, and phone
   * number, and all parts of an address change when a person moves.
   */
  readonly adjustment: number;
  readonly guardDescription: string | null;
}

export interface Decider {
  readonly scorer: Scorer;
  decide(a: ScoredRecord, b: ScoredRecord): PairDecision;
  explain(a: ScoredRecord, b: ScoredRecord): Explanation;
}

/** Share of records from which on a given name is one, and not a typing error of another. */
const ESTABLISHED = 3e-4;

/** Decides about pairs of prepared records by a model's thresholds and guards. */
export function createDecider(scorer: Scorer): Decider {
  const { thresholds, guards, version, termFrequencies } = scorer.model;
  const established = new Set(
    Object.entries(termFrequencies.given?.values ?? {}).flatMap(([given, share]) =>
      share >= ESTABLISHED ? [given] : [],
    ),
  );
  const isEstablished = (given: string): boolean => established.has(given);

  function decide(a: ScoredRecord, b: ScoredRecord): PairDecision {
    const weight = scorer.score(a, b);
    if (weight < thresholds.review) return { decision: 'NEW', weight, guard: null };
    const guard = guardOf(a, b, scorer.levels, guards, isEstablished);
    // What a guard stops short of the join threshold is rarely one person: twins, spouses, parent and child.
    if (guard !== null && guard !== 'newborn' && weight < thresholds.join) return { decision: 'NEW', weight, guard };
    return { decision: guard === null && weight >= thresholds.join ? 'AUTO_LINK' : 'REVIEW', weight, guard };
  }

  return {
    scorer,
    decide,
    explain(a, b) {
      const decision = decide(a, b);
      const comparisons = COMPARISONS.map(({ name, levels }, at): ComparedTrait => {
        const level = levels[scorer.levels[at] ?? -1];
        return {
          comparison: name,
          level: level?.name ?? null,
          description: level?.description ?? 'no evidence',
          weight: scorer.weights[at] ?? 0,
        };
      });
      const sum = comparisons.reduce((total, { weight }) => total + weight, 0);
      return {
        ...decision,
        modelVersion: version,
        thresholds: { join: thresholds.join, review: thresholds.review },
        comparisons,
        adjustment: decision.weight - sum,
        guardDescription: decision.guard === null ? null : GUARD_DESCRIPTIONS[decision.guard],
      };
    },
  };
}
