import type { ReactNode } from 'react';
import { nameOf } from '../../../design/personName.ts';
import { Table } from '../../../design/Table.tsx';
import { useFormats } from '../../../i18n/dates.ts';
import { type Catalog, useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import type { RecordFragment } from '../generated/graphql.ts';

const en = {
  system: 'System',
  name: 'Name',
  birthDate: 'Birth date',
  ssn: 'SSN, last four',
  address: 'Address and phone',
  since: 'With this person since',
  noValue: 'no value',
};
const es: typeof en = {
  system: 'Sistema',
  name: 'Nombre',
  birthDate: 'Fecha de nacimiento',
  ssn: 'Seguro Social, últimas cuatro',
  address: 'Dirección y teléfono',
  since: 'Con esta persona desde',
  noValue: 'sin valor',
};
const texts: Catalog<typeof en> = { en, es };

interface RecordTableProps {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly records: readonly RecordFragment[];
  /** First cell of each row, such as a box to choose the record. */
  readonly choose?: { readonly head: string; readonly cell: (record: RecordFragment, words: string) => ReactNode };
}

/** Records as their systems wrote them, one a row. */
export function RecordTable({ caption, captionHidden = false, records, choose }: RecordTableProps) {
  const text = useText(texts);
  const { term } = useTerms();
  const { instant } = useFormats();
  const cell = (value: string | null | undefined) =>
    value === null || value === undefined || value === '' ? <span className="soft">{text.noValue}</span> : value;
  const head = [text.system, text.name, text.birthDate, text.ssn, text.address, text.since];
  return (
    <div className="stacks records">
      <Table
        caption={caption}
        captionHidden={captionHidden}
        head={choose === undefined ? head : [choose.head, ...head]}
      >
        {records.map((record) => {
          const { id, birthDate, ssnLastFour, street, city, state, zip, phone, personSince } = record;
          const system = term('systems', record.system);
          const name = nameOf(record);
          const address = [street, city, [state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
          return (
            <tr key={id}>
              {choose !== undefined && <td>{choose.cell(record, `${system}: ${name}`)}</td>}
              <th scope="row">{system}</th>
              <td>{cell(name)}</td>
              <td>{cell(birthDate)}</td>
              <td>{cell(ssnLastFour)}</td>
              <td>
                {cell(address)}
                {phone !== null && <span className="entry__more">{phone}</span>}
              </td>
              <td>{personSince === null ? '' : instant(personSince)}</td>
            </tr>
          );
        })}
      </Table>
    </div>
  );
}
