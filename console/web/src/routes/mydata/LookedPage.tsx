import { type FormEvent, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { Alert } from '../../design/Alert.tsx';
import { Answered } from '../../design/Answered.tsx';
import { Select, TextField } from '../../design/Field.tsx';
import { Page } from '../../design/Page.tsx';
import { useAsked } from '../../graph/graph.ts';
import { useFormats } from '../../i18n/dates.ts';
import { daysAfter, startOfDay } from '../../i18n/illinoisDays.ts';
import { useLanguage, useText } from '../../i18n/language.tsx';
import { useSession } from '../../session/SessionProvider.tsx';
import { MeDocument, WhoLookedDocument } from './generated/graphql.ts';
import { LookedEntry } from './LookedEntry.tsx';
import { myDataText } from './text.ts';

const PAGE_SIZE = 25;

/** Who looked at the resident's data, newest first. */
export function LookedPage() {
  const text = useText(myDataText);
  const { language } = useLanguage();
  const { number } = useFormats();
  const [, navigate] = useLocation();
  const address = new URLSearchParams(useSearch());
  const [from, to, after] = ['from', 'to', 'after'].map((name) => address.get(name) ?? '');
  // The identity provider vouches for this subject. The graph compares it with the token again.
  const own = useSession().user.subject.replace(/^person:/, '');
  const me = useAsked(MeDocument, {});
  const children = me.status === 'ready' ? (me.answer.data?.me?.dependents ?? []) : [];
  // Not in the address, which must not name a child.
  const [chosen, setChosen] = useState('');
  const personId = chosen === '' ? own : chosen;
  const asked = useAsked(WhoLookedDocument, {
    personId,
    first: PAGE_SIZE,
    after: after || null,
    from: startOfDay(from ?? '') ?? null,
    to: to ? (startOfDay(daysAfter(to, 1)) ?? null) : null,
    language: language === 'es' ? 'SPANISH' : 'ENGLISH',
  });
  function choose(child: string): void {
    setChosen(child);
    // A cursor of one list means nothing in another.
    if (after) navigate(pageAt(from, to));
  }
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      {children.length > 0 && (
        <Select label={text.whose} value={chosen} onChange={(event) => choose(event.target.value)}>
          <option value="">{text.mine}</option>
          {children.map((child) => (
            <option key={child.personId} value={child.personId}>
              {child.givenName}
            </option>
          ))}
        </Select>
      )}
      <Days from={from ?? ''} to={to ?? ''} />
      <Answered asked={asked} part="accountingOfDisclosures">
        {({ accountingOfDisclosures: list, entryQuestions }) => {
          const entries = (list?.edges ?? []).flatMap(({ node }) => node ?? []);
          const end = list?.pageInfo?.hasNextPage === true ? list.pageInfo.endCursor : null;
          return (
            <>
              {list?.completeness?.complete !== true && <Alert kind="info">{text.incomplete}</Alert>}
              <p role="status" className="small">
                {entries.length === 0 ? text.none : text.count(number(entries.length))}
              </p>
              <ol className="plain-list">
                {entries.map((entry) => (
                  <LookedEntry
                    key={entry.id}
                    entry={entry}
                    personId={personId}
                    questions={(entryQuestions ?? []).filter(({ entryId }) => entryId === entry.id)}
                    onAsked={asked.again}
                  />
                ))}
              </ol>
              <div className="form-actions">
                {after && (
                  <Link href={pageAt(from, to)} className="usa-button usa-button--outline">
                    {text.newest}
                  </Link>
                )}
                {end !== null && (
                  <Link href={pageAt(from, to, end)} className="usa-button">
                    {text.older}
                  </Link>
                )}
              </div>
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function pageAt(from = '', to = '', after = ''): string {
  const given = Object.entries({ from, to, after }).filter(([, value]) => value !== '');
  const query = new URLSearchParams(given).toString();
  return query === '' ? '/my-data' : `/my-data?${query}`;
}

function Days({ from, to }: { readonly from: string; readonly to: string }) {
  const text = useText(myDataText);
  const [, navigate] = useLocation();
  function apply(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    navigate(pageAt(String(form.get('from') ?? ''), String(form.get('to') ?? '')));
  }
  return (
    <form key={`${from} ${to}`} className="filters card" onSubmit={apply}>
      <div className="form-row">
        <TextField label={text.from} name="from" type="date" defaultValue={from} />
        <TextField label={text.to} name="to" type="date" defaultValue={to} />
        <button type="submit" className="usa-button">
          {text.apply}
        </button>
        <button type="button" className="usa-button usa-button--outline" onClick={() => navigate('/my-data')}>
          {text.all}
        </button>
      </div>
    </form>
  );
}
