import { useState } from 'react';
import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsk, useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { DeadLettersDocument, ResendNoticeDocument } from '../generated/graphql.ts';
import { calendarText } from './text.ts';

/** Notices that did not arrive, each with another try. */
export function DeadLetterList() {
  const text = useText(calendarText);
  const { instant } = useFormats();
  const ask = useAsk();
  const [outcome, setOutcome] = useState<boolean | Error>();
  const asked = useAsked(DeadLettersDocument, {});
  const resend = (noticeId: string, target: string): void => {
    ask(ResendNoticeDocument, { noticeId, target }).then(
      ({ data, errors }) => {
        const [failure] = errors;
        setOutcome(failure === undefined ? data?.resendNotice === true : new Error(failure.message));
        asked.again();
      },
      (error: Error) => setOutcome(error),
    );
  };
  const letters = asked.status === 'ready' ? (asked.answer.data?.deadLetters ?? undefined) : undefined;
  const failure = asked.status === 'ready' ? asked.answer.errors[0] : undefined;
  return (
    <section className="section">
      <h2>{text.letters}</h2>
      <div aria-live="polite">
        {outcome instanceof Error && <Failure error={outcome} />}
        {outcome === true && <Alert kind="success">{text.resent}</Alert>}
        {outcome === false && <Alert kind="info">{text.gone}</Alert>}
      </div>
      {asked.status === 'loading' && <Loading />}
      {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
      {letters === undefined && failure !== undefined && <Failure error={new Error(failure.message)} />}
      {letters?.length === 0 && <p className="soft">{text.noLetters}</p>}
      {letters !== undefined && letters.length > 0 && (
        <Table
          caption={text.letters}
          captionHidden
          head={[text.kind, text.target, text.about, text.tries, text.given, text.failure, text.resend]}
        >
          {letters.map(({ noticeId, target, kind, requestId, attempts, givenUpAt, lastFailure }) => (
            <tr key={`${noticeId} ${target}`}>
              <th scope="row">{kind?.replaceAll('_', ' ').toLowerCase()}</th>
              <td>{target}</td>
              <td>
                {requestId === null ? text.emergency : <Link href={`/agreements/${requestId}`}>{text.request}</Link>}
              </td>
              <td>{attempts}</td>
              <td>{givenUpAt !== null && instant(givenUpAt)}</td>
              <td>{lastFailure}</td>
              <td>
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  onClick={() => resend(noticeId ?? '', target ?? '')}
                >
                  {text.resend}
                </button>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
