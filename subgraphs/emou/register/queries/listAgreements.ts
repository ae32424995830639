import type { Queries } from '../../../kit/database/database.ts';
import { statement } from '../../../kit/database/statement.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';
import type { Status } from '../../agreement/status/statusAt.ts';
import type { ApprovableDatasets } from '../../catalogue/approvableDatasets.ts';

/** Longest list. A longer one is refused, because silently leaving out approvals would be wrong. */
const LONGEST_LIST = 1_000;

const approvalList = statement<{ readonly id: string }>(
  'approvalList',
  `select agreement_id as id from agreement join agreement_phase as phase using (agreement_id)
   where granted and starts_at <= $4 and ends_at > $4
     and ($1::text is null or requester = $1) and ($2::text is null or dataset = $2)
     and ($3::boolean is null
       or (in_force and (dataset = any($5) or (federally_approved and dataset = any($6)))) = $3)
   order by drafted_at desc, agreement_id desc limit ${LONGEST_LIST + 1}`,
);
const requestList = statement<{ readonly id: string }>(
  'requestList',
  `select agreement_id as id from agreement join agreement_phase as phase using (agreement_id)
   where starts_at <= $4 and ends_at > $4 and ($1::text is null or requester = $1)
     and ($2::text is null or owner = $2) and ($3::text is null or status = $3)
   order by drafted_at desc, agreement_id desc limit ${LONGEST_LIST + 1}`,
);

export interface ApprovalFilter {
  readonly requestingAgency?: string | null | undefined;
  readonly dataset?: string | null | undefined;
  /** True: in force now. False: not in force now (revoked, expired, not yet). Null: both. */
  readonly inForce?: boolean | null | undefined;
}

/** Lists ids of everything ever granted, newest first. */
export async function listApprovals(
  queries: Queries,
  { requestingAgency, dataset, inForce }: ApprovalFilter,
  { plain, federal }: ApprovableDatasets,
  now: Date,
): Promise<readonly string[]> {
  const values = [requestingAgency ?? null, dataset ?? null, inForce ?? null, now, plain, federal];
  return whole(await queries.rows(approvalList, values), 'approvals', 'requestingAgency or dataset');
}

export interface RequestFilter {
  readonly requestingAgency?: string | null | undefined;
  readonly owner?: string | null | undefined;
  readonly status?: Status | null | undefined;
}

/** Lists ids of requests, newest first. */
export async function listRequests(
  queries: Queries,
  { requestingAgency, owner, status }: RequestFilter,
  now: Date,
): Promise<readonly string[]> {
  const rows = await queries.rows(requestList, [requestingAgency ?? null, owner ?? null, status ?? null, now]);
  return whole(rows, 'requests', 'requestingAgency, owner or status, or take them page by page with requests');
}

function whole(rows: readonly { readonly id: string }[], what: string, narrowBy: string): readonly string[] {
  if (rows.length <= LONGEST_LIST) return rows.map(({ id }) => id);
  const limit = LONGEST_LIST.toLocaleString('en-US');
  throw new PublicError('BAD_USER_INPUT', `More than ${limit} ${what} match. Narrow the list by ${narrowBy}.`);
}
