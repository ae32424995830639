import { PERSON_TYPE } from '../../supergraph/read/policyTable.ts';
import { decideField } from '../authorization/decisions/decideField.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { EngineOperation } from '../execution/contract/engine.ts';
import type { Decision } from '../model/decision.ts';
import type { FieldAccess, FieldRule } from '../model/fieldAccess.ts';
import type { Transforms } from '../response/transforms.ts';

/** Translates a decision into what an engine does with the field. */
export function accessOf(decision: Decision, transforms: Transforms): FieldAccess {
  if (decision.kind === 'deny') return { kind: 'deny' };
  const rules = rulesOf(decision, transforms);
  return rules === undefined ? { kind: 'show' } : { kind: 'rules', rules };
}

/** Rules of a conditional decision. Undefined if the field is denied, or open without a condition. */
export function rulesOf(decision: Decision, transforms: Transforms): readonly FieldRule[] | undefined {
  if (decision.kind === 'deny' || decision.rules === undefined) return undefined;
  return decision.rules.map(({ anyOf, transform }) => ({
    anyOf,
    transform: transform === null ? undefined : transforms(transform),
  }));
}

/** Access to each field and object, and what may be sent, as an engine needs it to prepare one operation. */
export function engineAccess(
  decisions: DecisionTable,
  transforms: Transforms,
): Pick<EngineOperation, 'closedInputs' | 'rulesOf' | 'inputRulesOf' | 'accessOf' | 'objectAccessOf'> {
  const { decide, decideInput, decideType, closedInputs } = decisions;
  return {
    closedInputs,
    rulesOf: (typeName, fieldName) => rulesOf(decide(typeName, fieldName), transforms),
    inputRulesOf: (typeName, fieldName) => rulesOf(decideInput(typeName, fieldName), transforms),
    accessOf: (runtimeType, field) =>
      field.name.value.startsWith('__')
        ? { kind: 'show' }
        : accessOf(decideField(decisions, runtimeType, field), transforms),
    objectAccessOf: (runtimeType, isAbstract) =>
      isAbstract || runtimeType === PERSON_TYPE ? accessOf(decideType(runtimeType), transforms) : { kind: 'show' },
  };
}
