import type { Decision } from '../../model/decision.ts';
import type { FieldCoordinate } from '../../model/plan.ts';
import { decideAll, decideWhole } from './combineDecisions.ts';
import type { DatasetDecisions } from './datasetDecisions.ts';
import type { DecisionInputs } from './decisionInputs.ts';
import { denyBarred, denyNotCovered, denyUnknown } from './denials.ts';

/** Decisions by the guards that the supergraph gives fields, types, and arguments. */
export interface GuardDecisions {
  /** Decides for a field of an object type. Memoized: the same value for the same coordinate. */
  decide(typeName: string, fieldName: string): Decision;
  /** Decides whether the requester may know that an object of this type exists, by the type's own guards. */
  decideType(typeName: string): Decision;
  /** Decides for an argument that has a value: filtering by a field reveals it. */
  decideArgument(typeName: string, fieldName: string, argumentName: string): Decision;
}

export function createGuardDecisions(
  datasets: DatasetDecisions,
  { policies, catalogue }: Pick<DecisionInputs, 'policies' | 'catalogue'>,
  purpose: string,
): GuardDecisions {
  const byType = new Map<string, Map<string, Decision>>();
  const ofTypes = new Map<string, Decision>();

  function decide(typeName: string, fieldName: string): Decision {
    let ofType = byType.get(typeName);
    if (ofType === undefined) {
      ofType = new Map();
      byType.set(typeName, ofType);
    }
    let decision = ofType.get(fieldName);
    if (decision === undefined) {
      decision = decideGuarded(typeName, fieldName);
      ofType.set(fieldName, decision);
    }
    return decision;
  }

  function decideGuarded(typeName: string, fieldName: string): Decision {
    const guard = policies.guardOf(typeName, fieldName);
    switch (guard.kind) {
      case 'public':
      case 'key':
        return { kind: 'allow', basis: { kind: guard.kind } };
      case 'barred': {
        const bar = catalogue.hardBars.get(`${typeName}.${fieldName}`);
        return denyBarred(catalogue.datasets.get(guard.all[0]?.[0]?.[0] ?? ''), bar?.bar, bar?.law);
      }
      case 'guarded': {
        const shape = policies.shapeOf(typeName, fieldName);
        const onDataset = (id: string): Decision => datasets.decideFieldOf(id, shape);
        const decision = decideAll(guard.all, onDataset);
        if (decision.kind === 'deny' || decision.rules === undefined || guard.around === guard.all) return decision;
        // Whether a returned person may be known is decided by the person's own type, for each of them.
        const around = guard.around.length === 0 ? PUBLIC : decideAll(guard.around, onDataset);
        return around.kind === 'deny' ? around : { ...around, basis: decision.basis };
      }
      case 'unguarded':
        return denyUnknown(undefined);
    }
  }

  function decideType(typeName: string): Decision {
    let decision = ofTypes.get(typeName);
    if (decision === undefined) {
      const all = policies.guardsOfType(typeName);
      const shape = policies.shapeOfType(typeName);
      decision = all.length === 0 ? PUBLIC : decideAll(all, (id) => datasets.decideFieldOf(id, shape));
      ofTypes.set(typeName, decision);
    }
    return decision;
  }

  function decideArgument(typeName: string, fieldName: string, argumentName: string): Decision {
    const guard = policies.argumentGuardOf(typeName, fieldName, argumentName);
    switch (guard.kind) {
      case 'public':
        return PUBLIC;
      case 'filters':
        return decideWhole([
          ...guard.datasets.map(datasets.decideWholeDataset),
          ...guard.fields.map((field) => decideFilter(field, guard.datasets[0])),
        ]);
      case 'unguarded':
        return denyUnknown(undefined);
    }
  }

  /** Filtering by a field reveals its exact value for any person, which no mask and no condition would prevent. */
  function decideFilter({ typeName, fieldName }: FieldCoordinate, dataset: string | undefined): Decision {
    const decision = decide(typeName, fieldName);
    if (decision.kind === 'deny' || decision.rules === undefined) return decision;
    return denyNotCovered(
      purpose,
      catalogue.datasets.get(dataset ?? ''),
      `${typeName}.${fieldName}`,
      'To search by a field, an approval must open it unmasked and without a condition.',
    );
  }

  return { decide, decideType, decideArgument };
}

const PUBLIC: Decision = { kind: 'allow', basis: { kind: 'public' } };
