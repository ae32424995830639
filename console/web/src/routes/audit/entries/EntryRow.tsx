import { Link } from 'wouter';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import type { ListedEntryFragment } from '../generated/graphql.ts';
import { auditTerms } from '../terms.ts';
import { Pseudonym } from './Pseudonym.tsx';
import { entriesText } from './text.ts';

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** One entry of the log as a row: when, who, about whom, what, why, and under which approval and law. */
export function EntryRow({ entry }: { readonly entry: ListedEntryFragment }) {
  const text = useText(entriesText);
  const { kinds } = useText(auditTerms);
  const { term } = useTerms();
  const { instant } = useFormats();
  const when = entry.time === null ? '' : instant(entry.time);
  const groups = entry.disclosed ?? [];
  const approvals = distinct(groups.flatMap(({ approvals: ids }) => ids ?? []));
  const laws = distinct(groups.flatMap(({ legalBasis }) => legalBasis ?? []));
  return (
    <tr>
      <th scope="row" className="entry__when">
        <Link href={`/audit/entry/${entry.id}`} aria-label={text.open(when)}>
          {when}
        </Link>
        {entry.kind !== null && (
          <span className={`badge ${entry.kind === 'BREAK_GLASS' ? 'badge--red' : ''}`}>{kinds[entry.kind]}</span>
        )}
      </th>
      <td>
        <strong className="entry__name">{entry.requester}</strong>
        <span className="entry__more">
          {entry.agency} · {(entry.roles ?? []).map((role) => term('roles', role)).join(', ')}
        </span>
      </td>
      <td>{entry.person === null ? <span className="soft">{text.nobody}</span> : <Pseudonym of={entry.person} />}</td>
      <td>
        <EntryContent entry={entry} />
      </td>
      <td>
        {term('purposes', entry.purpose)}
        {entry.caseId !== null && <span className="entry__more">{text.case(entry.caseId)}</span>}
      </td>
      <td>
        {groups.some(({ basis }) => basis === 'OWNER') && <span className="entry__line">{text.ownUse}</span>}
        {approvals.length > 0 && (
          <details>
            <summary>{text.approvals(approvals.length)}</summary>
            {approvals.map((id) => (
              <Link key={id} href={`/audit?approval=${id}`} className="entry__more entry__id">
                {id}
              </Link>
            ))}
            {laws.map((law) => (
              <span key={law} className="entry__more">
                {law}
              </span>
            ))}
          </details>
        )}
      </td>
    </tr>
  );
}

/** What was shown, missing, refused, searched for, or done, by datasets. */
function EntryContent({ entry }: { readonly entry: ListedEntryFragment }) {
  const text = useText(entriesText);
  const { term } = useTerms();
  const { list } = useFormats();
  const named = (ids: readonly (string | null)[]): string =>
    list(distinct(ids.map((id) => (id === null ? text.publicFields : term('datasets', id)))));
  const shown = (entry.disclosed ?? []).flatMap<string | null>(({ datasets }) =>
    datasets?.length ? datasets : [null],
  );
  const empty = (entry.empty ?? []).flatMap(({ datasets }) => datasets ?? []);
  const refused = (entry.refused ?? []).map(({ dataset, field }) => dataset ?? field);
  const effects = (entry.effects ?? []).flatMap(({ field }) => field ?? []);
  const lines = [
    shown.length === 0 ? '' : text.shown(named(shown)),
    empty.length === 0 ? '' : text.none(named(empty)),
    refused.length === 0 ? '' : text.refused(named(refused)),
    entry.search === null ? '' : text.searched(named(entry.search.datasets ?? []), entry.search.found ?? 0),
    effects.length === 0 ? '' : text.changed(effects.join(', ')),
    entry.ticket === null ? '' : text.ticketNumber(entry.ticket),
    entry.emergency === null ? '' : `${text.emergency}: ${entry.emergency.reason}`,
  ];
  return lines
    .filter((line) => line !== '')
    .map((line) => (
      <span key={line} className="entry__line">
        {line}
      </span>
    ));
}
