import type { Queries } from '../../kit/database.ts';
import { PublicError } from '../../kit/publicError.ts';
import { statement } from '../../kit/statement.ts';
import type { AccessRequestRecord, AccessRequestStatus, ApprovalRecord } from '../records.ts';
import { instantText } from './instantText.ts';

/** Lists are whole or refused: a register that silently leaves approvals out would be a lie. */
const longestList = 1_000;

const approvalColumns = `approval_id AS id, request_id AS "requestId", requesting_agency AS "requestingAgency",
  dataset AS "datasetId", purpose, roles, legal_basis AS "legalBasis", ${instantText('approved_at')} AS "approvedAt",
  ${instantText('valid_from')} AS "validFrom", ${instantText('valid_until')} AS "validUntil",
  ${instantText('revoked_at')} AS "revokedAt", revoked_because AS "revokedBecause"`;

const requestColumns = `request_id AS id, requesting_agency AS "requestingAgency", dataset AS "datasetId", purpose,
  justification, legal_basis AS "legalBasis", status, ${instantText('submitted_at')} AS "submittedAt",
  submitted_by AS "submittedBy"`;

const approvalsById = statement<ApprovalRecord>(
  'approvalsById',
  `SELECT ${approvalColumns} FROM approval WHERE approval_id = ANY($1::uuid[])`,
);
const approvalsByRequest = statement<ApprovalRecord>(
  'approvalsByRequest',
  `SELECT ${approvalColumns} FROM approval WHERE request_id = ANY($1::uuid[])`,
);
const requestsById = statement<AccessRequestRecord>(
  'requestsById',
  `SELECT ${requestColumns} FROM access_request WHERE request_id = ANY($1::uuid[])`,
);
const approvalList = statement<ApprovalRecord>(
  'approvalList',
  `SELECT ${approvalColumns} FROM approval
   WHERE ($1::text IS NULL OR requesting_agency = $1) AND ($2::text IS NULL OR dataset = $2)
     AND ($3::boolean IS NULL
       OR (revoked_at IS NULL AND dataset = ANY($5::text[])
         AND valid_from <= $4::timestamptz AND valid_until > $4::timestamptz) = $3)
   ORDER BY approved_at DESC, approval_id LIMIT ${longestList + 1}`,
);
const requestList = statement<AccessRequestRecord>(
  'requestList',
  `SELECT ${requestColumns} FROM access_request
   WHERE ($1::text IS NULL OR requesting_agency = $1) AND ($2::text[] IS NULL OR dataset = ANY($2))
     AND ($3::text IS NULL OR status = $3)
   ORDER BY submitted_at DESC, request_id LIMIT ${longestList + 1}`,
);

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Text that is no uuid names nothing: not an error, and never sent to the database. */
const uuidsOf = (ids: readonly string[]): readonly string[] => ids.filter((id) => uuid.test(id));

export async function readApprovals(queries: Queries, ids: readonly string[]): Promise<readonly ApprovalRecord[]> {
  return await queries.rows(approvalsById, [uuidsOf(ids)]);
}

export async function readApprovalsOfRequests(
  queries: Queries,
  requestIds: readonly string[],
): Promise<readonly ApprovalRecord[]> {
  return await queries.rows(approvalsByRequest, [uuidsOf(requestIds)]);
}

export async function readRequests(queries: Queries, ids: readonly string[]): Promise<readonly AccessRequestRecord[]> {
  return await queries.rows(requestsById, [uuidsOf(ids)]);
}

export interface ApprovalFilter {
  readonly requestingAgency?: string | null | undefined;
  readonly dataset?: string | null | undefined;
  /** True: in force now. False: not in force now (revoked, expired, not yet). Null: both. */
  readonly inForce?: boolean | null | undefined;
}

/** The newest first. */
export async function listApprovals(
  queries: Queries,
  filter: ApprovalFilter,
  approvable: ReadonlySet<string>,
  now: Date,
): Promise<readonly ApprovalRecord[]> {
  const { requestingAgency, dataset, inForce } = filter;
  const rows = await queries.rows(approvalList, [
    requestingAgency ?? null,
    dataset ?? null,
    inForce ?? null,
    now,
    [...approvable],
  ]);
  return whole(rows, 'approvals', 'requestingAgency or dataset');
}

export interface RequestFilter {
  readonly requestingAgency?: string | null | undefined;
  /** Datasets of the owner whose inbox it is; null: of any owner. */
  readonly datasets: readonly string[] | null;
  readonly status?: AccessRequestStatus | null | undefined;
}

/** The newest first. */
export async function listRequests(queries: Queries, filter: RequestFilter): Promise<readonly AccessRequestRecord[]> {
  const { requestingAgency, datasets, status } = filter;
  const rows = await queries.rows(requestList, [requestingAgency ?? null, datasets, status ?? null]);
  return whole(rows, 'requests', 'requestingAgency, owner or status');
}

function whole<Row>(rows: readonly Row[], what: string, narrowBy: string): readonly Row[] {
  if (rows.length <= longestList) return rows;
  const limit = longestList.toLocaleString('en-US');
  throw new PublicError('BAD_USER_INPUT', `More than ${limit} ${what} fit. Narrow the list by ${narrowBy}.`);
}
