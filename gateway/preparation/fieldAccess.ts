import { decideField } from '../authorization/decisions/decideField.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { EngineOperation } from '../execution/contract/engine.ts';
import type { Decision } from '../model/decision.ts';
import type { FieldAccess, TreatmentWay } from '../model/fieldAccess.ts';
import type { Transforms } from '../response/transforms.ts';
import { PERSON_TYPE } from '../supergraph/policyTable.ts';

/** What an engine does with a field by its decision. */
export function treatmentOf(decision: Decision, transforms: Transforms): FieldAccess {
  if (decision.kind === 'deny') return { kind: 'deny' };
  const ways = waysOf(decision, transforms);
  return ways === undefined ? { kind: 'show' } : { kind: 'ways', ways };
}

/** Undefined: denied, or open for everybody as it is. */
export function waysOf(decision: Decision, transforms: Transforms): readonly TreatmentWay[] | undefined {
  if (decision.kind === 'deny' || decision.ways === undefined) return undefined;
  return decision.ways.map(({ when, transform }) => ({
    when,
    transform: transform === null ? undefined : transforms(transform),
  }));
}

/** What an engine asks while it prepares one operation: the access to each field and object, and what may be sent. */
export function engineAccess(
  decisions: DecisionTable,
  transforms: Transforms,
): Pick<EngineOperation, 'closedInputs' | 'waysOf' | 'inputWaysOf' | 'treatmentOf' | 'objectTreatmentOf'> {
  const { decide, decideInput, decideType, closedInputs } = decisions;
  return {
    closedInputs,
    waysOf: (typeName, fieldName) => waysOf(decide(typeName, fieldName), transforms),
    inputWaysOf: (typeName, fieldName) => waysOf(decideInput(typeName, fieldName), transforms),
    treatmentOf: (runtimeType, field) =>
      field.name.value.startsWith('__')
        ? { kind: 'show' }
        : treatmentOf(decideField(decisions, runtimeType, field), transforms),
    objectTreatmentOf: (runtimeType, isAbstract) =>
      isAbstract || runtimeType === PERSON_TYPE ? treatmentOf(decideType(runtimeType), transforms) : { kind: 'show' },
  };
}
