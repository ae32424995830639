import type { FeedApproval } from '../../schema/approvalFeed.ts';
import type { FieldTerm } from '../../schema/approvalTerms.ts';
import type { Dataset } from '../../schema/datasetCatalogue.ts';
import type { DecisionTable } from './decisionTable.ts';
import type { Use } from './pruneOperation.ts';

/**
 * Approvals without the alternatives that a declared emergency would open, unless the dataset's owner lets one of these
 * roles declare it. A term that loses all of its alternatives stays, and is met by nobody: left out, it would no longer
 * narrow what the approval's other terms open around it. Approvals that share their fields go on sharing them.
 */
export function asTheOwnerAllows(
  approvals: readonly FeedApproval[],
  dataset: Dataset,
  roles: readonly string[],
): readonly FeedApproval[] {
  if (dataset.emergency?.roles.some((role) => roles.includes(role))) return approvals;
  const allowed = new Map<FeedApproval['fields'], FeedApproval['fields']>();
  return approvals.map((approval) => {
    const { fields } = approval;
    if (!allowed.has(fields)) allowed.set(fields, namesEmergency(fields) ? fields?.map(withoutEmergency) : fields);
    const without = allowed.get(fields);
    return without === undefined || without === fields ? approval : { ...approval, fields: without };
  });
}

function withoutEmergency(term: FieldTerm): FieldTerm {
  if (term.conditions === undefined) return term;
  return { ...term, conditions: term.conditions.filter((all) => !all.includes('EMERGENCY')) };
}

/** Datasets that an emergency would open to this operation, in whole or in part. */
export function emergencyDatasets(uses: readonly Use[], decisions: Pick<DecisionTable, 'approval'>): readonly string[] {
  const datasets = new Set<string>();
  for (const { decision } of uses) {
    const ways = decision.kind === 'allow' ? (decision.ways ?? []) : [];
    for (const { when, approvalIds } of ways) {
      if (!when.flat().includes('EMERGENCY')) continue;
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
