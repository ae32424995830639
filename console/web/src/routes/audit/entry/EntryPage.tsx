import { useEffect, useState } from 'react';
import { Link, useParams } from 'wouter';
import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { handlesOf } from '../../../graph/handles.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { CompletenessNote } from '../CompletenessNote.tsx';
import { Pseudonym } from '../entries/Pseudonym.tsx';
import { EntryDocument, type WholeEntryFragment } from '../generated/graphql.ts';
import { auditTerms } from '../terms.ts';
import { EntryContents } from './EntryContents.tsx';
import { EntryReceipt } from './EntryReceipt.tsx';
import { entryText } from './text.ts';

/** One entry of the log with everything that it says, and its receipt. */
export function EntryPage() {
  const text = useText(entryText);
  const { id = '' } = useParams<{ id: string }>();
  const asked = useAsked(EntryDocument, { id });
  return (
    <Page title={text.title(id)}>
      <p className="crumbs">
        <Link href="/audit">{text.back}</Link>
      </p>
      <Answered asked={asked} part="disclosure" empty={text.none}>
        {({ disclosure, logCompleteness }) =>
          disclosure && (
            <>
              <EntryHead entry={disclosure} />
              <EntryContents entry={disclosure} />
              <EntryReceipt entry={disclosure} />
              <div className="section">
                <CompletenessNote of={logCompleteness} />
              </div>
            </>
          )
        }
      </Answered>
    </Page>
  );
}

function EntryHead({ entry }: { readonly entry: WholeEntryFragment }) {
  const text = useText(entryText);
  const { kinds } = useText(auditTerms);
  const { term } = useTerms();
  const { instant } = useFormats();
  const roles = (entry.roles ?? []).map((role) => term('roles', role)).join(', ');
  const facts: readonly (readonly [string, string | null])[] = [
    [text.purpose, term('purposes', entry.purpose)],
    [text.case, entry.caseId],
    [text.request, entry.request],
    [text.operation, entry.operationName ?? entry.operationHash],
    [text.client, entry.clientName],
    [text.revision, entry.revision === null ? null : String(entry.revision)],
    [text.ticket, entry.ticket],
  ];
  return (
    <>
      <p>
        <span className={`badge ${entry.kind === 'BREAK_GLASS' ? 'badge--red' : 'badge--blue'}`}>
          {entry.kind === null ? '' : kinds[entry.kind]}
        </span>{' '}
        {entry.time !== null && instant(entry.time)}
      </p>
      <div className="columns">
        <section className="card">
          <h2>{text.words}</h2>
          <p className="in-words" lang="en-US">
            {entry.inWords}
          </p>
        </section>
        <section className="card">
          <h2>{text.facts}</h2>
          <dl className="entry-facts">
            <dt>{text.requester}</dt>
            <dd>
              <strong>{entry.requester}</strong> · {term('agencies', entry.agency)} · {roles}{' '}
              <Link href={`/audit?requester=${encodeURIComponent(entry.requester ?? '')}`}>{text.sameRequest}</Link>
            </dd>
            <dt>{text.person}</dt>
            <dd>{entry.person === null ? text.nobody : <PersonOf pseudonym={entry.person} />}</dd>
            {facts.map(([name, value]) =>
              value === null || value === '' ? null : (
                <div key={name} className="entry-fact">
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
            )}
          </dl>
        </section>
      </div>
    </>
  );
}

function PersonOf({ pseudonym }: { readonly pseudonym: string }) {
  const text = useText(entryText);
  const [handle, setHandle] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    void handlesOf([pseudonym]).then(([made]) => {
      if (isCurrent) setHandle(made);
    });
    return () => {
      isCurrent = false;
    };
  }, [pseudonym]);
  return (
    <>
      <Pseudonym of={pseudonym} whole />{' '}
      {handle !== undefined && <Link href={`/audit?person=${handle}`}>{text.samePerson}</Link>}
    </>
  );
}
