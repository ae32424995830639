import { Link, useSearchParams } from 'wouter';
import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import {
  type LinkReviewStatus,
  ReviewCountsDocument,
  ReviewsDocument,
  type ReviewsQuery,
} from '../generated/graphql.ts';
import { linkWords } from '../words.ts';
import { ReviewRow } from './ReviewRow.tsx';
import { reviewsText } from './text.ts';

const PAGE_SIZE = 20;
const STATUSES = ['OPEN', 'PROPOSED', 'DECIDED', 'OBSOLETE'] as const satisfies readonly LinkReviewStatus[];

/** The queue: pairs that people decide, by status, page by page. */
export function ReviewsPage() {
  const text = useText(reviewsText);
  const [search] = useSearchParams();
  const status = STATUSES.find((one) => one === search.get('status')) ?? 'OPEN';
  const after = search.get('after');
  const asked = useAsked(ReviewsDocument, { status, first: PAGE_SIZE, after });
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <StatusFilter chosen={status} />
      <Answered asked={asked} part="linkReviews">
        {({ linkReviews }) =>
          linkReviews !== null && <Queue of={linkReviews} status={status} isLater={after !== null} />
        }
      </Answered>
    </Page>
  );
}

/** The statuses as links, with what waits in each. */
function StatusFilter({ chosen }: { readonly chosen: LinkReviewStatus }) {
  const text = useText(reviewsText);
  const { statuses } = useText(linkWords);
  const { number } = useFormats();
  const asked = useAsked(ReviewCountsDocument, {});
  const counts = asked.status === 'ready' ? asked.answer.data : null;
  const waiting: Partial<Record<LinkReviewStatus, number | null | undefined>> = {
    OPEN: counts?.open?.totalCount,
    PROPOSED: counts?.proposed?.totalCount,
  };
  return (
    <nav className="statuses" aria-label={text.filter}>
      {STATUSES.map((status) => {
        const count = waiting[status];
        return (
          <Link key={status} href={`/links?status=${status}`} aria-current={status === chosen ? 'true' : undefined}>
            {count === null || count === undefined ? statuses[status] : text.count(statuses[status], number(count))}
          </Link>
        );
      })}
    </nav>
  );
}

interface QueueProps {
  readonly of: NonNullable<ReviewsQuery['linkReviews']>;
  readonly status: LinkReviewStatus;
  readonly isLater: boolean;
}

function Queue({ of, status, isLater }: QueueProps) {
  const text = useText(reviewsText);
  const { number } = useFormats();
  const reviews = of.nodes ?? [];
  const overdue = of.overdueCount ?? 0;
  const base = `/links?status=${status}`;
  if (reviews.length === 0) return <p className="soft">{text.none[status]}</p>;
  return (
    <>
      <p role="status">
        {text.shown(number(reviews.length), number(of.totalCount ?? reviews.length))}{' '}
        {(status === 'OPEN' || status === 'PROPOSED') &&
          (overdue === 0 ? text.noneOverdue : <strong className="overdue">{text.overdue(number(overdue))}</strong>)}
      </p>
      <div className="stacks">
        <Table caption={text.caption} captionHidden head={[text.pair, text.why, text.weight, text.due, text.priority]}>
          {reviews.map((review) => (
            <ReviewRow key={review.id} review={review} />
          ))}
        </Table>
      </div>
      <div className="form-actions">
        {isLater && (
          <Link href={base} className="usa-button usa-button--outline">
            {text.first}
          </Link>
        )}
        {of.hasNextPage === true && of.endCursor !== null && (
          <Link href={`${base}&after=${encodeURIComponent(of.endCursor)}`} className="usa-button">
            {text.next}
          </Link>
        )}
      </div>
    </>
  );
}
