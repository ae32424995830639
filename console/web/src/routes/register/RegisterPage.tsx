import { useState } from 'react';
import { Failure } from '../../design/Failure.tsx';
import { Checkbox, Select, TextField } from '../../design/Field.tsx';
import { Loading } from '../../design/Loading.tsx';
import { Page } from '../../design/Page.tsx';
import { useAsked } from '../../graph/graph.ts';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { EntryList } from './EntryList.tsx';
import { RegisterChoicesDocument } from './generated/graphql.ts';
import { OwnersStatistics } from './OwnersStatistics.tsx';
import { registerText } from './text.ts';
import { type RegisterEntry, type RegisterFilter, useRegister } from './useRegister.ts';

/** The public register, open to everybody: approvals and denials, with their law. */
export default function RegisterPage() {
  const text = useText(registerText);
  const { term, purposes, ...terms } = useTerms();
  const choices = useAsked(RegisterChoicesDocument, {});
  const [filter, setFilter] = useState<RegisterFilter>({});
  const [purpose, setPurpose] = useState('');
  const [words, setWords] = useState('');
  const [onlyNow, setOnlyNow] = useState(false);
  const register = useRegister(filter);
  const found = choices.status === 'ready' ? choices.answer.data : undefined;
  const agencies = (found?.agencies ?? []).flatMap(({ code }) => code ?? []);
  const agencyOf = (code: string) => agencies.find((one) => one === code);
  const datasets = (found?.datasets ?? []).filter(({ requestable }) => requestable === true);
  const agencyChoices = agencies.map((code) => (
    <option key={code} value={code}>
      {term('agencies', code)}
    </option>
  ));
  const entries =
    register.status === 'ready'
      ? register.entries.filter(
          (entry) =>
            (purpose === '' || entry.purpose === purpose) &&
            (!onlyNow || entry.approval?.inForce === true) &&
            wordsOf(entry, (kind, code) => term(kind, code)).includes(words.trim().toLowerCase()),
        )
      : [];
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>} actions={<a href="/register/feed.atom">{text.feed}</a>}>
      <search className="register-search">
        <Select
          label={text.agency}
          value={filter.requestingAgency ?? ''}
          onChange={(event) => setFilter({ ...filter, requestingAgency: agencyOf(event.target.value) })}
        >
          <option value="">{text.any}</option>
          {agencyChoices}
        </Select>
        <Select
          label={text.owner}
          value={filter.owner ?? ''}
          onChange={(event) => setFilter({ ...filter, owner: agencyOf(event.target.value) })}
        >
          <option value="">{text.any}</option>
          {agencyChoices}
        </Select>
        <Select
          label={text.dataset}
          value={filter.dataset ?? ''}
          onChange={(event) =>
            setFilter({ ...filter, dataset: event.target.value === '' ? undefined : event.target.value })
          }
        >
          <option value="">{text.any}</option>
          {datasets.map(({ id }) => (
            <option key={id} value={id}>
              {termOfDataset(terms.datasets, id)}
            </option>
          ))}
        </Select>
        <Select label={text.purpose} value={purpose} onChange={(event) => setPurpose(event.target.value)}>
          <option value="">{text.any}</option>
          {Object.entries(purposes).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <TextField
          type="search"
          label={text.words}
          hint={text.wordsHint}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Checkbox label={text.onlyNow} checked={onlyNow} onChange={(event) => setOnlyNow(event.target.checked)} />
      </search>
      {register.status === 'loading' && <Loading />}
      {register.status === 'failed' && <Failure error={register.error} onTryAgain={register.again} />}
      {register.status === 'ready' && (
        <>
          <p className="soft small" role="status">
            {entries.length === 0 ? text.empty : text.found(entries.length)}
          </p>
          <EntryList entries={entries} />
        </>
      )}
      <OwnersStatistics />
    </Page>
  );
}

function termOfDataset(names: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

/** Everything of an entry that words are searched in. */
function wordsOf(
  entry: RegisterEntry,
  term: (kind: 'agencies' | 'datasets' | 'purposes', code: string | null | undefined) => string,
): string {
  const { dataset, granted, refused, approval } = entry;
  return [
    ...[entry.requestingAgency, term('agencies', entry.requestingAgency), entry.owner, term('agencies', entry.owner)],
    ...[dataset?.id, term('datasets', dataset?.id), ...(dataset?.law ?? []), term('purposes', entry.purpose)],
    ...[entry.legalBasis, entry.population, approval?.revokedBecause],
    ...(granted ?? []).map(({ field }) => field),
    ...(refused?.denials ?? []).flatMap(({ code, citation, factualBasis }) => [code, citation, factualBasis]),
  ]
    .join(' ')
    .toLowerCase();
}
