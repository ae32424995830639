import { useState } from 'react';
import { designText } from '../../design/text.ts';
import { useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { fieldWords, useAgreementWords } from '../agreements/words/agreementWords.ts';
import { StatusBadge } from '../agreements/words/StatusBadge.tsx';
import { registerText } from './text.ts';
import type { RegisterEntry } from './useRegister.ts';

const AT_ONCE = 25;

/** Entries in the graph's order: newest first. */
export function EntryList({ entries }: { readonly entries: readonly RegisterEntry[] }) {
  const design = useText(designText);
  const [count, setCount] = useState(AT_ONCE);
  return (
    <>
      <ol className="plain-list entries">
        {entries.slice(0, count).map((entry) => (
          <li key={entry.id} className="entry">
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {entries.length > count && (
        <button type="button" className="usa-button usa-button--outline" onClick={() => setCount(count + AT_ONCE)}>
          {design.more}
        </button>
      )}
    </>
  );
}

/** Who may see what of whose data, for which purpose, under which law, since when, and until when. */
function Entry({ entry }: { readonly entry: RegisterEntry }) {
  const text = useText(registerText);
  const { term } = useTerms();
  const words = useAgreementWords();
  const { date, instant } = useFormats();
  const { approval, dataset, granted, refused } = entry;
  const agency = term('agencies', entry.requestingAgency);
  const owner = term('agencies', entry.owner);
  const data = term('datasets', dataset?.id);
  const purpose = term('purposes', entry.purpose).toLowerCase();
  const roles = words.rolesOf(entry.roles);
  const sentence =
    approval === null
      ? text.mayNotSee(agency, data, owner, purpose)
      : (approval.inForce === true ? text.maySee : text.couldSee)(agency, roles, data, owner, purpose);
  return (
    <>
      <p className="entry__sentence">
        {sentence} <StatusBadge status={entry.status} />
      </p>
      <p className="soft small">
        {text.law((dataset?.law ?? []).join('; '))} {text.basis(entry.legalBasis ?? '')}{' '}
        {text.persons(entry.population ?? '')}
      </p>
      {approval !== null && (
        <p className="small">
          {approval.validFrom !== null &&
            approval.validUntil !== null &&
            text.fromUntil(instant(approval.validFrom), instant(approval.validUntil))}{' '}
          {words.word('bases', entry.basis)}. {approval.reviewOn !== null && text.review(date(approval.reviewOn))}{' '}
          {approval.revokedAt !== null && text.revoked(instant(approval.revokedAt), approval.revokedBecause ?? '')}
        </p>
      )}
      {refused?.denials?.map((denial) => (
        <p key={`${denial.code} ${denial.fields?.join()}`} className="small">
          <strong>{text.denied((denial.fields ?? refused.fields ?? []).length)}</strong>: {denial.code},{' '}
          {denial.citation}. {denial.factualBasis}
        </p>
      ))}
      {(granted ?? []).length > 0 && (
        <details className="small">
          <summary>
            {text.more} ({text.fields((granted ?? []).length)})
          </summary>
          <ul>
            {granted?.map(({ field, transform, conditions }) => (
              <li key={field}>
                <span lang="en">{fieldWords(field ?? '')}</span> <code>{field}</code>: {words.formOf(transform)};{' '}
                {words.ifOf(conditions)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
