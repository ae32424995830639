import { z } from 'zod';
import { isUuid } from '../../../../schema/values/uuid.ts';
import type { Queries } from '../../../kit/database/database.ts';
import { type Statement, statement } from '../../../kit/database/statement.ts';
import { PublicError } from '../../../kit/errors/publicError.ts';
import type { Status } from '../../agreement/status/statusAt.ts';

export type RequestBox = 'INBOX' | 'OUTBOX' | 'OVERDUE';

export interface PageRequest {
  readonly box: RequestBox | null;
  /** The agency whose box it is; null without a box: all agencies. */
  readonly agency: string | null;
  readonly owner: string | null;
  readonly requester: string | null;
  readonly statuses: readonly Status[] | null;
  readonly dataset: string | null;
  readonly first: number;
  readonly after: string | null;
}

export interface Page {
  readonly entries: readonly { readonly id: string; readonly cursor: string }[];
  readonly hasNextPage: boolean;
}

const MOST_OF_PAGE = 100;

interface PageRow {
  readonly id: string;
  /** Sort key of the list, as text that compares like the column. */
  readonly position: string;
}

const CURRENT = `from agreement join agreement_phase as phase on phase.agreement_id = agreement.agreement_id
  where phase.starts_at <= $1 and phase.ends_at > $1
    and ($2::text[] is null or status = any($2)) and ($3::text is null or dataset = $3)
    and ($4::text is null or owner = $4) and ($5::text is null or requester = $5)`;
const positionText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Agreements waiting for the agency, most urgent first; those without a date come last. */
const inbox = statement<PageRow>(
  'inboxPage',
  `select phase.agreement_id as id, ${positionText('turn_until')} as position ${CURRENT}
     and turn_agency = $6
     and ($7::timestamptz is null or (turn_until, phase.agreement_id) > ($7, $8::uuid))
   order by turn_until, phase.agreement_id limit $9`,
);
const newest = statement<PageRow>(
  'newestPage',
  `select agreement.agreement_id as id, ${positionText('drafted_at')} as position ${CURRENT}
     and ($6::text is null or requester = $6)
     and ($7::timestamptz is null or (drafted_at, agreement.agreement_id) < ($7, $8::uuid))
   order by drafted_at desc, agreement.agreement_id desc limit $9`,
);
/** Unanswered until deemed approved, or past the date of the COO's target or of the review. */
const overdue = statement<PageRow>(
  'overduePage',
  `select agreement.agreement_id as id, ${positionText('drafted_at')} as position ${CURRENT}
     and ((answered_at is null and due_at <= $1 and owner = $6 and status <> 'WITHDRAWN')
       or (turn_until <= $1 and status = 'APPEALED' and turn_agency = $6)
       or (turn_until <= $1 and status = 'IN_FORCE' and owner = $6))
     and ($7::timestamptz is null or (drafted_at, agreement.agreement_id) < ($7, $8::uuid))
   order by drafted_at desc, agreement.agreement_id desc limit $9`,
);

/**
 * Reads one page of ids by the index. The cursor is an entry's position in its list, which other entries do not change.
 */
export async function pageOfAgreements(queries: Queries, request: PageRequest, now: Date): Promise<Page> {
  const { first, statuses, dataset, owner, requester, agency } = request;
  if (!Number.isInteger(first) || first < 1 || first > MOST_OF_PAGE) {
    throw new PublicError('BAD_USER_INPUT', `first must be 1 to ${MOST_OF_PAGE}, not ${first}.`);
  }
  const after = request.after === null ? null : readCursor(request.after);
  const place = [after?.position ?? null, after?.id ?? null, first + 1];
  const rows = await queries.rows(listOf(request.box), [now, statuses, dataset, owner, requester, agency, ...place]);
  return {
    entries: rows.slice(0, first).map((row) => ({ id: row.id, cursor: cursorOf(row) })),
    hasNextPage: rows.length > first,
  };
}

function listOf(box: RequestBox | null): Statement<PageRow> {
  switch (box) {
    case 'INBOX':
      return inbox;
    case 'OVERDUE':
      return overdue;
    case 'OUTBOX':
    case null:
      return newest;
  }
}

function cursorOf({ id, position }: PageRow): string {
  return Buffer.from(JSON.stringify([position, id])).toString('base64url');
}

const Cursor = z.tuple([z.iso.datetime(), z.string().refine(isUuid)]);

function readCursor(text: string): { readonly position: string; readonly id: string } {
  try {
    const [position, id] = Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { position, id };
  } catch {
    throw new PublicError('BAD_USER_INPUT', 'The cursor is not valid. Use a cursor from a page of this list.');
  }
}
