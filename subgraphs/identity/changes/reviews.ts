import type { LinkReviewCause, LinkReviewStatus } from '../../../schema/generated/enums/identity.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { readReviewCursor, writeCursor } from './pages.ts';

/** A pair of records that people decide. */
export interface ReviewRow {
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly cause: LinkReviewCause | 'KNOWN';
  readonly priority: number;
  readonly createdAt: Date;
  /** ISO 8601 date. */
  readonly dueOn: string;
  readonly status: LinkReviewStatus;
  /** Keyed token of the answer, if it is known. */
  readonly knownAnswer: Buffer | null;
}

const COLUMNS = `link_review_id::text as id, one::text as one, other::text as other, cause, priority,
  created_at as "createdAt", due_on as "dueOn", status, known_answer as "knownAnswer" from link_review`;

const byId = statement<ReviewRow>('identity.linkReview', `select ${COLUMNS} where link_review_id = $1`);
const page = statement<ReviewRow>(
  'identity.linkReviews',
  `select ${COLUMNS} where status = $1 and ($2::integer is null or priority < $2
     or (priority = $2 and (due_on, link_review_id) > ($3::date, $4::uuid)))
   order by priority desc, due_on, link_review_id limit $5`,
);
const counts = statement<{ readonly total: number; readonly overdue: number }>(
  'identity.linkReviewCounts',
  `select count(*)::int as total, count(*) filter (where due_on < $2::date)::int as overdue
   from link_review where status = $1`,
);

export async function readReview(queries: Queries, id: string): Promise<ReviewRow | undefined> {
  return (await queries.rows(byId, [id]))[0];
}

/** One page of the reviews in this status, the most urgent first. */
export async function readReviews(
  queries: Queries,
  asked: { readonly status: LinkReviewStatus; readonly first: number; readonly after: string | null },
  today: string,
) {
  const { status, first, after } = asked;
  const [priority, dueOn, id] = after === null ? [null, null, null] : readReviewCursor(after);
  const [rows, [counted]] = await Promise.all([
    queries.rows(page, [status, priority, dueOn, id, first + 1]),
    queries.rows(counts, [status, today]),
  ]);
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return {
    nodes,
    totalCount: counted?.total ?? 0,
    // What is decided is not late.
    overdueCount: status === 'OPEN' || status === 'PROPOSED' ? (counted?.overdue ?? 0) : 0,
    endCursor: last === undefined ? null : writeCursor([last.priority, last.dueOn, last.id]),
    hasNextPage: rows.length > first,
  };
}
