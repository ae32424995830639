import { useState } from 'react';
import { Failure } from '../../../design/Failure.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { EmergenciesDocument } from '../generated/graphql.ts';
import { EmergencyCard } from './EmergencyCard.tsx';
import { LimitForm } from './LimitForm.tsx';
import { PersonsToTell } from './PersonsToTell.tsx';
import { emergenciesText } from './text.ts';

/** Reviews of declared emergencies, persons to be notified, and the limit of declarations. */
export function EmergenciesPage() {
  const text = useText(emergenciesText);
  const { user } = useSession();
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      {user.roles.includes('DATA_STEWARD') && (
        <>
          <Reviews />
          <PersonsToTell />
        </>
      )}
      {user.roles.includes('SUPERVISOR') && <LimitForm />}
    </Page>
  );
}

function Reviews() {
  const text = useText(emergenciesText);
  const [waiting, setWaiting] = useState(true);
  const asked = useAsked(EmergenciesDocument, { waiting });
  const found = asked.status === 'ready' ? asked.answer.data?.emergencies : undefined;
  const failure = asked.status === 'ready' ? asked.answer.errors[0] : undefined;
  return (
    <>
      <fieldset className="segments">
        <legend>{text.which}</legend>
        <button type="button" aria-pressed={waiting} onClick={() => setWaiting(true)}>
          {text.waiting}
        </button>
        <button type="button" aria-pressed={!waiting} onClick={() => setWaiting(false)}>
          {text.all}
        </button>
      </fieldset>
      {asked.status === 'loading' && <Loading />}
      {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
      {found === null && failure !== undefined && <Failure error={new Error(failure.message)} />}
      {found?.length === 0 && <p className="soft">{text.empty}</p>}
      <ul className="plain-list entries">
        {found?.map((emergency) => (
          <li key={`${emergency.id} ${emergency.owner}`} className="entry">
            <EmergencyCard emergency={emergency} onReviewed={asked.again} />
          </li>
        ))}
      </ul>
    </>
  );
}
