import type { DatasetCatalogue } from '../../schema/datasetCatalogue.ts';
import type { Requester } from '../authentication/requester.ts';
import type { Caches } from '../caches.ts';
import type { ApprovalFeed } from './approvalFeed.ts';
import type { ApprovalSet } from './approvalSet.ts';
import { buildDecisionTable, type DecisionTable } from './decisionTable.ts';
import type { PolicyTable } from './policyTable.ts';

/** The decisions in force for a requester at the moment of the call. */
export type DecisionsFor = (requester: Requester) => DecisionTable;

export interface DecisionsOptions {
  readonly policies: PolicyTable;
  readonly catalogue: DatasetCatalogue;
  readonly feed: Pick<ApprovalFeed, 'current' | 'revision'>;
  readonly clock: () => Date;
  readonly caches: Caches;
  /** Kinds of requesters (agency, roles, purpose) whose tables are kept. */
  readonly maxTables?: number;
}

/** One table per kind of requester, made anew when the approvals change, are lost or come back, or time alone changes them. */
export function createDecisions(options: DecisionsOptions): DecisionsFor {
  const { policies, catalogue, feed, clock, caches } = options;
  const tables = caches.lru<string, { readonly approvals: ApprovalSet | undefined; readonly table: DecisionTable }>(
    'decision tables',
    { max: options.maxTables ?? 1_000 },
  );
  return ({ agency, roles, purpose }) => {
    const now = clock();
    const approvals = feed.current(now);
    const key = JSON.stringify([agency, roles, purpose]);
    const known = tables.get(key);
    if (known !== undefined && known.approvals === approvals && now.getTime() < known.table.validUntil)
      return known.table;
    const table = buildDecisionTable(
      { agency, roles, purpose },
      { policies, catalogue, approvals, revision: feed.revision, now },
    );
    tables.set(key, { approvals, table });
    return table;
  };
}
