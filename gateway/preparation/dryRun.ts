import type { GraphQLSchema } from 'graphql';
import type { DatasetCatalogue } from '../../schema/catalog/datasetCatalogue.ts';
import type { PolicyTable } from '../../supergraph/read/policyTable.ts';
import { buildApprovalSet } from '../approvals/approvalSet.ts';
import type { ProposedApprovals } from '../approvals/proposedApprovals.ts';
import type { Attribution } from '../authorization/attribution.ts';
import { buildDecisionTable } from '../authorization/decisions/decisionTable.ts';
import { pruneOperation } from '../authorization/pruning/pruneOperation.ts';
import { operationError } from '../errors/createErrors.ts';
import { writeDryRun } from '../response/dryRun.ts';
import type { DryRun } from './preparedRequest.ts';

export interface DryRunOptions {
  readonly policies: PolicyTable;
  readonly catalogue: DatasetCatalogue;
  readonly schema: GraphQLSchema;
  readonly attribution: Attribution;
  readonly limits: { readonly maxSelections: number };
  /** Undefined: `dry-run` is rejected. */
  readonly proposedApprovals?: ProposedApprovals;
  readonly clock: () => Date;
}

/**
 * Decides an operation a second time, as if the proposed approvals were in force. Nothing is cached: this is for
 * trials.
 */
export function createDryRun(options: DryRunOptions): DryRun {
  const { policies, catalogue, schema, attribution, limits, proposedApprovals: proposed, clock } = options;
  const { maxSelections } = limits;
  if (proposed === undefined) {
    return () => {
      throw operationError(
        'BAD_REQUEST',
        'This gateway was started without proposed approvals, so there is nothing to compare with.',
      );
    };
  }
  const approvals = buildApprovalSet({ revision: 0, approvals: [...proposed] });
  return ({ requester, operation }, { fieldDecisions }) => {
    const ofRequester = approvals.of(requester.agency, requester.purpose);
    const inputs = { policies, catalogue, approvals: ofRequester, revision: 0, now: clock() };
    const decisions = buildDecisionTable(requester, inputs);
    return writeDryRun(
      fieldDecisions,
      pruneOperation({ schema, operation, decisions, attribution, maxSelections }).fieldDecisions,
    );
  };
}
