import type { DecisionsFor } from './authorization/decisions/decisionCache.ts';
import type { DecisionTable } from './authorization/decisions/decisionTable.ts';
import type { FieldDecision } from './authorization/pruning/pruneOperation.ts';
import type { CallerAllowance } from './budget/callerAllowance.ts';
import type { DemandControl } from './budget/demandControl.ts';
import type { DisclosureStage } from './disclosure/disclosureStage.ts';
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
  /** Estimates what an operation costs before it is planned. */
  readonly demand: DemandControl;
  /** What each caller has spent on expensive operations. */
  readonly allowance: CallerAllowance;
  readonly prepare: PrepareRequest;
  readonly grants: GrantSigner;
  readonly disclosure: DisclosureStage;
  /** Facts about persons that decisions depend on: caseloads, wards, consents. */
  readonly personFacts: PersonFactsFor;
  /** What a requester declares to be an emergency. */
  readonly emergencies: Emergencies;
  /** After a change of approvals: resolves once this gateway knows of it. */
  readonly refreshApprovals: () => Promise<void>;
  /** Waits a little for a revision of the approvals; false when it did not come. */
  readonly approvalsReached: (revision: number) => Promise<boolean>;
  readonly explain: (fieldDecisions: readonly FieldDecision[], decisions: DecisionTable) => readonly object[];
  readonly dryRun: DryRun;
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

  // Prune before planning, plan what is left, prove the plan, compile; kept for the next request with the same decisions.
  const prepared = await pipeline.prepare(request, decisions);

  // Only why: nothing is fetched.
  if (request.access.explain)
    return writeExplanation(pipeline.explain(prepared.fieldDecisions, decisions), decisions.revision);

  // Denials depend on the operation and the decisions alone; a client may want all or nothing.
  const denialErrors = prepared.denialErrors.text(request.variables, decisions);
  const refused = request.access.mode === 'reject' && denialErrors !== '';

  const dryRun = request.access.mode === 'dry-run' ? pipeline.dryRun(request, prepared) : '';

  // What could not be written down now is not asked for.
  pipeline.disclosure.admit();

  // A declared emergency is open, on record, before any agency is asked; one that is not open opens nothing.
  const { requester, access } = request;
  const declared = refused ? undefined : access.emergency;
  const emergency =
    declared === undefined
      ? noEmergency
      : await pipeline.emergencies(requester, declared, prepared.fieldDecisions, decisions);

  // Only an operation that depends on the person has to know anything about persons.
  const { needs, disclosure } = prepared;
  const persons = needs.size === 0 ? undefined : pipeline.personFacts(requester, needs, emergency.household);

  // Ask the agencies, with grants that name what was decided; they check again.
  const credentials = pipeline.grants.credentialsFor(requester, decisions, emergency.granted);
  const { variables, signal, traceparent } = request;
  const asked = { variables, credentials, persons, signal, traceparent };
  const executed = refused ? NOTHING : await prepared.execute(asked);
  if (executed.refused !== undefined) pipeline.allowance.chargeRefused(requester);

  // All or nothing: what is closed because of a person is only known now. A mutation has happened, and its answer says so.
  const response = access.mode === 'reject' && !prepared.mutates ? allOrNothing(executed) : executed;

  // From the moment a change of approvals is acknowledged, no later request may be answered by the old ones.
  if (prepared.mutates) await pipeline.refreshApprovals();

  // One record for each person shown or refused, durable before the answer leaves.
  const byEmergency = emergency.disclosedBy(response, disclosure.scopes, persons);
  await pipeline.disclosure.record(request, decisions, disclosure, response, byEmergency);

  // What only an emergency opened is on its owner's desk before the answer leaves, too.
  if (byEmergency !== undefined) await emergency.recordDisclosed(byEmergency);

  // The answer: what was allowed, nulls for the rest, and a reason for each.
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
