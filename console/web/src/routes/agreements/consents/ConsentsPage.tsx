import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Checkbox } from '../../../design/Field.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { idOf } from '../../../graph/handles.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { ConsentsDocument } from '../generated/graphql.ts';
import { ConsentCard } from './ConsentCard.tsx';
import { RecordConsentForm } from './RecordConsentForm.tsx';
import { consentsText } from './text.ts';

/** Consents on file. A page of a person links to it with the person's handle: `?person=...`. */
export function ConsentsPage() {
  const text = useText(consentsText);
  const { user } = useSession();
  const [search] = useSearchParams();
  const handle = search.get('person');
  const [personId, setPersonId] = useState<string>();
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (handle !== null) void idOf(handle).then(setPersonId);
  }, [handle]);
  const needsPerson = user.roles.every((role) => role === 'CASEWORKER' || role === 'INVESTIGATOR');
  const isReady = handle === null ? !needsPerson : personId !== undefined;
  const asked = useAsked(ConsentsDocument, isReady ? { personId, state: waiting ? 'RECORDED' : undefined } : undefined);
  const found = asked.status === 'ready' ? asked.answer.data?.consents : undefined;
  const failure = asked.status === 'ready' ? asked.answer.errors[0] : undefined;
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      {handle !== null && <p>{text.fromPerson}</p>}
      {!isReady && <Alert kind="info">{text.caseworker}</Alert>}
      {isReady && (
        <>
          <Checkbox label={text.waiting} checked={waiting} onChange={(event) => setWaiting(event.target.checked)} />
          {asked.status === 'loading' && <Loading />}
          {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
          {found === null && failure !== undefined && <Failure error={new Error(failure.message)} />}
          {found?.length === 0 && <p className="soft">{text.empty}</p>}
          <ul className="plain-list entries">
            {found?.map((consent) => (
              <li key={consent.id} className="entry">
                <ConsentCard consent={consent} onChanged={asked.again} />
              </li>
            ))}
          </ul>
        </>
      )}
      {personId !== undefined && <RecordConsentForm personId={personId} onRecorded={asked.again} />}
    </Page>
  );
}
