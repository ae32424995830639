import { Link } from 'wouter';
import { useFormats } from '../../../i18n/dates.ts';
import { illinoisDay } from '../../../i18n/illinoisDays.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import type { ReviewsQuery } from '../generated/graphql.ts';
import { linkWords } from '../words.ts';
import { reviewsText } from './text.ts';

type ListedReview = NonNullable<NonNullable<ReviewsQuery['linkReviews']>['nodes']>[number];

/** One pair of the queue, by its systems. It shows nothing of the persons. */
export function ReviewRow({ review }: { readonly review: ListedReview }) {
  const text = useText(reviewsText);
  const { causes } = useText(linkWords);
  const { number, date } = useFormats();
  const { term } = useTerms();
  const { id, status, cause, needsTwoPersons, priority, dueOn, one, other, explanation } = review;
  const pair = text.ofBoth(term('systems', one?.system), term('systems', other?.system));
  const isWaiting = status === 'OPEN' || status === 'PROPOSED';
  const isOverdue = isWaiting && dueOn !== null && dueOn < illinoisDay(new Date());
  const weight = explanation?.weight ?? null;
  const join = explanation?.joinThreshold ?? null;
  return (
    <tr>
      <th scope="row">
        <Link href={`/links/review/${id}`} aria-label={text.open(pair, dueOn === null ? '' : date(dueOn))}>
          {pair}
        </Link>{' '}
        {needsTwoPersons === true && <span className="badge badge--blue">{text.two}</span>}
      </th>
      <td>{cause === null ? '' : causes[cause]}</td>
      <td>{weight !== null && join !== null && text.weightOf(number(round(weight)), number(round(join)))}</td>
      <td>
        {dueOn === null ? '' : date(dueOn)} {isOverdue && <span className="badge badge--red">{text.isOverdue}</span>}
      </td>
      <td>{priority === null ? '' : text.priorityOf(number(priority))}</td>
    </tr>
  );
}

const round = (bits: number): number => Math.round(bits * 10) / 10;
