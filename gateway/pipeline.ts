import type { DecisionsFor } from './authorization/decisions/decisionCache.ts';
import type { DecisionTable } from './authorization/decisions/decisionTable.ts';
import type { FieldDecision } from './authorization/pruning/decisionLog.ts';
import type { CallerAllowance } from './budget/callerAllowance.ts';
import type { DemandControl } from './budget/demandControl.ts';
import type { DisclosureStage } from './disclosure/disclosureStage.ts';
import type { UsageCounter } from './documents/usage/usageCounts.ts';
import { type Emergencies, noEmergency } from './emergency/emergencies.ts';
import { operationError } from './errors/createErrors.ts';
import type { PersonFactsFor } from './facts/personFacts.ts';
import type { GrantSigner } from './grants/grantSigner.ts';
import type { EngineResponse } from './model/engineResponse.ts';
import type { AccessOptions, PipelineRequest } from './model/request.ts';
import type { DryRun, PrepareRequest } from './preparation/preparedRequest.ts';
import { type ResponseText, writeExplanation, writeResponse } from './response/responseText.ts';
import { withheldErrors } from './response/withheldErrors.ts';

export interface Pipeline {
  readonly decisionsFor: DecisionsFor;
  /** Estimates the cost of an operation before it is planned. */
  readonly demand: DemandControl;
  /** Tracks what each caller has spent on expensive operations. */
  readonly allowance: CallerAllowance;
  readonly prepare: PrepareRequest;
  readonly grants: GrantSigner;
  readonly disclosure: DisclosureStage;
  /** Facts about persons that decisions depend on: caseloads, wards, consents. */
  readonly personFacts: PersonFactsFor;
  /** Emergencies that requesters declare. */
  readonly emergencies: Emergencies;
  /** Resolves once this gateway has every change of approvals that was committed before. */
  readonly refreshApprovals: () => Promise<void>;
  /** Waits a little for a revision of the approvals. Resolves to false if it did not arrive. */
  readonly approvalsReached: (revision: number) => Promise<boolean>;
  readonly explain: (fieldDecisions: readonly FieldDecision[], decisions: DecisionTable) => readonly object[];
  readonly dryRun: DryRun;
  /** Undefined: nobody wants to know which operations are used. */
  readonly usage: UsageCounter | undefined;
}

/** The path of a request through the gateway, one line a stage. */
export async function handleRequest(pipeline: Pipeline, request: PipelineRequest): Promise<ResponseText> {
  // The client has seen a newer state of the approvals than this gateway: wait for it, or refuse.
  await requireRevision(pipeline, request.access);

  // What may they see: every decision for this agency, role and purpose, at this moment and approval revision.
  const decisions = pipeline.decisionsFor(request.requester);

  // How much may it cost: estimated from the operation and its variables, before anything is planned or fetched.
  const tooCostly = pipeline.demand.check(request);
  if (tooCostly !== undefined) {
    pipeline.disclosure.admit();
    await pipeline.disclosure.record(request, decisions, tooCostly.requested, TOO_COSTLY);
    throw tooCostly.error;
  }

  // Prune before planning, plan what is left, verify the plan, compile. Cached for requests with the same decisions.
  const prepared = await pipeline.prepare(request, decisions);

  // One more use of this operation by this client: an integer, reported later.
  pipeline.usage?.count(request.operation, request.client?.name);

  // Only why: nothing is fetched.
  if (request.access.explain)
    return writeExplanation(pipeline.explain(prepared.fieldDecisions, decisions), decisions.revision);

  // Denials depend on the operation and the decisions alone. A client can request all or nothing.
  const denialErrors = prepared.denialErrors.text(request.variables, decisions);
  const refused = request.access.mode === 'reject' && denialErrors !== '';

  const dryRun = request.access.mode === 'dry-run' ? pipeline.dryRun(request, prepared) : '';

  // What could not be recorded now is not fetched.
  pipeline.disclosure.admit();

  // A declared emergency is recorded as open before any agency is called. One that is not open opens nothing.
  const { requester, access } = request;
  const declared = refused ? undefined : access.emergency;
  const emergency =
    declared === undefined
      ? noEmergency
      : await pipeline.emergencies(requester, declared, prepared.fieldDecisions, decisions);

  // Only an operation that depends on the person needs facts about persons.
  const { needs, namedAt, disclosure } = prepared;
  const persons = needs.size === 0 ? undefined : pipeline.personFacts(requester, needs, emergency.household);

  // Call the agencies' systems with grants that name what was decided. They check it again.
  const credentials = pipeline.grants.credentialsFor(requester, decisions, emergency.granted, namedAt);
  const { variables, signal, traceparent } = request;
  const asked = { variables, credentials, persons, signal, traceparent };
  const executed = refused ? NOTHING : await prepared.execute(asked);
  if (executed.refused !== undefined) pipeline.allowance.chargeRefused(requester);

  // All or nothing: only now is it known what is closed because of a person. A mutation has taken effect, so it
  // keeps its data.
  const response = access.mode === 'reject' && !prepared.mutates ? allOrNothing(executed) : executed;

  // Once a change of approvals is acknowledged, no later request may be decided by the old ones.
  if (prepared.mutates) await pipeline.refreshApprovals();

  // One record for each person disclosed or refused, durable before the response is sent.
  const byEmergency = emergency.disclosedBy(response, disclosure.scopes, persons);
  await pipeline.disclosure.record(request, decisions, disclosure, response, byEmergency);

  // What only an emergency opened is recorded for its owner before the response is sent, too.
  if (byEmergency !== undefined) await emergency.recordDisclosed(byEmergency);

  // The response: what was allowed, nulls for the rest, and a reason for each.
  return writeResponse(response, [denialErrors, withheldErrors(response.withheld ?? [], decisions, prepared.inputs)], {
    revision: decisions.revision,
    maskedFields: prepared.maskedFields,
    emergency: emergency.text,
    dryRun,
  });
}

const NOTHING: EngineResponse = { data: undefined, errors: [] };
const TOO_COSTLY: EngineResponse = { ...NOTHING, refused: 'OPERATION_TOO_COSTLY' };

function allOrNothing(response: EngineResponse): EngineResponse {
  const { withheld = [] } = response;
  return withheld.length === 0 ? response : { ...NOTHING, withheld };
}

async function requireRevision(pipeline: Pipeline, { minRevision }: AccessOptions): Promise<void> {
  if (minRevision === undefined || (await pipeline.approvalsReached(minRevision))) return;
  throw operationError(
    'APPROVALS_NOT_CURRENT',
    `The approvals of revision ${minRevision} have not arrived here yet; try again.`,
  );
}
