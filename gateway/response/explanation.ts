import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import type { PolicyTable } from '../../supergraph/read/policyTable.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { FieldDecision } from '../authorization/pruning/decisionLog.ts';
import type { Decision } from '../model/decision.ts';

/** Explains why each place of an operation is open or not, as a caller may know it: decisions, never data. */
export function explain(
  fieldDecisions: readonly FieldDecision[],
  decisions: DecisionTable,
  policies: PolicyTable,
  catalogue: DatasetCatalogue,
): readonly object[] {
  return fieldDecisions.map(({ path, coordinate, decision }) => {
    const datasets = datasetsOf(coordinate, decision, policies);
    const owners = [...new Set(datasets.flatMap((id) => catalogue.datasets.get(id)?.owner ?? []))];
    const place = { path, coordinate, datasets, owners };
    if (decision.kind === 'deny') {
      const { reason, remedy, bar } = decision;
      return { ...place, decision: 'deny', reason, remedy, ...(bar === undefined ? {} : { bar }) };
    }
    const { basis, rules } = decision;
    if (basis.kind !== 'approval') return { ...place, decision: 'allow', basis: basis.kind };
    return {
      ...place,
      decision: 'allow',
      basis: basis.kind,
      approvals: basis.approvalIds.map((id) => ({ id, validUntil: decisions.approval(id)?.validUntil ?? null })),
      ...(rules === undefined ? {} : { rules: rules.map(({ anyOf, transform }) => ({ anyOf, transform })) }),
    };
  });
}

/** Datasets that guard the place; of a denied one also the dataset that an argument is held against. */
function datasetsOf(coordinate: string, decision: Decision, policies: PolicyTable): readonly string[] {
  const [typeName = '', fieldName] = coordinate.split('.');
  const denied = decision.kind === 'deny' && decision.dataset !== undefined ? [decision.dataset] : [];
  // An object that is denied because of its type has no field.
  if (fieldName === undefined) return [...new Set([...policies.guardsOfType(typeName).flat(2), ...denied])];
  const guard = policies.guardOf(typeName, fieldName);
  const guarding = guard.kind === 'guarded' || guard.kind === 'barred' ? guard.all.flat(2) : [];
  return [...new Set([...guarding, ...denied])];
}
