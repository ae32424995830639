import { type CheckCache, checkPublication } from '../../../supergraph/checks/checkPublication.ts';
import type { CheckQuestion, CheckReport } from './checkReport.ts';

/**
 * Checks what a publication would do. The same question gives the same report.
 *
 * @param cache keeps what is the same in the checks of one thread
 */
export function checkCandidate(
  { current, candidate, accepted, approvals, use, today }: CheckQuestion,
  cache: CheckCache,
): CheckReport {
  const result = checkPublication(
    {
      ...{ current, candidate, today, accepted: new Set(accepted), ...use },
      approvals: (approvals ?? []).map(({ fields, ...approval }) => ({ ...approval, fields: fields ?? 'all' })),
    },
    cache,
  );
  return {
    findings: result.findings,
    outcome: result.composed === undefined ? 'stopped' : result.outcome,
    secondPersonBecause: [
      ...result.secondPersonBecause,
      ...(approvals === undefined ? ['The approvals in force are not known now, so access may widen.'] : []),
    ],
    supergraph: result.composed?.supergraph,
  };
}
