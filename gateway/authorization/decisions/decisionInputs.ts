import type { DatasetCatalogue } from '../../../schema/catalog/datasetCatalogue.ts';
import type { PolicyTable } from '../../../supergraph/read/policyTable.ts';
import type { RequesterApprovals } from '../../approvals/approvalSet.ts';

/** Everything but the requester that decisions depend on. */
export interface DecisionInputs {
  readonly policies: PolicyTable;
  readonly catalogue: DatasetCatalogue;
  /** The requester's. Undefined when they may be out of date: then only owners see their own data. */
  readonly approvals: RequesterApprovals | undefined;
  readonly revision: number;
  readonly now: Date;
}
