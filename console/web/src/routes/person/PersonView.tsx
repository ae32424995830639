import { decisionAt } from '@person360/client';
import { useCallback, useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Alert } from '../../design/Alert.tsx';
import { Failure } from '../../design/Failure.tsx';
import { Loading } from '../../design/Loading.tsx';
import { Page } from '../../design/Page.tsx';
import { Place } from '../../design/Place.tsx';
import { PrintDialog } from '../../design/PrintDialog.tsx';
import { Recorded } from '../../design/Recorded.tsx';
import { designText } from '../../design/text.ts';
import { Watermark } from '../../design/Watermark.tsx';
import { useAsked } from '../../graph/graph.ts';
import { handlesOf } from '../../graph/handles.ts';
import { usePurpose } from '../../graph/purpose.tsx';
import { useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import { useSession } from '../../session/SessionProvider.tsx';
import { ClosedPanel } from './ClosedPanel.tsx';
import { EmergencyBanner } from './EmergencyBanner.tsx';
import { type DeclaredEmergency, EmergencyDialog } from './EmergencyDialog.tsx';
import { PendingRequestsDocument, PersonViewDocument, RecordPrintDocument } from './generated/graphql.ts';
import { HouseholdCard } from './HouseholdCard.tsx';
import { PersonFacts, PersonTags } from './PersonFacts.tsx';
import { ProgramsTable } from './ProgramsTable.tsx';
import { pendingFor, requestPathOf } from './requests.ts';
import { personText } from './text.ts';
import { Timeline } from './timeline/Timeline.tsx';
import { fullName, membersOf } from './view.ts';

/** The 360 view: one request for the household in all systems, one for the history, each recorded. */
export function PersonView({ personId, handle }: { readonly personId: string; readonly handle: string }) {
  const text = useText(personText);
  const { print } = useText(designText);
  const formats = useFormats();
  const { user } = useSession();
  const { purpose } = usePurpose();
  const [, navigate] = useLocation();
  const [emergency, setEmergency] = useState<DeclaredEmergency>();
  const [dialog, setDialog] = useState<'emergency' | 'print'>();
  const [now] = useState(() => new Date().toISOString());
  const asked = useAsked(PersonViewDocument, { id: personId }, { emergency });
  const pending = useAsked(PendingRequestsDocument, { first: 100, now });
  const answer = asked.status === 'ready' ? asked.answer : undefined;
  const members = answer === undefined ? [] : membersOf(answer);
  const handles = useHandles(members.map(({ id }) => id));
  const [historyRequest, setHistoryRequest] = useState<string>();
  const onShown = useCallback((requestId: string | undefined) => setHistoryRequest(requestId), []);

  if (asked.status === 'loading') return <Loading />;
  if (asked.status === 'failed') {
    return (
      <Page title={text.person}>
        <Failure error={asked.error} onTryAgain={asked.again} />
      </Page>
    );
  }
  const person = asked.answer.data?.person ?? undefined;
  if (person === undefined) {
    return (
      <Page title={text.person}>
        <Place decision={decisionAt(asked.answer, ['person'])} onTryAgain={asked.again} long>
          {null}
        </Place>
      </Page>
    );
  }
  const requests =
    pending.status === 'ready'
      ? (pending.answer.data?.requests?.edges ?? []).flatMap(({ node }) => (node === null ? [] : [node]))
      : [];
  const answerDue = pending.status === 'ready' ? pending.answer.data?.answerDue : undefined;
  const requestedFor = (dataset: string | undefined) => {
    const request = pendingFor(requests, dataset, purpose);
    if (request === undefined) return undefined;
    const due = request.due?.date;
    const state = request.status === 'DRAFTED' ? text.requestedDraft : text.requestedState;
    return (
      <Link className="small" href={`/agreements/${request.id}`}>
        {due === null || due === undefined ? state : text.requested(formats.longDate(due))}
      </Link>
    );
  };
  const name = fullName(person.name, text.person);
  const outcome = asked.answer.extensions.emergency;
  return (
    <Page
      title={name}
      tabTitle={text.tabTitle}
      tags={<PersonTags person={person} />}
      actions={
        <>
          <Link className="usa-button usa-button--outline" href={`/agreements/consents?person=${handle}`}>
            {text.consents}
          </Link>
          <button type="button" className="usa-button usa-button--outline" onClick={() => setDialog('print')}>
            {print}
          </button>
          <button
            type="button"
            className="usa-button usa-button--outline button--red"
            onClick={() => setDialog('emergency')}
          >
            {text.emergency}
          </button>
        </>
      }
    >
      <nav className="crumbs" aria-label={text.search}>
        <Link href="/search">{text.search}</Link> › {name}
      </nav>
      {outcome !== undefined && <EmergencyBanner emergency={outcome} onLeave={() => setEmergency(undefined)} />}
      <PersonFacts answer={asked.answer} person={person} onTryAgain={asked.again} />
      <div className="columns columns--person">
        <HouseholdCard person={person} members={members} handles={handles} />
        <ClosedPanel
          answer={asked.answer}
          personId={personId}
          answerDue={answerDue}
          requestPath={(decision) => requestPathOf(decision, user.roles)}
          requestedFor={requestedFor}
        />
      </div>
      {person.household === null ? (
        <Alert kind="info">
          <Place decision={decisionAt(asked.answer, ['person', 'household'])} onTryAgain={asked.again} long>
            {null}
          </Place>
        </Alert>
      ) : (
        <ProgramsTable
          answer={asked.answer}
          focusId={person.id}
          members={members}
          handles={handles}
          onTryAgain={asked.again}
          onRequest={(decision) => navigate(requestPathOf(decision, user.roles) ?? '/agreements')}
          requestedFor={requestedFor}
        />
      )}
      <Timeline
        personId={person.id}
        householdIds={members.map(({ id }) => id)}
        emergency={emergency}
        onShown={onShown}
      />
      <Recorded at={asked.receivedAt} requestId={asked.answer.requestId} />
      <Watermark
        text={text.watermark(user.name, formats.instant(asked.receivedAt.toISOString()), asked.answer.requestId ?? '')}
      />
      {dialog === 'print' && (
        <PrintDialog
          document={RecordPrintDocument}
          requestIds={[asked.answer.requestId, historyRequest].filter((id) => id !== undefined)}
          personIds={[...new Set([person.id, ...members.map(({ id }) => id)])]}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'emergency' && (
        <EmergencyDialog
          personId={person.id}
          onClose={() => setDialog(undefined)}
          onDeclare={(declared) => {
            setDialog(undefined);
            setEmergency(declared);
          }}
        />
      )}
    </Page>
  );
}

/** Handles of the members, for links to their pages. */
function useHandles(ids: readonly string[]): ReadonlyMap<string, string> {
  const [handles, setHandles] = useState<ReadonlyMap<string, string>>(new Map());
  const key = ids.join(' ');
  useEffect(() => {
    if (key === '') return;
    const wanted = key.split(' ');
    handlesOf(wanted).then(
      (found) => setHandles(new Map(wanted.map((id, index) => [id, found[index] ?? '']))),
      () => undefined,
    );
  }, [key]);
  return handles;
}
