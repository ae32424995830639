import { useAsked } from '../../../graph/graph.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { AlreadyOpenDocument } from '../generated/graphql.ts';
import { useAgreementWords } from '../words/agreementWords.ts';
import { RefusedSoFar } from './RefusedSoFar.tsx';
import type { FullRequest } from './request.ts';
import { requestText } from './text.ts';

const UNDECIDED: ReadonlySet<string | null> = new Set([
  'DRAFTED',
  'SUBMITTED',
  'INFORMATION_ASKED',
  'EXTENDED',
  'DENIED',
  'ESCALATED',
]);

/** What approval would open: fields that no approval opens for this purpose yet. Only for requests to be decided. */
export function Impact({ request }: { readonly request: FullRequest }) {
  const text = useText(requestText);
  const { term } = useTerms();
  const words = useAgreementWords();
  const isOpen = UNDECIDED.has(request.status);
  const agency = request.requestingAgency;
  const dataset = request.dataset?.id;
  const asked = useAsked(
    AlreadyOpenDocument,
    isOpen && agency !== null && dataset !== undefined ? { agency, dataset } : undefined,
  );
  if (!isOpen || asked.status !== 'ready' || asked.answer.data?.approvals === null) return null;
  const others = (asked.answer.data?.approvals ?? []).filter(
    ({ purpose, request: from }) => purpose === request.purpose && from?.id !== request.id,
  );
  const open = new Map(others.flatMap(({ fields }) => (fields ?? []).map((one) => [one.field, one] as const)));
  const fields = request.fields ?? [];
  const fresh = fields.filter(({ field }) => !open.has(field));
  return (
    <section className="section">
      <h2>{text.impact}</h2>
      <p>
        {fresh.length === 0
          ? text.impactNone(term('agencies', agency))
          : text.impactSome(fresh.length, fields.length, term('agencies', agency))}
      </p>
      <RefusedSoFar request={request} />
      {open.size > 0 && (
        <ul className="small">
          {fields.flatMap(({ field }) => {
            const now = open.get(field);
            return now === undefined
              ? []
              : [
                  <li key={field}>
                    <code>{field}</code>: {words.formOf(now.transform)}, {words.ifOf(now.conditions)}
                  </li>,
                ];
          })}
        </ul>
      )}
    </section>
  );
}
