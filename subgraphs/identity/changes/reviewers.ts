import type { LinkReviewer } from '../../../schema/generated/identity.ts';
import type { Queries } from '../../kit/database/database.ts';
import { statement } from '../../kit/database/statement.ts';

const reviewers = statement<LinkReviewer>(
  'identity.linkReviewers',
  `select answered_by as reviewer, count(*)::int as answers, count(was_right)::int as "knownPairs",
     count(*) filter (where was_right)::int as right
   from link_review_answer where answer <> 'DEFER' group by answered_by order by answered_by limit 1000`,
);

/** How many pairs each reviewer has answered, and how often they were right where the answer was known. */
export function readReviewers(queries: Queries): Promise<readonly LinkReviewer[]> {
  return queries.rows(reviewers, []);
}
