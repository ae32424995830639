import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { Alert } from '../../../design/Alert.tsx';
import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { usePersonOfHandle } from '../../../graph/usePersonOfHandle.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { CompletenessNote } from '../CompletenessNote.tsx';
import { type DisclosureFilter, EntriesDocument, type EntriesQuery } from '../generated/graphql.ts';
import { EntryFilters } from './EntryFilters.tsx';
import { EntryRow } from './EntryRow.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { addressOf, filterFor, filtersIn } from './entryFilter.ts';
import { entriesText } from './text.ts';

const PAGE_SIZE = 50;

/** The log, filtered on the server, page by page. */
export function EntriesPage() {
  const text = useText(entriesText);
  const search = useSearch();
  const address = new URLSearchParams(search);
  const values = filtersIn(address);
  const person = usePersonOfHandle(values.person);
  const after = address.get('after');
  const canAsk = person.state === 'none' || person.state === 'known';
  const personId = person.state === 'known' ? person.id : undefined;
  const filter = filterFor(values, personId);
  const asked = useAsked(EntriesDocument, canAsk ? { filter, first: PAGE_SIZE, after } : undefined);
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <EntryFilters key={search} values={values} />
      {person.state === 'stale' ? (
        <Alert kind="warning">{text.staleHandle}</Alert>
      ) : (
        <Answered asked={asked} part="disclosures">
          {({ disclosures }) =>
            disclosures && (
              <Entries of={disclosures} filter={filter} base={addressOf(values)} isLater={after !== null} />
            )
          }
        </Answered>
      )}
    </Page>
  );
}

type Connection = NonNullable<EntriesQuery['disclosures']>;

interface EntriesProps {
  readonly of: Connection;
  readonly filter: DisclosureFilter;
  readonly base: string;
  readonly isLater: boolean;
}

function Entries({ of, filter, base, isLater }: EntriesProps) {
  const [isExporting, setExporting] = useState(false);
  const text = useText(entriesText);
  const { number } = useFormats();
  const entries = (of.edges ?? []).flatMap(({ node }) => node ?? []);
  const cursor = of.pageInfo?.hasNextPage === true ? of.pageInfo.endCursor : null;
  const older = `${base}${base.includes('?') ? '&' : '?'}after=${encodeURIComponent(cursor ?? '')}`;
  return (
    <section className="section">
      <p role="status" className="small">
        {entries.length === 0 ? text.noEntries : text.shownHere(number(entries.length))}
      </p>
      <CompletenessNote of={of.completeness} />
      {entries.length > 0 && (
        <Table caption={text.caption} head={[text.when, text.who, text.about, text.what, text.why, text.under]}>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </Table>
      )}
      <div className="form-actions">
        {isLater && (
          <Link href={base} className="usa-button usa-button--outline">
            {text.first}
          </Link>
        )}
        {cursor !== null && (
          <Link href={older} className="usa-button">
            {text.more}
          </Link>
        )}
        {entries.length > 0 && (
          <button type="button" className="usa-button usa-button--outline" onClick={() => setExporting(true)}>
            {text.export}
          </button>
        )}
      </div>
      {isExporting && <ExportDialog filter={filter} onClose={() => setExporting(false)} />}
    </section>
  );
}
