import type { FormEvent } from 'react';
import { useSearchParams } from 'wouter';
import { Answered } from '../../../design/Answered.tsx';
import { TextField } from '../../../design/Field.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { UsageDocument } from '../generated/graphql.ts';
import { changesText } from './text.ts';

/** How often clients used which fields. */
export function UsagePage() {
  const text = useText(changesText);
  const { date, number } = useFormats();
  const [search, setSearch] = useSearchParams();
  const coordinate = search.get('field') ?? '';
  const client = search.get('client') ?? '';
  const asked = useAsked(UsageDocument, {
    coordinate: coordinate === '' ? null : coordinate,
    client: client === '' ? null : client,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const fieldOf = (name: string) => String(form.get(name) ?? '').trim();
    setSearch({ field: fieldOf('field'), client: fieldOf('client') });
  };
  return (
    <Page title={text.usageTitle} lead={<p>{text.usageLead}</p>}>
      <form className="form-row form" onSubmit={submit}>
        <TextField
          label={text.coordinate}
          hint={text.coordinateHint}
          name="field"
          defaultValue={coordinate}
          pattern="[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*"
          autoComplete="off"
        />
        <TextField label={text.client} hint={text.clientHint} name="client" defaultValue={client} autoComplete="off" />
        <button type="submit" className="usa-button usa-button--outline">
          {text.search}
        </button>
      </form>
      <div className="section stacks">
        <Answered asked={asked} part="schemaUsage" empty={text.noUsage}>
          {({ schemaUsage }) => (
            <Table
              caption={text.usageCaption}
              captionHidden
              head={[text.coordinate, text.client, text.operation, text.count, text.first, text.last]}
            >
              {(schemaUsage ?? []).map((one) => (
                <tr key={`${one.coordinate} ${one.client} ${one.operation}`}>
                  <th scope="row" className="entry__id">
                    <code>{one.coordinate}</code>
                  </th>
                  <td>{one.client}</td>
                  <td>
                    <code title={one.operation}>{one.operation.replace('sha256:', '').slice(0, 12)}</code>
                  </td>
                  <td>{number(one.count)}</td>
                  <td>{date(one.firstDay)}</td>
                  <td>{date(one.lastDay)}</td>
                </tr>
              ))}
            </Table>
          )}
        </Answered>
      </div>
    </Page>
  );
}
