import type { SubgraphCheckReport } from '../../../schema/generated/registry.ts';
import type { CheckReport } from '../checks/checkReport.ts';

/** A report as the API returns it. */
export function publicReport({ findings, outcome, secondPersonBecause }: CheckReport): SubgraphCheckReport {
  return {
    outcome: outcome === 'passed' ? 'PASSED' : 'STOPPED',
    secondPersonBecause: [...secondPersonBecause],
    findings: findings.map(({ level, location, coordinate, affected, ...finding }) => ({
      ...finding,
      level: LEVELS[level],
      file: location?.file ?? null,
      line: location?.line ?? null,
      column: location?.column ?? null,
      coordinate: coordinate ?? null,
      affectedApprovals: (affected?.approvals ?? []).map(({ id, agency, purpose, change }) => ({
        ...{ approval: id, requestingAgency: agency, purpose, change: CHANGES[change] },
      })),
      affectedClients: [...(affected?.clients ?? [])],
      affectedOperations: [...(affected?.operations ?? [])],
    })),
  };
}

const LEVELS = { error: 'ERROR', warning: 'WARNING', notice: 'NOTICE' } as const;
const CHANGES = { opens: 'OPENS', closes: 'CLOSES', changes: 'CHANGES', orphaned: 'ORPHANED' } as const;
