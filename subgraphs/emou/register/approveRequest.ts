import { randomUUID } from 'node:crypto';
import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import type { AccessRequestRecord, ApprovalRecord } from '../records.ts';
import { type Actor, hasRole } from './actor.ts';
import { appendEvents } from './appendEvents.ts';
import { changeRegister, type RegisterTransaction } from './changeRegister.ts';
import { readApprovals, readRequests } from './readRegister.ts';
import type { Register } from './register.ts';
import { yearsAfter } from './yearsAfter.ts';

export interface ApproveRequestInput {
  readonly requestId: string;
  /** RFC 3339; default: one year from now. */
  readonly validUntil?: string | null | undefined;
}

const defaultYears = 1;
const mostYears = 3;

const markApproved = statement<unknown>(
  'markApproved',
  "UPDATE access_request SET status = 'APPROVED' WHERE request_id = $1",
);
const insertApproval = statement<unknown>(
  'insertApproval',
  `INSERT INTO approval (approval_id, request_id, requesting_agency, dataset, purpose, legal_basis, approved_at,
     valid_from, valid_until)
   SELECT $1::uuid, request_id, requesting_agency, dataset, purpose, legal_basis, $3::timestamptz, $3, $4
   FROM access_request WHERE request_id = $2`,
);
const approvalInTheWay = statement<{ readonly id: string }>(
  'approvalInTheWay',
  `SELECT approval_id AS id FROM approval
   WHERE request_id = $1 OR (requesting_agency = $2 AND dataset = $3 AND purpose = $4
     AND revoked_at IS NULL AND valid_until > $5)
   ORDER BY request_id = $1 DESC NULLS LAST LIMIT 1`,
);

/** Approves a request; the approval is in force from the instant it is written. */
export async function approveRequest(
  register: Register,
  actor: Actor,
  input: ApproveRequestInput,
): Promise<{ readonly approval: ApprovalRecord; readonly revision: number }> {
  const { result, revision } = await changeRegister(register, 'approvals', async (transaction) => {
    const { queries, now } = transaction;
    const [request] = await readRequests(queries, [input.requestId]);
    if (request === undefined) {
      throw new PublicError('NOT_FOUND', 'There is no such request. The query accessRequests lists them.');
    }
    refuseUnlessOwnerMayApprove(register, actor, request);
    await refuseIfApproved(transaction, request);
    const validUntil = endOfApproval(input.validUntil, now);
    const approvalId = randomUUID();
    await queries.rows(markApproved, [request.id]);
    await queries.rows(insertApproval, [approvalId, request.id, now, validUntil]);
    const details = { validFrom: now.toISOString(), validUntil: validUntil.toISOString() };
    await appendEvents(transaction, actor, [{ kind: 'REQUEST_APPROVED', requestId: request.id, approvalId, details }]);
    const [approval] = await readApprovals(queries, [approvalId]);
    if (approval === undefined) throw new Error('An approval just written cannot be read.');
    return approval;
  });
  return { approval: result, revision };
}

function refuseUnlessOwnerMayApprove(register: Register, actor: Actor, request: AccessRequestRecord): void {
  const dataset = register.catalogue.datasets.get(request.datasetId);
  if (dataset === undefined || !dataset.requestable) {
    throw new PublicError('CONFLICT', `${request.datasetId} is no longer a dataset that can be approved.`);
  }
  if (dataset.owner !== actor.agency || !hasRole(actor, 'DATA_OFFICER')) {
    const who = `Only a DATA_OFFICER of ${dataset.owner}, which owns ${dataset.id}, may approve this request.`;
    throw new PublicError('FORBIDDEN', who);
  }
  if (dataset.federalApproval) {
    const why = `${dataset.id} also needs the approval of a federal agency, which cannot be recorded yet.`;
    throw new PublicError('PENDING_FEDERAL_APPROVAL', `${why} The request stays open until it can.`);
  }
}

async function refuseIfApproved({ queries, now }: RegisterTransaction, request: AccessRequestRecord): Promise<void> {
  const { id, requestingAgency, datasetId, purpose } = request;
  const [approval] = await queries.rows(approvalInTheWay, [id, requestingAgency, datasetId, purpose, now]);
  if (approval !== undefined) {
    throw new PublicError('CONFLICT', `This is approved already: ${approval.id}. Nothing is left to approve.`);
  }
  switch (request.status) {
    case 'SUBMITTED':
      return;
    case 'APPROVED':
      throw new PublicError('CONFLICT', 'This request was approved already. Nothing is left to approve.');
  }
}

function endOfApproval(asked: string | null | undefined, now: Date): Date {
  if (asked === null || asked === undefined) return yearsAfter(now, defaultYears);
  const end = new Date(asked);
  if (Number.isNaN(end.getTime()) || end <= now) {
    const example = yearsAfter(now, defaultYears).toISOString();
    throw new PublicError('BAD_USER_INPUT', `validUntil must be an instant in the future, such as ${example}.`);
  }
  if (end > yearsAfter(now, mostYears)) {
    const latest = yearsAfter(now, mostYears).toISOString();
    throw new PublicError('BAD_USER_INPUT', `validUntil must be at most ${mostYears} years from now: ${latest}.`);
  }
  return end;
}
