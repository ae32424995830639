import type { Dataset } from '../../../schema/catalog/datasetCatalogue.ts';
import type { FieldShape } from '../../../supergraph/read/fieldShape.ts';
import type { Basis, Decision } from '../../model/decision.ts';
import { distinctIds, isUnrestricted, orderRules, rulesOfTerms, type SharedTerms } from './accessRules.ts';
import { denyNotCovered } from './denials.ts';

/**
 * Decides for a field by the approvals in force. An unrestricted rule makes the others superfluous: approvals only add.
 */
export function decideApproved(
  dataset: Dataset,
  terms: readonly SharedTerms[],
  field: FieldShape,
  purpose: string,
): Decision {
  const open = terms.flatMap((same) => rulesOfTerms(same, field)).filter(({ anyOf }) => anyOf.length > 0);
  const rules = orderRules(open);
  if (rules.length === 0) {
    return denyNotCovered(
      purpose,
      dataset,
      field.coordinate,
      `The approval in force for ${dataset.id} does not open ${field.coordinate}; ask ${dataset.owner} with requestAccess.`,
    );
  }
  const unrestricted = rules.filter(isUnrestricted);
  const approvalIds = distinctIds((unrestricted.length > 0 ? unrestricted : rules).map((rule) => rule.approvalIds));
  const basis: Basis = { kind: 'approval', approvalIds };
  return unrestricted.length > 0 ? { kind: 'allow', basis } : { kind: 'allow', basis, rules };
}
