import type { MatchExplanation } from '../../../schema/generated/identity.ts';
import type { Explanation } from '../linkage/decide/decide.ts';

/** An explanation by the names of the SDL. */
export function publicExplanation(explanation: Explanation): MatchExplanation {
  const { weight, thresholds, modelVersion, comparisons, adjustment, guardDescription } = explanation;
  return {
    ...{ weight, joinThreshold: thresholds.join, reviewThreshold: thresholds.review, model: modelVersion },
    ...{ comparisons, adjustment, guard: guardDescription },
  };
}
