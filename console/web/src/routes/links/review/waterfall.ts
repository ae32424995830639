import type { ExplanationFragment } from '../generated/graphql.ts';

/** One bar: it starts where the last one ended. */
export interface Step {
  readonly kind: 'comparison' | 'adjustment' | 'total';
  /** Comparison of the model; empty for the others. */
  readonly comparison: string;
  readonly level: string | null;
  readonly description: string;
  /** In bits. */
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

export interface Waterfall {
  readonly steps: readonly Step[];
  /** Comparisons without evidence. */
  readonly withoutEvidence: readonly string[];
}

/** Bits below which an adjustment is an error of rounding. */
const NOTHING = 0.05;

/** The bars of a match weight: one for each comparison with evidence, the limits, and the sum from zero. */
export function waterfallOf({ comparisons, adjustment, weight }: ExplanationFragment): Waterfall {
  const steps: Step[] = [];
  let sum = 0;
  const add = (step: Omit<Step, 'from' | 'to'>): void => {
    steps.push({ ...step, from: sum, to: sum + step.weight });
    sum += step.weight;
  };
  const all = comparisons ?? [];
  for (const { comparison, level, description, weight: bits } of all) {
    if (level === null) continue;
    add({
      kind: 'comparison',
      comparison: comparison ?? '',
      level,
      description: description ?? level,
      weight: bits ?? 0,
    });
  }
  const limits = adjustment ?? 0;
  if (Math.abs(limits) >= NOTHING) {
    add({ kind: 'adjustment', comparison: '', level: null, description: '', weight: limits });
  }
  const total = weight ?? sum;
  steps.push({ kind: 'total', comparison: '', level: null, description: '', weight: total, from: 0, to: total });
  return {
    steps,
    withoutEvidence: all.filter(({ level }) => level === null).flatMap(({ comparison }) => comparison ?? []),
  };
}
