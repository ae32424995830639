import { useState } from 'react';
import { Link } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { Page } from '../../../design/Page.tsx';
import { Recorded } from '../../../design/Recorded.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { usePersonOfHandle } from '../../../graph/usePersonOfHandle.ts';
import { useText } from '../../../i18n/language.tsx';
import { ChangeList } from '../changes/ChangeList.tsx';
import { PersonRecordsDocument, type RecordFragment } from '../generated/graphql.ts';
import { PrintButton } from '../parts/PrintButton.tsx';
import { RecordTable } from '../parts/RecordTable.tsx';
import { usePersonWords } from './personWords.ts';
import { SeparateDialog } from './SeparateDialog.tsx';
import { personsText } from './text.ts';

/** The records of one person and the history of their links. The address has a handle, never an id. */
export function RecordsPage({ handle }: { readonly handle: string }) {
  const text = useText(personsText);
  const person = usePersonOfHandle(handle);
  if (person.state === 'known') return <PersonRecords personId={person.id} handle={handle} />;
  if (person.state !== 'stale') return <Loading />;
  return (
    <Page title={text.personTitle}>
      <Alert kind="warning">
        {text.stale} <Link href="/links/persons">{text.search}</Link>
      </Alert>
    </Page>
  );
}

function PersonRecords({ personId, handle }: { readonly personId: string; readonly handle: string }) {
  const text = useText(personsText);
  const wordsOf = usePersonWords();
  const asked = useAsked(PersonRecordsDocument, { id: personId });
  const person = asked.status === 'ready' ? asked.answer.data?.person : undefined;
  return (
    <Page
      title={text.personTitle}
      tabTitle={text.personTab}
      lead={person ? <p>{wordsOf(person)}</p> : undefined}
      actions={
        <>
          <Link href="/links/persons" className="usa-button usa-button--outline">
            {text.otherPerson}
          </Link>
          <Link href={`/links/person/${handle}/merge`} className="usa-button usa-button--outline">
            {text.merge}
          </Link>
          {asked.status === 'ready' && (
            <PrintButton requestIds={[asked.answer.requestId]} personIds={[person?.id ?? personId]} />
          )}
        </>
      }
    >
      <section className="section">
        <h2>{text.records}</h2>
        <p className="soft small">{text.recordsLead}</p>
        <Answered asked={asked} part="recordsOfPerson" empty={text.noRecords}>
          {({ recordsOfPerson }) => <Records records={recordsOfPerson ?? []} />}
        </Answered>
      </section>
      <section className="section">
        <h2>{text.history}</h2>
        <ChangeList personId={personId} />
      </section>
      {asked.status === 'ready' && <Recorded at={asked.receivedAt} requestId={asked.answer.requestId} />}
    </Page>
  );
}

function Records({ records }: { readonly records: readonly RecordFragment[] }) {
  const text = useText(personsText);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isSeparating, setSeparating] = useState(false);
  const [one, other] = chosen.map((id) => records.find((record) => record.id === id));
  // The first two that are chosen; a third one takes the place of the first.
  const toggle = (id: string, isChosen: boolean): void =>
    setChosen(isChosen ? [...chosen, id].slice(-2) : chosen.filter((known) => known !== id));
  return (
    <>
      <RecordTable
        caption={text.records}
        captionHidden
        records={records}
        {...(records.length > 1 && {
          choose: {
            head: text.choose,
            cell: ({ id }: RecordFragment, words: string) => (
              <input
                type="checkbox"
                className="choose"
                aria-label={text.chooseOne(words)}
                checked={id !== null && chosen.includes(id)}
                onChange={(event) => id !== null && toggle(id, event.target.checked)}
              />
            ),
          },
        })}
      />
      {records.length > 1 && (
        <div className="form-actions">
          <button
            type="button"
            className="usa-button"
            disabled={one === undefined || other === undefined}
            onClick={() => setSeparating(true)}
          >
            {text.separate}
          </button>
          <p className="soft small">{text.separateHint}</p>
        </div>
      )}
      {isSeparating && one !== undefined && other !== undefined && (
        <SeparateDialog one={one} other={other} onClose={() => setSeparating(false)} />
      )}
    </>
  );
}
