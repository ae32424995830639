import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/SessionProvider.tsx';
import { RefusedInThe30DaysDocument } from '../generated/graphql.ts';
import { FieldName } from './FieldsTable.tsx';
import type { FullRequest } from './request.ts';
import { requestText } from './text.ts';

/** The dry run: what approval would have opened in the last 30 days, counted from the log without personal data. */
export function RefusedSoFar({ request }: { readonly request: FullRequest }) {
  const text = useText(requestText);
  const { user } = useSession();
  const { dayOf, number } = useFormats();
  const { dataset, purpose, requestingAgency, roles, fields } = request;
  const isParty = user.agency === request.owner || user.agency === requestingAgency;
  const mayAsk =
    (user.roles.includes('DATA_OFFICER') && isParty) || (user.roles.includes('DATA_STEWARD') && user.agency === 'DOIT');
  const proposal =
    dataset === null || purpose === null || requestingAgency === null
      ? undefined
      : {
          ...{ dataset: dataset.id, purpose, requestingAgency, roles },
          fields: (fields ?? []).flatMap(({ field }) => field ?? []),
          conditions: fields?.[0]?.conditions ?? [],
        };
  const asked = useAsked(RefusedInThe30DaysDocument, mayAsk && proposal !== undefined ? { proposal } : undefined);
  const impact = asked.status === 'ready' ? asked.answer.data?.proposedApprovalImpact : undefined;
  if (impact === null || impact === undefined) return null;
  const count = (of: number | null): string => (of === null ? text.fewerThan11 : number(of));
  return (
    <>
      <p>
        {text.refusedBetween(dayOf(impact.from ?? ''), dayOf(impact.to ?? ''))}{' '}
        {impact.requests === 0
          ? text.refusedNone
          : text.refused(count(impact.requests), count(impact.requesters), count(impact.persons))}{' '}
        {impact.atMost === true && text.refusedAtMost}
      </p>
      {(impact.fields ?? []).length > 0 && (
        <details>
          <summary>{text.refusedFields}</summary>
          <Table
            caption={text.refusedFields}
            captionHidden
            head={[text.field, text.refusedRequests, text.refusedPersons]}
          >
            {impact.fields?.map(({ field, requests, persons }) => (
              <tr key={field}>
                <th scope="row">
                  <FieldName coordinate={field ?? ''} />
                </th>
                <td>{count(requests)}</td>
                <td>{count(persons)}</td>
              </tr>
            ))}
          </Table>
        </details>
      )}
    </>
  );
}
