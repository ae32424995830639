import { randomUUID } from 'node:crypto';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';
import { columnsOf, insertRows, linkReviewRow } from '../personalData/recordRows.ts';
import type { DecidedDraft, PlannedReview } from './decideGroup.ts';
import { dueDate } from './dueDate.ts';
import type { LinkState } from './linkState.ts';

const WORKING_DAYS = 10;
/** Contradictions come before everything else. */
const CONTRADICTION = 1_000;

const insertReviews = insertRows(
  'link_review',
  `on conflict (one, other) do update set status = 'OPEN', cause = excluded.cause, weight = excluded.weight,
     guard = excluded.guard, model = excluded.model, priority = excluded.priority, created_at = excluded.created_at,
     due_on = excluded.due_on
   where link_review.status = 'OBSOLETE'`,
);
/** Reviews of the records `$1` whose two records have come together. */
const endReviews = statement<unknown>(
  'identity.endReviewsOfOnePerson',
  `update link_review v set status = 'OBSOLETE'
   from source_record a, system_number an, source_record b, system_number bn
   where (v.one = any($1::bigint[]) or v.other = any($1::bigint[])) and v.status in ('OPEN', 'PROPOSED')
     and v.cause <> 'KNOWN' and a.record_id = v.one and an.system = a.system and an.token = a.number_token
     and b.record_id = v.other and bn.system = b.system and bn.token = b.number_token and an.person_id = bn.person_id`,
);

/** Reviews to create: of pairs whose records are of two persons in the end. */
export function openReviews({ reviews }: DecidedDraft, state: LinkState): readonly PlannedReview[] {
  return reviews.filter(({ one, other, cause }) => {
    const [a, b] = [state.records.get(one)?.personId, state.records.get(other)?.personId];
    // The other record may be none that was read: it has not moved, so it is another person's.
    return cause === 'DECISION' || a === undefined || b === undefined || a !== b;
  });
}

/** Writes the reviews, and ends those whose records came together. The records are where they belong already. */
export async function writeReviews(
  queries: Queries,
  drafts: readonly DecidedDraft[],
  state: LinkState,
  model: string,
  now: Date,
): Promise<void> {
  const moved = [...state.records.values()].filter(({ before, personId }) => before?.personId !== personId);
  const before = moved.filter((record) => record.before !== undefined).map(({ id }) => id);
  if (before.length > 0) await queries.rows(endReviews, [before]);
  const pairs = new Map(drafts.flatMap((draft) => openReviews(draft, state)).map((each) => [pairOf(each), each]));
  if (pairs.size === 0) return;
  const dueOn = dueDate(now, WORKING_DAYS);
  const rows = [...pairs.values()].map((review) =>
    linkReviewRow({
      ...{ ...review, reviewId: randomUUID(), model, createdAt: now, dueOn },
      priority: Math.round(review.weight) + (review.cause === 'DECISION' ? CONTRADICTION : 0),
    }),
  );
  await queries.rows(insertReviews, columnsOf('link_review', rows));
}

const pairOf = ({ one, other }: PlannedReview): string => (one < other ? `${one} ${other}` : `${other} ${one}`);
