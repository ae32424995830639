import { Failure } from '../../../design/Failure.tsx';
import { TextField } from '../../../design/Field.tsx';
import { Loading } from '../../../design/Loading.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { PersonsToTellDocument, RecordPersonToldDocument } from '../generated/graphql.ts';
import { textOf } from '../request/moves/MoveForm.tsx';
import { ChangeForm } from '../terms/ChangeForm.tsx';
import { emergenciesText } from './text.ts';

/** Persons whose data was shown in an emergency and who have not been told yet. */
export function PersonsToTell() {
  const text = useText(emergenciesText);
  const { term } = useTerms();
  const { instant } = useFormats();
  const asked = useAsked(PersonsToTellDocument, {});
  const persons = asked.status === 'ready' ? (asked.answer.data?.personsToTell ?? []) : [];
  return (
    <section className="section">
      <h2>{text.tell}</h2>
      <p className="soft">{text.tellLead}</p>
      {asked.status === 'loading' && <Loading />}
      {asked.status === 'failed' && <Failure error={asked.error} onTryAgain={asked.again} />}
      {asked.status === 'ready' && persons.length === 0 && <p className="soft">{text.tellNone}</p>}
      <ul className="plain-list entries">
        {persons.map(({ emergencyId, personId, datasets, law, shownAt }) => (
          <li key={`${emergencyId} ${personId}`} className="entry">
            <p>
              {text.person}: <code>{personId}</code>
            </p>
            <p className="small">
              {text.data}: {(datasets ?? []).map((id) => term('datasets', id)).join(', ')}. {text.law}:{' '}
              {(law ?? []).join('; ')}. {text.when}: {instant(shownAt ?? '')}
            </p>
            <ChangeForm
              action={text.told}
              done={text.toldDone}
              onDone={asked.again}
              send={async (ask, form) =>
                ask(RecordPersonToldDocument, {
                  input: { emergencyId: emergencyId ?? '', personId: personId ?? '', how: textOf(form, 'how') },
                })
              }
            >
              <TextField name="how" label={text.how} required minLength={3} maxLength={4_000} />
            </ChangeForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
