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
import { type Criteria, SearchForm } from '../../search/SearchForm.tsx';
import { TwoPersonsDocument, type TwoPersonsQuery } from '../generated/graphql.ts';
import { RecordTable } from '../parts/RecordTable.tsx';
import { FoundPersons } from './FoundPersons.tsx';
import { MergeForm } from './MergeForm.tsx';
import { shortName } from './personWords.ts';
import { personsText } from './text.ts';

/** Proposes that the person of the address and another one are the same. */
export function MergePage({ handle }: { readonly handle: string }) {
  const text = useText(personsText);
  const person = usePersonOfHandle(handle);
  const [otherId, setOtherId] = useState<string>();
  const isStale = person.state === 'stale';
  return (
    <Page
      title={text.mergeTitle}
      tabTitle={text.mergeTab}
      lead={<p>{text.mergeLead}</p>}
      actions={<Link href={isStale ? '/links/persons' : `/links/person/${handle}`}>{text.personTitle}</Link>}
    >
      {isStale && <Alert kind="warning">{text.stale}</Alert>}
      {person.state === 'waiting' && <Loading />}
      {person.state === 'known' &&
        (otherId === undefined ? (
          <ChooseOther personId={person.id} onChoose={setOtherId} />
        ) : (
          <>
            <button type="button" className="usa-button usa-button--unstyled" onClick={() => setOtherId(undefined)}>
              {text.another}
            </button>
            <Compare one={person.id} other={otherId} />
          </>
        ))}
    </Page>
  );
}

interface ChooseOtherProps {
  readonly personId: string;
  readonly onChoose: (id: string) => void;
}

function ChooseOther({ personId, onChoose }: ChooseOtherProps) {
  const text = useText(personsText);
  const [criteria, setCriteria] = useState<Criteria>();
  return (
    <section className="section">
      <h2>{text.mergeStep1}</h2>
      <SearchForm onSearch={setCriteria} />
      {criteria !== undefined && (
        <FoundPersons key={JSON.stringify(criteria)} criteria={criteria}>
          {({ id }, name) =>
            id === personId ? (
              <>
                {name} <span className="soft">({text.itself})</span>
              </>
            ) : (
              <>
                {name}{' '}
                <button
                  type="button"
                  className="usa-button usa-button--unstyled"
                  aria-label={text.takeOne(name)}
                  onClick={() => onChoose(id)}
                >
                  {text.take}
                </button>
              </>
            )
          }
        </FoundPersons>
      )}
    </section>
  );
}

function Compare({ one, other }: { readonly one: string; readonly other: string }) {
  const text = useText(personsText);
  const asked = useAsked(TwoPersonsDocument, { one, other });
  return (
    <>
      <Answered asked={asked} part="one">
        {(data) => <Compared data={data} heading={text.mergeStep2} />}
      </Answered>
      {asked.status === 'ready' && <Recorded at={asked.receivedAt} requestId={asked.answer.requestId} />}
    </>
  );
}

function Compared({ data, heading }: { readonly data: TwoPersonsQuery; readonly heading: string }) {
  const text = useText(personsText);
  const { one, other } = data;
  if (one === null || other === null) return null;
  const [oneRecords, otherRecords] = [data.oneRecords ?? [], data.otherRecords ?? []];
  const [oneName, otherName] = [shortName(one.name, text.noName), shortName(other.name, text.noName)];
  return (
    <>
      <section className="section">
        <h2>{heading}</h2>
        <RecordTable caption={text.one(oneName)} records={oneRecords} />
        <RecordTable caption={text.other(otherName)} records={otherRecords} />
      </section>
      <section className="section move-panel" aria-labelledby="merge">
        <h2 id="merge">{text.mergeStep3}</h2>
        <MergeForm
          persons={[
            { id: one.id, words: text.stays(oneName, oneRecords.length) },
            { id: other.id, words: text.stays(otherName, otherRecords.length) },
          ]}
        />
      </section>
    </>
  );
}
