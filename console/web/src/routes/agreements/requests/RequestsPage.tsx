import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { Failure } from '../../../design/Failure.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { designText } from '../../../design/text.ts';
import { useAsk, useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import {
  type AccessRequestStatus,
  type RequestBox,
  RequestsInBoxDocument,
  type RequestsInBoxQuery,
} from '../generated/graphql.ts';
import { agreementWordsEn } from '../words/agreementWords.en.ts';
import { useAgreementWords } from '../words/agreementWords.ts';
import { RequestList } from './RequestList.tsx';
import { requestsText } from './text.ts';

const BOXES = ['INBOX', 'OUTBOX', 'OVERDUE', 'ALL'] as const;
type Box = (typeof BOXES)[number];
const isBox = (text: string | null): text is Box => BOXES.some((box) => box === text);
/** The keys of the words are the statuses of the schema. */
const STATUSES = Object.keys(agreementWordsEn.statuses) as AccessRequestStatus[];

/** The boxes of the agency: what waits for it, what it asked for, what is overdue, and everything. */
export function RequestsPage() {
  const text = useText(requestsText);
  const { user } = useSession();
  const words = useAgreementWords();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const asked = search.get('box');
  const decides = user.roles.some((role) => ['DATA_OFFICER', 'DATA_STEWARD', 'COO', 'FEDERAL_LIAISON'].includes(role));
  const box: Box = isBox(asked) ? asked : decides ? 'INBOX' : 'OUTBOX';
  const status = STATUSES.find((one) => one === search.get('status'));
  const show = (to: Box, only: string): void => {
    navigate(`/agreements?box=${to}${only === '' ? '' : `&status=${only}`}`, { replace: true });
  };
  return (
    <Page
      title={text.title}
      lead={<p>{text.lead(user.agency)}</p>}
      actions={
        user.agency === 'GOV' ? undefined : (
          <Link className="usa-button" href="/agreements/new">
            {text.ask}
          </Link>
        )
      }
    >
      <div className="filters">
        <fieldset className="segments">
          <legend className="usa-sr-only">{text.boxes}</legend>
          {BOXES.map((one) => (
            <button key={one} type="button" aria-pressed={one === box} onClick={() => show(one, status ?? '')}>
              {text[one]}
            </button>
          ))}
        </fieldset>
        <label className="filters__select">
          <span>{text.status}</span>
          <select className="usa-select" value={status ?? ''} onChange={(event) => show(box, event.target.value)}>
            <option value="">{text.anyStatus}</option>
            {STATUSES.map((one) => (
              <option key={one} value={one}>
                {words.word('statuses', one)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Box key={`${box} ${status}`} box={box} status={status} />
    </Page>
  );
}

function Box({ box, status }: { readonly box: Box; readonly status: AccessRequestStatus | undefined }) {
  const text = useText(requestsText);
  const design = useText(designText);
  const ask = useAsk();
  const [more, setMore] = useState<readonly RequestsInBoxQuery[]>([]);
  const [problem, setProblem] = useState<Error>();
  const graphBox: RequestBox | undefined = box === 'ALL' ? undefined : box;
  const variables = { box: graphBox, status: status === undefined ? undefined : [status] };
  const asked = useAsked(RequestsInBoxDocument, variables);
  if (asked.status === 'loading') return <Loading />;
  if (asked.status === 'failed') return <Failure error={asked.error} onTryAgain={asked.again} />;
  const [failure] = asked.answer.errors;
  const pages = [asked.answer.data, ...more];
  const rows = pages.flatMap((page) => page?.requests?.edges?.flatMap(({ node }) => node ?? []) ?? []);
  const last = pages.at(-1)?.requests?.pageInfo;
  const showMore = (): void => {
    setProblem(undefined);
    ask(RequestsInBoxDocument, { ...variables, after: last?.endCursor }).then(
      ({ data }) => setMore([...more, ...(data === null ? [] : [data])]),
      (error: Error) => setProblem(error),
    );
  };
  if (asked.answer.data?.requests === null && failure !== undefined) {
    return <Failure error={new Error(failure.message)} onTryAgain={asked.again} />;
  }
  return (
    <div aria-live="polite">
      <p className="soft small">
        {rows.length === 0
          ? text[`empty${box}`]
          : last?.hasNextPage === true
            ? text.foundMore(rows.length)
            : text.found(rows.length)}
      </p>
      {rows.length > 0 && <RequestList rows={rows} caption={text[box]} />}
      {problem !== undefined && <Failure error={problem} />}
      {last?.hasNextPage === true && (
        <button type="button" className="usa-button usa-button--outline" onClick={showMore}>
          {design.more}
        </button>
      )}
    </div>
  );
}
