import { useText } from '../../../i18n/language.tsx';
import { fieldWords, useAgreementWords } from '../words/agreementWords.ts';
import type { FullRequest } from './request.ts';
import { requestText } from './text.ts';

/** The legal reasons of a denial. */
export function Denials({ request: { refused } }: { readonly request: FullRequest }) {
  const text = useText(requestText);
  if (refused === null || (refused.denials ?? []).length === 0) return null;
  return (
    <section className="section">
      <h2>{text.denials}</h2>
      <ul>
        {refused.denials?.map((denial) => (
          <li key={`${denial.code} ${denial.fields?.join()}`}>
            <strong>
              {denial.code}, {denial.citation}
            </strong>
            : {denial.factualBasis} ({denial.officerTitle})
            {denial.fields !== null && <span className="soft"> {denial.fields.map(fieldWords).join(', ')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The partial release that the owner offers with a denial. */
export function Offer({ request: { refused } }: { readonly request: FullRequest }) {
  const text = useText(requestText);
  const words = useAgreementWords();
  const offer = refused?.offer ?? null;
  if (offer === null) return null;
  return (
    <section className="section">
      <h2>{text.offer}</h2>
      <ul>
        <li>
          {text.offerFields}: {offer.fields === null ? text.offerAll : offer.fields.map(fieldWords).join(', ')}
        </li>
        {offer.transforms?.map(({ field, transform }) => (
          <li key={field}>
            {fieldWords(field ?? '')}: {words.formOf(transform)}
          </li>
        ))}
        {offer.conditions !== null && <li>{words.ifOf(offer.conditions)}</li>}
        {offer.months !== null && <li>{text.offerMonths(offer.months)}</li>}
      </ul>
    </section>
  );
}
