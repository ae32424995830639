import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { FieldDecision } from '../authorization/pruning/decisionLog.ts';
import type { AccessRule, FactName } from '../model/accessRule.ts';
import type { Decision } from '../model/decision.ts';
import type { PlanCoordinates } from '../model/plan.ts';

/**
 * Decisions that a compiled operation depends on: those on what it displays, and on everything that its plan reads or
 * sends.
 */
export interface OperationTerms {
  /** Equal for requesters that may share one compiled operation. Ids of approvals are not part of it. */
  readonly key: readonly unknown[];
  /** Facts about persons that some decision depends on. */
  readonly needs: ReadonlySet<FactName>;
}

export function operationTerms(
  fieldDecisions: readonly FieldDecision[],
  { coordinates, sends }: PlanCoordinates,
  decisions: Pick<DecisionTable, 'decide' | 'decideInput'>,
): OperationTerms {
  const displayed = fieldDecisions.map(({ coordinate, decision }) => ['displayed', coordinate, decision] as const);
  const read = coordinates.map(
    ({ typeName, fieldName }) => ['read', `${typeName}.${fieldName}`, decisions.decide(typeName, fieldName)] as const,
  );
  const sent = sends.map(
    ({ typeName, fieldName }) =>
      ['sent', `${typeName}.${fieldName}`, decisions.decideInput(typeName, fieldName)] as const,
  );
  const limited = [...displayed, ...read, ...sent].filter(([, , decision]) => rulesIn(decision).length > 0);
  return {
    key: limited.map(([use, coordinate, decision]) => [
      use,
      coordinate,
      rulesIn(decision).map(({ anyOf, transform }) => [anyOf, transform]),
    ]),
    needs: new Set(limited.flatMap(([, , decision]) => rulesIn(decision).flatMap(({ anyOf }) => anyOf.flat()))),
  };
}

function rulesIn(decision: Decision): readonly AccessRule[] {
  return decision.kind === 'allow' ? (decision.rules ?? []) : [];
}
