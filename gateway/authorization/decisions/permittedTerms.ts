import type { FeedApproval } from '../../../schema/approvals/approvalFeed.ts';
import { type Condition, type FieldTerm, ownerOfRevealedFact } from '../../../schema/approvals/approvalTerms.ts';
import type { Dataset } from '../../../schema/catalog/datasetCatalogue.ts';

/**
 * Removes alternatives that may open nothing from approvals: those of an emergency, unless the dataset's owner lets one
 * of these roles declare it, and those that would reveal another owner's data. emou rejects the latter today, but
 * approvals that were given before stay in the register.
 *
 * A term that loses all of its alternatives stays, so that no one meets it: without it, the approval's other terms
 * would open more around it. Approvals that share their fields continue to share them.
 */
export function permittedTerms(
  approvals: readonly FeedApproval[],
  dataset: Dataset,
  { agency, roles }: { readonly agency: string; readonly roles: readonly string[] },
): readonly FeedApproval[] {
  const mayDeclare = dataset.emergency?.roles.some((role) => roles.includes(role)) === true;
  const isPermitted = (condition: Condition): boolean =>
    condition === 'EMERGENCY' ? mayDeclare : ownerOfRevealedFact(condition, agency, dataset.owner) === undefined;
  const permitted = new Map<FeedApproval['fields'], FeedApproval['fields']>();
  return approvals.map((approval) => {
    const { fields } = approval;
    if (!permitted.has(fields)) permitted.set(fields, permittedFields(fields, isPermitted));
    const rest = permitted.get(fields);
    return rest === undefined || rest === fields ? approval : { ...approval, fields: rest };
  });
}

function permittedFields(
  fields: FeedApproval['fields'],
  isPermitted: (condition: Condition) => boolean,
): FeedApproval['fields'] {
  const isWhole = ({ conditions }: FieldTerm): boolean => conditions?.every((all) => all.every(isPermitted)) ?? true;
  if (fields === undefined || fields.every(isWhole)) return fields;
  return fields.map((term) =>
    term.conditions === undefined
      ? term
      : { ...term, conditions: term.conditions.filter((all) => all.every(isPermitted)) },
  );
}
