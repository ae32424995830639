import { useState } from 'react';
import { Checkbox, Select, TextField } from '../../../design/Field.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { useSession } from '../../../session/SessionProvider.tsx';
import { PURPOSES } from '../draft/terms.ts';
import { DatasetsForConsentDocument, RecordConsentDocument } from '../generated/graphql.ts';
import { textOf } from '../request/moves/MoveForm.tsx';
import { ChangeForm } from '../terms/ChangeForm.tsx';
import { fingerprintOf } from './fingerprint.ts';
import { consentsText } from './text.ts';

interface RecordConsentFormProps {
  readonly personId: string;
  readonly onRecorded: () => void;
}

/** Puts a signed consent on file, with the elements of 42 CFR 2.31(a). */
export function RecordConsentForm({ personId, onRecorded }: RecordConsentFormProps) {
  const text = useText(consentsText);
  const { term } = useTerms();
  const { user } = useSession();
  const asked = useAsked(DatasetsForConsentDocument, {});
  const datasets = asked.status === 'ready' ? (asked.answer.data?.datasets ?? []) : [];
  const owners = [
    ...new Set(datasets.flatMap(({ owner, requestable }) => (requestable === true ? (owner ?? []) : []))),
  ];
  const agencies = [...new Set([...owners, user.agency])];
  const [discloser, setDiscloser] = useState<string>(user.agency);
  return (
    <section className="section">
      <h2>{text.record}</h2>
      <ChangeForm
        action={text.record}
        done={text.recordDone}
        onDone={onRecorded}
        send={async (ask, form) => {
          const from = owners.find((one) => one === discloser);
          const to = owners.find((one) => one === textOf(form, 'recipient'));
          const purpose = PURPOSES.find((one) => one === textOf(form, 'purpose'));
          if (from === undefined || to === undefined || purpose === undefined) throw new Error(text.record);
          const givenOn = textOf(form, 'givenOn');
          return ask(RecordConsentDocument, {
            input: {
              ...{ personId, discloser: from, recipient: to, purpose, givenOn },
              datasets: form.getAll('dataset').map(String),
              description: textOf(form, 'description'),
              signedBy: textOf(form, 'signedBy'),
              expiresOn: textOf(form, 'expiresOn'),
              document: { sha256: await fingerprintOf(form, 'document'), date: givenOn },
            },
          });
        }}
      >
        <div className="form-row">
          <Select
            name="discloser"
            label={text.discloser}
            required
            value={discloser}
            onChange={(event) => setDiscloser(event.target.value)}
          >
            {agencies.map((code) => (
              <option key={code} value={code}>
                {term('agencies', code)}
              </option>
            ))}
          </Select>
          <Select name="recipient" label={text.recipient} required defaultValue={user.agency}>
            {agencies.map((code) => (
              <option key={code} value={code}>
                {term('agencies', code)}
              </option>
            ))}
          </Select>
          <Select name="purpose" label={text.purpose} required>
            {PURPOSES.map((one) => (
              <option key={one} value={one}>
                {term('purposes', one)}
              </option>
            ))}
          </Select>
        </div>
        <fieldset className="usa-fieldset">
          <legend className="usa-legend">{text.datasets}</legend>
          {datasets
            .filter(({ owner, requestable }) => owner === discloser && requestable === true)
            .map(({ id }) => (
              <Checkbox key={id} name="dataset" value={id} label={term('datasets', id)} />
            ))}
        </fieldset>
        <TextField name="description" label={text.description} required />
        <TextField name="signedBy" label={text.signedBy} required autoComplete="off" />
        <div className="form-row">
          <TextField type="date" name="givenOn" label={text.givenOn} required />
          <TextField type="date" name="expiresOn" label={text.expiresOn} required />
        </div>
        <TextField type="file" name="document" label={text.document} hint={text.documentHint} required />
      </ChangeForm>
    </section>
  );
}
