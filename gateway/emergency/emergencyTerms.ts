import type { FeedApproval } from '../../schema/approvals/approvalFeed.ts';
import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { FieldDecision } from '../authorization/pruning/decisionLog.ts';

/** Datasets that an emergency would open to this operation, in whole or in part. */
export function emergencyDatasets(
  fieldDecisions: readonly FieldDecision[],
  decisions: Pick<DecisionTable, 'approval'>,
): readonly string[] {
  const datasets = new Set<string>();
  for (const { decision } of fieldDecisions) {
    const rules = decision.kind === 'allow' ? (decision.rules ?? []) : [];
    for (const { anyOf, approvalIds } of rules) {
      if (!anyOf.flat().includes('EMERGENCY')) continue;
      for (const id of approvalIds) {
        const approval = decisions.approval(id);
        if (approval !== undefined && namesEmergency(approval.fields)) datasets.add(approval.dataset);
      }
    }
  }
  return [...datasets].sort();
}

function namesEmergency(fields: FeedApproval['fields']): boolean {
  return fields?.some(({ conditions }) => conditions?.some((all) => all.includes('EMERGENCY'))) ?? false;
}
