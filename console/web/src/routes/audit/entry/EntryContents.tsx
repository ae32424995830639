import { Link } from 'wouter';
import { placeTexts } from '../../../design/placeWords.ts';
import { Table } from '../../../design/Table.tsx';
import { useFormats } from '../../../i18n/dates.ts';
import { useLanguage, useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import type { WholeEntryFragment } from '../generated/graphql.ts';
import { auditTerms } from '../terms.ts';
import { entryText } from './text.ts';

/** The fields of an entry: shown, empty, refused, searched, done, and whether an emergency opened them. */
export function EntryContents({ entry }: { readonly entry: WholeEntryFragment }) {
  const text = useText(entryText);
  const { bases } = useText(auditTerms);
  const { term } = useTerms();
  const { list } = useFormats();
  const short: Readonly<Record<string, string>> = placeTexts[useLanguage().language].short;
  const named = (ids: readonly string[] | null) => list((ids ?? []).map((id) => term('datasets', id)));
  const { disclosed, empty, refused, search, effects, emergency } = entry;
  return (
    <>
      {disclosed !== null && disclosed.length > 0 && (
        <section className="section">
          <Table
            caption={text.shown}
            head={[text.group, text.datasets, text.owner, text.fields, text.approvals, text.law]}
          >
            {disclosed.map((group) => (
              <tr key={JSON.stringify([group.basis, group.datasets, group.approvals])}>
                <th scope="row">{group.basis === null ? '' : bases[group.basis]}</th>
                <td>{named(group.datasets)}</td>
                <td>{(group.owners ?? []).join(', ')}</td>
                <td>
                  <Lines of={group.fields} />
                </td>
                <td>
                  {(group.approvals ?? []).map((id) => (
                    <Link key={id} href={`/audit?approval=${id}`} className="entry__line entry__id small">
                      {id}
                    </Link>
                  ))}
                </td>
                <td>
                  <Lines of={group.legalBasis} />
                </td>
              </tr>
            ))}
          </Table>
        </section>
      )}
      {empty !== null && empty.length > 0 && (
        <section className="section">
          <Table caption={text.empty} head={[text.datasets, text.fields]}>
            {empty.map((group) => (
              <tr key={JSON.stringify(group.datasets)}>
                <th scope="row">{named(group.datasets)}</th>
                <td>
                  <Lines of={group.fields} />
                </td>
              </tr>
            ))}
          </Table>
          <p className="soft small">{text.emptyWhy}</p>
        </section>
      )}
      {refused !== null && refused.length > 0 && (
        <section className="section">
          <Table caption={text.refused} head={[text.fields, text.datasets, text.owner, text.reason]}>
            {refused.map(({ field, dataset, owner, reason }) => (
              <tr key={`${field} ${dataset}`}>
                <th scope="row">{field}</th>
                <td>{term('datasets', dataset)}</td>
                <td>{owner}</td>
                <td>{short[reason ?? ''] ?? reason}</td>
              </tr>
            ))}
          </Table>
        </section>
      )}
      {search !== null && (
        <section className="section">
          <h2>{text.search}</h2>
          <dl className="entry-facts">
            <dt>{text.searchField}</dt>
            <dd>
              {search.field} · {named(search.datasets)}
            </dd>
            <dt>{text.found}</dt>
            <dd>{search.found}</dd>
            <dt>{text.criteria}</dt>
            <dd className="pseudonym entry__id">{search.criteria}</dd>
          </dl>
          {search.sameSurname === true && <p>{text.sameSurname}</p>}
        </section>
      )}
      {effects !== null && effects.length > 0 && (
        <section className="section">
          <h2>{text.effects}</h2>
          <ul>
            {effects.map(({ field, ids }) => (
              <li key={field} className="entry__id">
                {field}: {ids?.length ? ids.join(', ') : text.failed}
              </li>
            ))}
          </ul>
        </section>
      )}
      {emergency !== null && (
        <section className="section">
          <h2>{text.emergency}</h2>
          <p>
            {text.emergencyReason}: {emergency.reason} · {emergency.reference}
          </p>
          <p>
            <Link href="/agreements/emergencies">{text.emergencyReview}</Link>
          </p>
        </section>
      )}
    </>
  );
}

function Lines({ of }: { readonly of: readonly string[] | null }) {
  return (of ?? []).map((line) => (
    <span key={line} className="entry__line entry__id">
      {line}
    </span>
  ));
}
