import { useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { ClosedDaysDocument } from '../generated/graphql.ts';
import { DeadLetterList } from './DeadLetterList.tsx';
import { ProclaimForm } from './ProclaimForm.tsx';
import { calendarText } from './text.ts';

/** Days on which state offices are closed, and notices that did not arrive. */
export function CalendarPage() {
  const text = useText(calendarText);
  const { user } = useSession();
  const { longDate } = useFormats();
  const [year] = useState(() => new Date().getFullYear());
  const [isAdded, setAdded] = useState(false);
  const asked = useAsked(ClosedDaysDocument, { fromYear: year, toYear: year + 1 });
  const isCio = user.agency === 'DOIT' && user.roles.includes('DATA_STEWARD');
  const seesLetters = user.roles.includes('DATA_OFFICER') || user.roles.includes('DATA_STEWARD');
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      {isAdded && <Alert kind="success">{text.added}</Alert>}
      {isCio && (
        <ProclaimForm
          onDone={() => {
            setAdded(true);
            asked.again();
          }}
        />
      )}
      {seesLetters && <DeadLetterList />}
      <section className="section">
        <h2>{text.closed}</h2>
        {asked.status === 'loading' && <Loading />}
        {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
        {asked.status === 'ready' && (
          <Table caption={text.closed} captionHidden head={[text.day, text.name, text.source]}>
            {asked.answer.data?.calendar?.closedDays?.map(({ date, name, source }) => (
              <tr key={`${date} ${name}`}>
                <th scope="row">{longDate(date ?? '')}</th>
                <td lang="en">{name}</td>
                <td>{source}</td>
              </tr>
            ))}
          </Table>
        )}
      </section>
    </Page>
  );
}
