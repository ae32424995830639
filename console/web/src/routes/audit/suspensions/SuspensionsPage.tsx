import { useState } from 'react';
import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { Failure } from '../../../design/Failure.tsx';
import { Checkbox, Select, TextField } from '../../../design/Field.tsx';
import { FreshGate } from '../../../design/FreshGate.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { daysAfter, startOfDay } from '../../../i18n/illinoisDays.ts';
import { type Catalog, useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { Pseudonym } from '../entries/Pseudonym.tsx';
import { SuspendAccountingDocument, type SuspendAccountingInput, SuspensionsDocument } from '../generated/graphql.ts';
import { useChange } from '../useChange.ts';

const en = {
  title: 'Suspensions',
  lead: "A law enforcement or oversight agency may ask that disclosures to it stay out of a person's own accounting for a time (45 CFR 164.528(a)(2)). The disclosures stay in the log.",
  caption: 'In force',
  none: 'No suspension is in force.',
  person: 'Person',
  agency: 'Disclosures to',
  until: 'Until',
  request: 'Request',
  oral: 'oral',
  written: 'written',
  by: 'Entered by',
  new: 'Suspend an accounting',
  personId: 'Person.id',
  lastDay: 'Last day',
  oralHint: 'The request was oral: at most 30 days',
  reference: 'File number of the statement',
  suspend: 'Suspend',
  done: 'The suspension is in force.',
};
const es: typeof en = {
  title: 'Suspensiones',
  lead: 'Una agencia policial o de supervisión puede pedir que las divulgaciones a ella no aparezcan por un tiempo en la lista de la persona (45 CFR 164.528(a)(2)). Las divulgaciones siguen en el registro.',
  caption: 'Vigentes',
  none: 'No hay ninguna suspensión vigente.',
  person: 'Persona',
  agency: 'Divulgaciones a',
  until: 'Hasta',
  request: 'Solicitud',
  oral: 'oral',
  written: 'escrita',
  by: 'Anotada por',
  new: 'Suspender una lista',
  personId: 'Person.id',
  lastDay: 'Último día',
  oralHint: 'La solicitud fue oral: 30 días como máximo',
  reference: 'Número de expediente de la solicitud',
  suspend: 'Suspender',
  done: 'La suspensión está vigente.',
};
const texts: Catalog<typeof en> = { en, es };

/** Suspensions of the right to an accounting that are in force, and the form for another one. */
export function SuspensionsPage() {
  const text = useText(texts);
  const { instant } = useFormats();
  const { agencies, term } = useTerms();
  const asked = useAsked(SuspensionsDocument, {});
  const [isDone, setDone] = useState(false);
  const change = useChange<object, SuspendAccountingInput>(SuspendAccountingDocument, () => {
    setDone(true);
    asked.again();
  });
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <Answered asked={asked} part="suspensions" empty={text.none}>
        {({ suspensions }) => (
          <Table caption={text.caption} head={[text.person, text.agency, text.until, text.request, text.by]}>
            {(suspensions ?? []).map((one) => (
              <tr key={`${one.person} ${one.recipientAgency} ${one.from}`}>
                <th scope="row">
                  <Pseudonym of={one.person ?? ''} />
                </th>
                <td>{term('agencies', one.recipientAgency)}</td>
                <td>{one.until === null ? '' : instant(one.until)}</td>
                <td>
                  {one.reference} ({one.oral === true ? text.oral : text.written})
                </td>
                <td>{one.enteredBy}</td>
              </tr>
            ))}
          </Table>
        )}
      </Answered>
      <section className="section">
        <h2>{text.new}</h2>
        {isDone && <Alert kind="success">{text.done}</Alert>}
        {change.error !== undefined && <Failure error={change.error} />}
        <FreshGate>
          <form
            className="form"
            onSubmit={change.submit((field) => ({
              personId: field('personId'),
              recipientAgency: field('agency'),
              until: startOfDay(daysAfter(field('until'), 1)) ?? '',
              oral: field('oral') !== '',
              reference: field('reference'),
            }))}
          >
            <TextField label={text.personId} name="personId" required autoComplete="off" />
            <Select label={text.agency} name="agency" required>
              {Object.entries(agencies).map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
            <TextField label={text.lastDay} name="until" type="date" required />
            <Checkbox label={text.oralHint} name="oral" />
            <TextField label={text.reference} name="reference" required />
            <div className="form-actions">
              <button type="submit" className="usa-button" disabled={change.isSending}>
                {text.suspend}
              </button>
            </div>
          </form>
        </FreshGate>
      </section>
    </Page>
  );
}
