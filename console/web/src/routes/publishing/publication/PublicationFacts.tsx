import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { registryWords } from '../words.ts';
import type { FullPublication } from './fullPublication.ts';
import { publicationText } from './text.ts';

/** Who published it when and why, what it is, and the decision about it. */
export function PublicationFacts({ publication }: { readonly publication: FullPublication }) {
  const text = useText(publicationText);
  const { kinds, outcomes } = useText(registryWords);
  const { instant } = useFormats();
  const { term } = useTerms();
  const { number, kind, repeats, owner, message, digest, publishedBy, agency, publishedAt, decision } = publication;
  const { routingUrl, contact, personKey, secondPersonBecause, state } = publication;
  return (
    <section className="section" aria-label={text.facts}>
      <dl className="entry-facts publication-facts">
        <Fact name={text.message}>{message === '' ? text.noMessage : message}</Fact>
        <Fact name={text.by}>
          {publishedBy} ({agency}), {instant(publishedAt)}
        </Fact>
        <Fact name={text.kind}>
          {kinds[kind]}
          {repeats !== null && ` (${text.repeats(repeats)})`}
        </Fact>
        <Fact name={text.number}>{number}</Fact>
        <Fact name={text.owner}>{term('agencies', owner)}</Fact>
        {decision !== null && (
          <Fact name={text.decision}>
            {text.decided(outcomes[decision.outcome], decision.decidedBy, decision.agency, instant(decision.decidedAt))}
            {decision.reason !== '' && <q className="history__why">{decision.reason}</q>}
          </Fact>
        )}
        {routingUrl !== null && (
          <Fact name={text.address}>
            <code>{routingUrl}</code>
          </Fact>
        )}
        {contact !== null && <Fact name={text.contact}>{contact}</Fact>}
        {routingUrl !== null && (
          <Fact name={text.personKey}>{personKey === null ? text.none : <code>{personKey}</code>}</Fact>
        )}
        {digest !== null && (
          <Fact name={text.digest}>
            <code>{digest}</code>
          </Fact>
        )}
      </dl>
      {secondPersonBecause.length > 0 && (
        <div className="section">
          <h2>{state === 'PENDING' ? text.waitsBecause : text.because}</h2>
          <ul className="reasons" lang="en">
            {secondPersonBecause.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
