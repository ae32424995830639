import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { PolicyTable } from '../../../supergraph/read/policyTable.ts';
import type { ApprovalFeed } from '../../approvals/approvalFeed.ts';
import type { RequesterApprovals } from '../../approvals/approvalSet.ts';
import type { Requester } from '../../model/requester.ts';
import type { Caches } from '../../runtime/caches.ts';
import { buildDecisionTable, type DecisionTable } from './decisionTable.ts';

/** Returns the decisions in force for a requester at the moment of the call. */
export type DecisionsFor = (requester: Requester) => DecisionTable;

export interface DecisionsOptions {
  readonly policies: PolicyTable;
  readonly catalogue: DatasetCatalogue;
  readonly feed: Pick<ApprovalFeed, 'current' | 'revision'>;
  readonly clock: () => Date;
  readonly caches: Caches;
  /** Maximum number of tables. Each is for one kind of requester: agency, roles, and purpose. */
  readonly maxTables?: number;
}

interface CachedDecisions {
  readonly approvals: RequesterApprovals | undefined;
  readonly table: DecisionTable;
  /** Milliseconds since 1970 at which it was decided. If the clock goes back before it, the table is not used. */
  readonly decidedAt: number;
}

/** Estimated heap of a table with the decisions of every field, each made on first use. */
const TABLE_BYTES = 100_000;

/**
 * Caches one table per kind of requester. It is built again when the requester's own approvals change, are lost, or
 * come back, or when time alone changes them. Approvals of others change only its revision.
 */
export function createDecisionCache(options: DecisionsOptions): DecisionsFor {
  const { policies, catalogue, feed, clock, caches } = options;
  const tables = caches.lru<string, CachedDecisions>('decision tables', {
    max: options.maxTables ?? 1_000,
    bytesOf: () => TABLE_BYTES,
  });
  return ({ agency, roles, purpose }) => {
    const now = clock();
    const approvals = feed.current(now)?.of(agency, purpose);
    const { revision } = feed;
    const key = JSON.stringify([agency, roles, purpose]);
    const known = tables.get(key);
    const isOfNow = known !== undefined && known.decidedAt <= now.getTime() && now.getTime() < known.table.validUntil;
    const holds = isOfNow && known.approvals === approvals;
    if (holds && known.table.revision === revision) return known.table;
    const table = holds
      ? { ...known.table, revision }
      : buildDecisionTable({ agency, roles, purpose }, { policies, catalogue, approvals, revision, now });
    tables.set(key, { approvals, table, decidedAt: holds ? known.decidedAt : now.getTime() });
    return table;
  };
}
