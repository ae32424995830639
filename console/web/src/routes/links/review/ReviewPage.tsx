import { decisionAt } from '@person360/client';
import { useState } from 'react';
import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Place } from '../../../design/Place.tsx';
import { Recorded } from '../../../design/Recorded.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { ReviewDocument, type ReviewQuery } from '../generated/graphql.ts';
import { linkWords } from '../words.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { Evidence } from './Evidence.tsx';
import { OtherRecords } from './OtherRecords.tsx';
import { reviewText } from './text.ts';
import { Weights } from './Weights.tsx';

type Review = NonNullable<ReviewQuery['linkReview']>;

/** One pair: the evidence, its weight, the other records of both persons, and the steward's answer. */
export function ReviewPage({ id }: { readonly id: string }) {
  const text = useText(reviewText);
  const asked = useAsked(ReviewDocument, { id });
  const [isAnswered, setAnswered] = useState(false);
  const review = asked.status === 'ready' ? asked.answer.data?.linkReview : undefined;
  return (
    <Page
      title={text.title}
      tabTitle={text.tab}
      lead={review ? <ReviewFacts review={review} /> : undefined}
      actions={<Link href="/links">{text.back}</Link>}
    >
      <div aria-live="polite">
        {isAnswered && (
          <Alert kind="success">
            {text.answered} <Link href="/links">{text.nextReview}</Link>
          </Alert>
        )}
      </div>
      <Answered asked={asked} part="linkReview" empty={text.unknown}>
        {({ linkReview }) => {
          if (linkReview === null || asked.status !== 'ready') return null;
          const { one, other, explanation } = linkReview;
          return (
            <>
              <ReviewState review={linkReview} />
              {one === null || other === null ? (
                <Place decision={decisionAt(asked.answer, ['linkReview', one === null ? 'one' : 'other'])} long>
                  {null}
                </Place>
              ) : (
                <>
                  <Evidence one={one} other={other} levels={levelsOf(explanation)} />
                  {explanation !== null && <Weights explanation={explanation} />}
                  <OtherRecords one={one} other={other} />
                </>
              )}
              <Answer
                review={linkReview}
                onAnswered={() => {
                  setAnswered(true);
                  asked.again();
                  window.scrollTo(0, 0);
                }}
              />
              <Recorded at={asked.receivedAt} requestId={asked.answer.requestId} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function levelsOf(explanation: Review['explanation']): ReadonlyMap<string, string | null> {
  const levels = new Map((explanation?.comparisons ?? []).map(({ comparison, level }) => [comparison ?? '', level]));
  // A street has the least agreement of its parts.
  const parts = ['houseNumber', 'streetName', 'secondary'].flatMap((part) => levels.get(part) ?? []);
  return levels.set('street', parts.includes('different') ? 'different' : (parts.find(isInexact) ?? parts[0] ?? null));
}

const isInexact = (level: string): boolean => level !== 'exact';

function ReviewFacts({ review }: { readonly review: Review }) {
  const text = useText(reviewText);
  const { causes, statuses } = useText(linkWords);
  const { longDate } = useFormats();
  const { cause, status, dueOn, needsTwoPersons } = review;
  return (
    <>
      {cause !== null && <p>{text.because(causes[cause])}</p>}
      <ul className="facts">
        {status !== null && <li className="badge">{statuses[status]}</li>}
        {dueOn !== null && <li>{text.dueOn(longDate(dueOn))}</li>}
        {needsTwoPersons === true && <li className="badge badge--blue">{text.two}</li>}
      </ul>
    </>
  );
}

/** What was said before, or why there is nothing to say. Never which answer the first steward gave. */
function ReviewState({ review }: { readonly review: Review }) {
  const text = useText(reviewText);
  const { user } = useSession();
  const { instant } = useFormats();
  const { status, change, needsTwoPersons } = review;
  if (status === 'OPEN') return needsTwoPersons === true ? <Alert kind="info">{text.needsSecond}</Alert> : null;
  if (status === 'PROPOSED') {
    const who = change?.proposedBy ?? '';
    const when = change?.proposedAt == null ? '' : instant(change.proposedAt);
    return <Alert kind="info">{who === user.subject ? text.ownAnswer(when) : text.firstAnswer(who, when)}</Alert>;
  }
  return (
    <Alert kind="info">
      {status === 'OBSOLETE' ? text.obsolete : text.decided}{' '}
      {change !== null && <Link href={`/links/change/${change.id}`}>{text.openChange}</Link>}
    </Alert>
  );
}

function Answer({ review, onAnswered }: { readonly review: Review; readonly onAnswered: () => void }) {
  const { user } = useSession();
  const { id, status, change } = review;
  const isWaiting = status === 'OPEN' || (status === 'PROPOSED' && change?.proposedBy !== user.subject);
  return isWaiting ? <AnswerPanel reviewId={id} onAnswered={onAnswered} /> : null;
}
