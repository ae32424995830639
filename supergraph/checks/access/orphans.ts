import type { ApprovalInForce } from '../checkInput.ts';
import type { AffectedApproval, Draft } from '../finding.ts';
import type { AccessSide } from './openTerms.ts';
import { whom } from './whom.ts';

/** Approvals that would open nothing any more, and fields that approvals name but that are gone from their dataset. */
export function orphanFindings(
  approvals: readonly ApprovalInForce[],
  before: AccessSide | undefined,
  after: AccessSide,
): readonly Draft[] {
  if (before === undefined) return [];
  const old = fieldsByDataset(before);
  const next = fieldsByDataset(after);
  const orphaned = new Map<string, AffectedApproval[]>();
  const named = new Map<string, AffectedApproval[]>();
  const add = (to: Map<string, AffectedApproval[]>, key: string, { id, requestingAgency, purpose }: ApprovalInForce) =>
    to.set(key, [...(to.get(key) ?? []), { id, agency: requestingAgency, purpose, change: 'orphaned' }]);
  for (const approval of approvals) {
    const { dataset, fields } = approval;
    const was = old.get(dataset) ?? new Set();
    const is = next.get(dataset) ?? new Set();
    const covered = fields === 'all' ? [...was] : fields.map(({ field }) => field).filter((field) => was.has(field));
    const gone = covered.filter((field) => !is.has(field));
    if (gone.length === 0) continue;
    const isDatasetGone = is.size === 0 || !after.catalogue.datasets.has(dataset);
    const opensNothing = fields !== 'all' && gone.length === covered.length;
    if (isDatasetGone || opensNothing) add(orphaned, dataset, approval);
    if (fields !== 'all' && !isDatasetGone) for (const field of gone) add(named, `${dataset} ${field}`, approval);
  }
  return [
    ...[...orphaned].map(
      ([dataset, affected]): Draft => ({
        code: 'ORPHANED_APPROVAL',
        level: 'warning',
        check: 'access',
        coordinate: dataset,
        affected: { approvals: affected },
        message: `Nothing is left of ${dataset} for ${whom(affected)}: ${affected.length === 1 ? 'the approval opens' : 'the approvals open'} nothing any more.`,
        whatToDo: 'Tell these agencies, and have the approvals ended or replaced.',
      }),
    ),
    ...[...named].map(([key, affected]): Draft => {
      const [dataset = '', field = ''] = key.split(' ');
      return {
        code: 'ORPHANED_FIELD',
        level: 'warning',
        check: 'access',
        coordinate: field,
        detail: dataset,
        affected: { approvals: affected },
        message: `${field} is no longer in ${dataset}, and is named by approvals of ${whom(affected)}.`,
        whatToDo: 'Tell these agencies: their approvals do not follow the field.',
      };
    }),
  ];
}

function fieldsByDataset({ policies }: AccessSide): ReadonlyMap<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { typeName, field, guard } of policies.coordinates()) {
    if (guard.kind !== 'guarded') continue;
    for (const dataset of guard.all.flat(2)) {
      const ofDataset = fields.get(dataset) ?? new Set();
      fields.set(dataset, ofDataset);
      ofDataset.add(`${typeName}.${field.name.value}`);
    }
  }
  return fields;
}
