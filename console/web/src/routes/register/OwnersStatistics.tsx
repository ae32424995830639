import { Table } from '../../design/Table.tsx';
import { useAsked } from '../../graph/graph.ts';
import { useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { OwnersResponsesDocument } from './generated/graphql.ts';
import { registerText } from './text.ts';

/** How each owner answered the requests of the last year. */
export function OwnersStatistics() {
  const text = useText(registerText);
  const { term } = useTerms();
  const { number } = useFormats();
  const asked = useAsked(OwnersResponsesDocument, {});
  if (asked.status !== 'ready') return null;
  const rows = (asked.answer.data?.responseStatistics ?? []).filter(({ received }) => (received ?? 0) > 0);
  if (rows.length === 0) return null;
  const share = (of: number | null): string => (of === null ? text.none : `${number(Math.round(of * 100))}%`);
  return (
    <section className="section">
      <h2>{text.statistics}</h2>
      <p className="soft">{text.statisticsLead}</p>
      <Table
        caption={text.statistics}
        captionHidden
        head={[
          text.owner,
          text.received,
          text.answered,
          text.awaited,
          text.median,
          text.deemed,
          text.deniedShare,
          text.overturned,
        ]}
      >
        {rows.map((row) => (
          <tr key={row.owner}>
            <th scope="row">{term('agencies', row.owner)}</th>
            <td>{row.received}</td>
            <td>{row.answered}</td>
            <td>{row.awaited}</td>
            <td>{row.medianBusinessDays ?? text.none}</td>
            <td>{share(row.shareDeemed)}</td>
            <td>{share(row.shareDenied)}</td>
            <td>{share(row.shareOverturned)}</td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
