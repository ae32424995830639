import type { FieldDecision } from '../authorization/pruning/decisionLog.ts';
import type { Decision } from '../model/decision.ts';

/** JSON text of what other decisions would change in an operation. Decisions only, whatever the data. */
export function writeDryRun(present: readonly FieldDecision[], proposed: readonly FieldDecision[]): string {
  const before = byPlace(present);
  const after = byPlace(proposed);
  const opens: object[] = [];
  const closes: object[] = [];
  const alters: object[] = [];
  for (const [place, use] of new Map([...before, ...after])) {
    const was = before.get(place)?.decision;
    const becomes = after.get(place)?.decision;
    const { path, coordinate } = use;
    if (isOpen(was) && !isOpen(becomes)) {
      closes.push({ path, coordinate, ...(becomes?.kind === 'deny' ? { reason: becomes.reason } : {}) });
    } else if (!isOpen(was) && isOpen(becomes)) {
      opens.push({ path, coordinate, ...termsOf(becomes) });
    } else if (isOpen(was) && JSON.stringify(termsOf(was)) !== JSON.stringify(termsOf(becomes))) {
      alters.push({ path, coordinate, from: termsOf(was), to: termsOf(becomes) });
    }
  }
  return JSON.stringify({ opens, closes, alters });
}

/** Below a denied place nothing is decided, so a place that is missing is not open. */
function isOpen(decision: Decision | undefined): boolean {
  return decision?.kind === 'allow';
}

function byPlace(fieldDecisions: readonly FieldDecision[]): ReadonlyMap<string, FieldDecision> {
  return new Map(fieldDecisions.map((use) => [JSON.stringify([use.path, use.coordinate]), use]));
}

function termsOf(decision: Decision | undefined): object {
  const rules = decision?.kind === 'allow' ? decision.rules : undefined;
  return rules === undefined ? {} : { rules: rules.map(({ anyOf, transform }) => ({ anyOf, transform })) };
}
