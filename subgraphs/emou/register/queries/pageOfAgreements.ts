import { z } from 'zod';
import { isUuid } from '../../../../schema/uuid.ts';
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

const CURRENT = `FROM agreement JOIN agreement_phase AS phase ON phase.agreement_id = agreement.agreement_id
  WHERE phase.starts_at <= $1 AND phase.ends_at > $1
    AND ($2::text[] IS NULL OR status = ANY($2)) AND ($3::text IS NULL OR dataset = $3)
    AND ($4::text IS NULL OR owner = $4) AND ($5::text IS NULL OR requester = $5)`;
const positionText = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Agreements waiting for the agency, most urgent first; those without a date come last. */
const inbox = statement<PageRow>(
  'inboxPage',
  `SELECT phase.agreement_id AS id, ${positionText('turn_until')} AS position ${CURRENT}
     AND turn_agency = $6
     AND ($7::timestamptz IS NULL OR (turn_until, phase.agreement_id) > ($7, $8::uuid))
   ORDER BY turn_until, phase.agreement_id LIMIT $9`,
);
const newest = statement<PageRow>(
  'newestPage',
  `SELECT agreement.agreement_id AS id, ${positionText('drafted_at')} AS position ${CURRENT}
     AND ($6::text IS NULL OR requester = $6)
     AND ($7::timestamptz IS NULL OR (drafted_at, agreement.agreement_id) < ($7, $8::uuid))
   ORDER BY drafted_at DESC, agreement.agreement_id DESC LIMIT $9`,
);
/** Unanswered until deemed approved, or past the date of the COO's target or of the review. */
const overdue = statement<PageRow>(
  'overduePage',
  `SELECT agreement.agreement_id AS id, ${positionText('drafted_at')} AS position ${CURRENT}
     AND ((answered_at IS NULL AND due_at <= $1 AND owner = $6 AND status <> 'WITHDRAWN')
       OR (turn_until <= $1 AND status = 'APPEALED' AND turn_agency = $6)
       OR (turn_until <= $1 AND status = 'IN_FORCE' AND owner = $6))
     AND ($7::timestamptz IS NULL OR (drafted_at, agreement.agreement_id) < ($7, $8::uuid))
   ORDER BY drafted_at DESC, agreement.agreement_id DESC LIMIT $9`,
);

/**
 * Reads one page of ids by the index. The cursor is an entry's position in its list, which other entries do not change.
 */
export async function pageOfAgreements(queries: Queries, request: PageRequest, now: Date): Promise<Page> {
  const { first, statuses, dataset, owner, requester, agency } = request;
  if (!Number.isInteger(first) || first < 1 || first > MOST_OF_PAGE) {
    throw new PublicError('BAD_USER_INPUT', `first is 1 to ${MOST_OF_PAGE}, not ${first}.`);
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
    throw new PublicError('BAD_USER_INPUT', 'The cursor is none that a page has given.');
  }
}
