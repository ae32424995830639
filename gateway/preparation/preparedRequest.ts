import type { DecisionTable } from '../authorization/decisions/decisionTable.ts';
import type { FieldDecision } from '../authorization/pruning/decisionLog.ts';
import type { DisclosurePrepared } from '../disclosure/disclosureRequest.ts';
import type { PreparedOperation } from '../execution/contract/engine.ts';
import type { FactName } from '../model/accessRule.ts';
import type { Operation } from '../model/operation.ts';
import type { PipelineRequest } from '../model/request.ts';
import type { Requester } from '../model/requester.ts';
import type { DenialErrors } from '../response/denialErrors.ts';

/** One operation for one set of decisions, ready to run any number of times. */
export interface PreparedRequest {
  /** True if executing it may change data. False for a mutation of which nothing is left to send. */
  readonly mutates: boolean;
  readonly denialErrors: DenialErrors;
  /** Every decision of the operation, for explanations. */
  readonly fieldDecisions: readonly FieldDecision[];
  /** Facts about persons that some decision depends on. */
  readonly needs: ReadonlySet<FactName>;
  /** Systems whose grants name the requester, because the response depends on who asks. */
  readonly namedAt: ReadonlySet<string>;
  /** JSON text of the places whose values may be masked, with the masks; empty when there are none. */
  readonly maskedFields: string;
  /** Input of the disclosure records. One object for all requests of this operation. */
  readonly disclosure: DisclosurePrepared;
  /** By `Type.field`: conditional inputs without which the field is null. */
  readonly inputs?: PreparedOperation['inputs'];
  readonly execute: PreparedOperation['execute'];
}

export type PrepareRequest = (
  request: Pick<PipelineRequest, 'operation' | 'requester'>,
  decisions: DecisionTable,
) => Promise<PreparedRequest>;

/** An operation, and one of those who send it. */
export interface BusyOperation {
  readonly operation: Operation;
  readonly requester: Requester;
}

export interface Preparation {
  readonly prepare: PrepareRequest;
  /** The operations that were sent most often, each for one kind of requester; the busiest first. */
  readonly busiest: (most: number) => readonly BusyOperation[];
}

/** Returns JSON text of what the proposed approvals would change. Throws GraphQLError if there are none. */
export type DryRun = (request: PipelineRequest, prepared: PreparedRequest) => string;
