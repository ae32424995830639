import type { MatchExplanation } from '../../../schema/generated/identity.ts';
import type { Decider } from '../linkage/decide/decide.ts';
import { normalize, todayDigits } from '../linkage/normalize/normalize.ts';
import { publicExplanation } from '../register/explanation.ts';
import type { OpenRecord } from './sourceRecords.ts';

/** Why two records are, or are not, of one person, by the model and thresholds of today. */
export function explainPair(decider: Decider, one: OpenRecord, other: OpenRecord, now: Date): MatchExplanation {
  const today = todayDigits(now);
  const [a, b] = [one, other].map(({ content }) => decider.scorer.prepare(normalize(content, today)));
  // Two records went in.
  if (a === undefined || b === undefined) throw new Error('Two records are compared.');
  return publicExplanation(decider.explain(a, b));
}
