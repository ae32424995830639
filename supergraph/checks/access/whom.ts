import type { AffectedApproval } from '../finding.ts';

/** `DCFS for CHILD_PROTECTION (approvals )`, at most five ids each. */
export function whom(approvals: readonly AffectedApproval[]): string {
  const groups = new Map<string, string[]>();
  for (const { agency, purpose, id } of approvals) {
    const key = `${agency} for ${purpose}`;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const texts = [...groups].sort().map(([key, ids]) => {
    const more = ids.length > 5 ? ` and ${ids.length - 5} more` : '';
    return `${key} (${ids.length === 1 ? 'approval' : 'approvals'} ${ids.slice(0, 5).join(', ')}${more})`;
  });
  return texts.join(', ');
}
