import { Link } from 'wouter';
import { Table } from '../../../design/Table.tsx';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { useSession } from '../../../session/SessionProvider.tsx';
import type { RequestRowFragment } from '../generated/graphql.ts';
import { StatusBadge } from '../words/StatusBadge.tsx';
import { DueLine } from './DueLine.tsx';
import { requestsText } from './text.ts';

export interface RequestListProps {
  readonly rows: readonly RequestRowFragment[];
  readonly caption: string;
}

/** Requests in the order of the graph: in the inbox, the most urgent first. */
export function RequestList({ rows, caption }: RequestListProps) {
  const text = useText(requestsText);
  return (
    <Table caption={caption} captionHidden head={[text.request, text.state, text.due, text.turn]}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </Table>
  );
}

function Row({ row }: { readonly row: RequestRowFragment }) {
  const text = useText(requestsText);
  const { term } = useTerms();
  const { user } = useSession();
  const { date } = useFormats();
  const waitsForMe = row.turn?.agency === user.agency;
  return (
    <tr>
      <th scope="row" className="request-row">
        <Link href={`/agreements/${row.id}`}>{term('datasets', row.dataset?.id)}</Link>
        <span className="request-row__more">
          {text.asks(row.requestingAgency ?? '', row.owner ?? '')}{' '}
          {text.for(term('purposes', row.purpose).toLowerCase())}
        </span>
      </th>
      <td>
        <StatusBadge status={row.status} />
      </td>
      <td>
        <DueLine request={row} />
      </td>
      <td>
        {row.turn === null ? (
          <span className="soft">{text.nobody}</span>
        ) : (
          <>
            {row.turn?.agency === null || row.turn?.agency === undefined ? '' : term('agencies', row.turn.agency)}
            {waitsForMe && (row.possibleMoves ?? []).length > 0 && <strong> ({text.you})</strong>}
          </>
        )}
        {row.submittedAt !== null && row.due === null && (
          <span className="request-row__more">{date(row.submittedAt)}</span>
        )}
      </td>
    </tr>
  );
}
