import { useState } from 'react';
import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { type MoveKind, OneRequestDocument } from '../generated/graphql.ts';
import { DueLine } from '../requests/DueLine.tsx';
import { useAgreementWords } from '../words/agreementWords.ts';
import { StatusBadge } from '../words/StatusBadge.tsx';
import { Denials, Offer } from './Denials.tsx';
import { FieldsTable } from './FieldsTable.tsx';
import { History } from './History.tsx';
import { Impact } from './Impact.tsx';
import { MovePanel } from './moves/MovePanel.tsx';
import { RequestFacts } from './RequestFacts.tsx';
import type { FullRequest } from './request.ts';
import { requestText } from './text.ts';

/** One request: what is asked, under which law, what can be done now, and what happened. */
export function RequestPage({ id }: { readonly id: string }) {
  const text = useText(requestText);
  const words = useAgreementWords();
  const [done, setDone] = useState<{ readonly kind: MoveKind; readonly revision: number | undefined }>();
  const asked = useAsked(OneRequestDocument, { id }, { minApprovalRevision: done?.revision });
  if (asked.status === 'loading') return <Loading />;
  if (asked.status === 'failed') return <Failure error={asked.error} onTryAgain={asked.again} />;
  const request = asked.answer.data?.accessRequest;
  const [failure] = asked.answer.errors;
  if (request === null || request === undefined) {
    return (
      <Page title={text.tab}>
        {failure === undefined ? <p>{text.notFound}</p> : <Failure error={new Error(failure.message)} />}
        <Link href="/agreements">{text.back}</Link>
      </Page>
    );
  }
  return (
    <RequestView
      request={request}
      notice={
        done !== undefined && <Alert kind="success">{text.done(words.word('moves', done.kind).toLowerCase())}</Alert>
      }
      onDone={(kind, revision) => {
        setDone({ kind, revision });
        asked.again();
      }}
      onReload={asked.again}
    />
  );
}

interface RequestViewProps {
  readonly request: FullRequest;
  readonly notice: React.ReactNode;
  readonly onDone: (kind: MoveKind, revision: number | undefined) => void;
  readonly onReload: () => void;
}

function RequestView({ request, notice, onDone, onReload }: RequestViewProps) {
  const text = useText(requestText);
  const { term } = useTerms();
  const words = useAgreementWords();
  const { dataset, fields } = request;
  const sentence = text.asks(
    term('agencies', request.requestingAgency),
    term('agencies', request.owner),
    text.fieldCount(fields?.length ?? 0),
    term('datasets', dataset?.id),
    term('purposes', request.purpose).toLowerCase(),
  );
  return (
    <Page
      title={term('datasets', dataset?.id)}
      tabTitle={text.tab}
      tags={<StatusBadge status={request.status} />}
      actions={<Link href="/agreements">{text.back}</Link>}
    >
      {notice}
      <p className="ask">{sentence}</p>
      <p className="ask__more">
        {text.seenBy(words.rolesOf(request.roles), request.months ?? 0, request.population ?? '')}
      </p>
      <DueLine request={request} />
      {request.status === 'DRAFTED' && <Alert kind="info">{text.notSubmitted}</Alert>}
      <RequestFacts request={request} />
      <Impact request={request} />
      <MovePanel request={request} onDone={onDone} onReload={onReload} />
      <FieldsTable request={request} />
      <Denials request={request} />
      <Offer request={request} />
      <History events={request.history ?? []} />
      <p className="recorded">
        {text.number}: {request.id}
      </p>
    </Page>
  );
}
