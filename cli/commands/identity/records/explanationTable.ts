import { createTable } from '../../emou/createTable.ts';
import type { Explanation } from './shapes.ts';

/** Why two records are, or are not, of one person: a line for each comparison, the sum, and the thresholds. */
export function explanationTable(explanation: Explanation): string {
  if (explanation === null) return 'There is no explanation: nothing was compared, or you may not read it.';
  const { comparisons, adjustment, weight, joinThreshold, reviewThreshold, model, guard } = explanation;
  const table = createTable(['comparison', 'says', 'bits', 'sum']);
  let sum = 0;
  for (const { comparison, level, description, weight: bits } of comparisons ?? []) {
    if (level === null) continue;
    sum += bits ?? 0;
    table.push([comparison ?? '', description ?? '', signed(bits ?? 0), signed(sum)]);
  }
  sum += adjustment ?? 0;
  table.push(['limits', 'what a household shares', signed(adjustment ?? 0), signed(sum)]);
  table.push(['match weight', '', '', signed(weight ?? sum)]);
  const withoutEvidence = (comparisons ?? []).flatMap(({ comparison, level }) =>
    level === null ? (comparison ?? []) : [],
  );
  return [
    table.toString(),
    ...(withoutEvidence.length === 0 ? [] : [`No evidence: ${withoutEvidence.join(', ')}.`]),
    `Links from ${bitsOf(joinThreshold)} bits on, goes to people from ${bitsOf(reviewThreshold)} bits on. Model ${model ?? ''}.`,
    ...(guard === null ? [] : [`Guard: ${guard}`]),
  ].join('\n');
}

export const bitsOf = (bits: number | null): string => (bits ?? 0).toFixed(1);

function signed(bits: number): string {
  const rounded = Number(bits.toFixed(1));
  // Zero has no sign, also where it was a little less.
  return rounded === 0 ? '0.0' : `${rounded > 0 ? '+' : ''}${rounded.toFixed(1)}`;
}
