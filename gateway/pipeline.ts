import type { DocumentNode } from 'graphql';
import type { Requester } from './authentication/requester.ts';
import type { DecisionsFor } from './authorization/decisions.ts';
import type { DecisionTable } from './authorization/decisionTable.ts';
import type { GrantSigner } from './authorization/grants.ts';
import type { PreparedRequest, PrepareRequest } from './prepareRequest.ts';
import { type AnswerText, writeAnswer } from './response/answerText.ts';

/** One GraphQL request, already received (http/), authenticated (authentication/) and validated (documents/). */
export interface PipelineRequest {
  readonly requester: Requester;
  readonly document: DocumentNode;
  /** Hash of the document's text. */
  readonly documentHash: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
}

export interface Pipeline {
  readonly decisionsFor: DecisionsFor;
  readonly prepare: PrepareRequest;
  readonly grants: GrantSigner;
  /** After a change of approvals: resolves once this gateway knows of it. */
  readonly learnOfChanges: () => Promise<void>;
}

/** The path of a request through the gateway, one line a stage. */
export async function answer(pipeline: Pipeline, request: PipelineRequest): Promise<AnswerText> {
  // What may they see: every decision for this agency, role and purpose, at this moment and approval revision.
  const decisions: DecisionTable = pipeline.decisionsFor(request.requester);

  // Prune before planning, plan what is left, compile; kept for the next request with the same decisions.
  const prepared: PreparedRequest = await pipeline.prepare(request, decisions);

  // Ask the agencies, with grants that name what was decided; they check again.
  const response = await prepared.execute({
    variables: request.variables,
    credentials: pipeline.grants.credentialsFor(request.requester, decisions),
    signal: request.signal,
  });

  // From the moment a change of approvals is acknowledged, no later request may be answered by the old ones.
  if (prepared.isMutation) await pipeline.learnOfChanges();

  // The answer: what was allowed, nulls for the rest, and a reason for each.
  return writeAnswer(response, prepared.denialErrors.text(request.variables), decisions.revision);
}
