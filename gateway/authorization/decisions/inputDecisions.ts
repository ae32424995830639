import type { Decision } from '../../model/decision.ts';
import type { ClosedInputs } from '../../model/plan.ts';
import { isUnrestricted } from './accessRules.ts';
import type { DatasetDecisions } from './datasetDecisions.ts';
import type { DecisionInputs } from './decisionInputs.ts';
import { denyNotCovered } from './denials.ts';
import type { GuardDecisions } from './guardDecisions.ts';

/** Decisions on what a plan may send to another system. */
export interface InputDecisions {
  /**
   * Decides for sending a field's value to another system, as a key or as an input of `@requires`. The system gets the
   * value as it is, so a masked field may not be sent.
   */
  decideInput(typeName: string, fieldName: string): Decision;
  /** Keys and inputs of `@requires` that may be sent for nobody, or for some persons only. */
  readonly closedInputs: ClosedInputs;
}

export function createInputDecisions(
  { decide }: Pick<GuardDecisions, 'decide'>,
  datasets: Pick<DatasetDecisions, 'datasetOf'>,
  { policies }: Pick<DecisionInputs, 'policies'>,
  purpose: string,
): InputDecisions {
  let closedInputs: ClosedInputs | undefined;

  function decideInput(typeName: string, fieldName: string): Decision {
    const decision = decide(typeName, fieldName);
    if (decision.kind === 'deny' || decision.rules === undefined) return decision;
    const unmasked = decision.rules.filter(({ transform }) => transform === null);
    if (unmasked.some(isUnrestricted)) return { kind: 'allow', basis: decision.basis };
    if (unmasked.length > 0) return { ...decision, rules: unmasked };
    return denyNotCovered(
      purpose,
      datasets.datasetOf(decision.rules),
      `${typeName}.${fieldName}`,
      `Another system needs ${typeName}.${fieldName} as it is, and the approval in force opens a masked form only.`,
    );
  }

  function inputsThat(match: (decision: Decision) => boolean): readonly string[] {
    return policies.inputs.flatMap(({ typeName, fieldName }) =>
      match(decideInput(typeName, fieldName)) ? [`${typeName}.${fieldName}`] : [],
    );
  }

  return {
    decideInput,
    get closedInputs() {
      closedInputs ??= {
        never: inputsThat(({ kind }) => kind === 'deny'),
        sometimes: inputsThat((decision) => decision.kind === 'allow' && decision.rules !== undefined),
      };
      return closedInputs;
    },
  };
}
