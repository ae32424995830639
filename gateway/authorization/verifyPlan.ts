import type { PlanCoordinates } from '../model/plan.ts';
import type { DecisionTable } from './decisions/decisionTable.ts';

/** A plan that asks for something that was not decided. It is never sent; somebody has to look at why it was made. */
export class PlanViolation extends Error {
  readonly coordinates: readonly string[];
  constructor(coordinates: readonly string[]) {
    super(`A plan asks for fields that were not allowed: ${coordinates.join(', ')}`);
    this.coordinates = coordinates;
  }
}

/**
 * The second layer: whatever pruning and planning did, a plan is used only when every field that it asks an agency for,
 * is allowed for this requester or a linking key, and every field that it sends to another agency is allowed as it is.
 * Once per plan and set of decisions; nothing per request. Undefined: the plan may be used.
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
