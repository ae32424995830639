import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { DecisionTable } from '../authorization/decisionTable.ts';
import type { PolicyTable } from '../authorization/policyTable.ts';
import type { Use } from '../authorization/pruneOperation.ts';

/** Why each place of an operation is open or not, as a caller may know it: decisions, never data. */
export function explain(
  uses: readonly Use[],
  decisions: DecisionTable,
  policies: PolicyTable,
  catalogue: DatasetCatalogue,
): readonly object[] {
  return uses.map(({ path, coordinate, decision }) => {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const guard = policies.guardOf(typeName, fieldName);
    const datasets = guard.kind === 'guarded' || guard.kind === 'barred' ? [...new Set(guard.all.flat(2))] : [];
    const owners = [...new Set(datasets.flatMap((id) => catalogue.datasets.get(id)?.owner ?? []))];
    const place = { path, coordinate, datasets, owners };
    if (decision.kind === 'deny') {
      const { reason, remedy, bar } = decision;
      return { ...place, decision: 'deny', reason, remedy, ...(bar === undefined ? {} : { bar }) };
    }
    const { basis, ways } = decision;
    if (basis.kind !== 'approval') return { ...place, decision: 'allow', basis: basis.kind };
    return {
      ...place,
      decision: 'allow',
      basis: basis.kind,
      approvals: basis.approvalIds.map((id) => ({ id, validUntil: decisions.approval(id)?.validUntil ?? null })),
      ...(ways === undefined ? {} : { ways: ways.map(({ when, transform }) => ({ when, transform })) }),
    };
  });
}
