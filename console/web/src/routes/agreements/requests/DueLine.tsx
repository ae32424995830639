import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import type { RequestRowFragment } from '../generated/graphql.ts';
import { useAgreementWords } from '../words/agreementWords.ts';
import { requestsText } from './text.ts';

export type Deadlines = Pick<
  RequestRowFragment,
  'due' | 'decisionTarget' | 'appealUntil' | 'nextChange' | 'extensionProposed' | 'renewalAsked'
>;

/** What happens when, in words. Business days and days are the server's. */
export function DueLine({ request }: { readonly request: Deadlines }) {
  const text = useText(requestsText);
  const { longDate, instant } = useFormats();
  const words = useAgreementWords();
  const { due, decisionTarget, appealUntil, nextChange } = request;
  const left = due?.businessDaysLeft ?? 0;
  return (
    <div className="due">
      {due !== null && (
        <>
          <strong className={left <= 2 ? 'due__left due__left--soon' : 'due__left'}>
            {left === 0 ? text.today : text.daysLeft(left)}
          </strong>
          <span>
            {text.by(longDate(due.date ?? ''))} {text.silence}
          </span>
        </>
      )}
      {decisionTarget !== null && <span>{text.target(instant(decisionTarget))}</span>}
      {appealUntil !== null && <span>{text.appeal(instant(appealUntil))}</span>}
      {request.extensionProposed !== null && <span>{text.proposed(request.extensionProposed)}</span>}
      {request.renewalAsked !== null && <span>{text.renewal(request.renewalAsked)}</span>}
      {due === null && nextChange !== null && (
        <span className="soft">
          {text.next(instant(nextChange.at ?? ''), words.word('statuses', nextChange.to).toLowerCase())}
        </span>
      )}
    </div>
  );
}
