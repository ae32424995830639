import type { PlanCoordinates } from '../model/plan.ts';
import type { DecisionTable } from './decisions/decisionTable.ts';

/**
 * Error for a plan that reads or sends what is not allowed. The plan is never executed; its cause must be investigated.
 */
export class PlanViolation extends Error {
  readonly coordinates: readonly string[];
  constructor(coordinates: readonly string[]) {
    super(`A plan reads or sends fields that are not allowed: ${coordinates.join(', ')}`);
    this.coordinates = coordinates;
  }
}

/**
 * Verifies a plan, whatever pruning and planning did: every field that it reads from a system must be allowed for this
 * requester or a linking key, and every field that it sends to a system must be allowed as it is. Runs once per plan
 * and set of decisions, not per request. Returns undefined if the plan may be used.
 */
export function verifyPlan(
  { coordinates, sends }: PlanCoordinates,
  decisions: Pick<DecisionTable, 'decide' | 'decideInput'>,
): PlanViolation | undefined {
  const undecided = [
    ...coordinates.filter(({ typeName, fieldName }) => decisions.decide(typeName, fieldName).kind !== 'allow'),
    ...sends.filter(({ typeName, fieldName }) => decisions.decideInput(typeName, fieldName).kind !== 'allow'),
  ];
  if (undecided.length === 0) return undefined;
  return new PlanViolation([...new Set(undecided.map(({ typeName, fieldName }) => `${typeName}.${fieldName}`))]);
}
