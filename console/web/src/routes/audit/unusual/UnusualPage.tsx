import { Link } from 'wouter';
import { Answered } from '../../../design/Answered.tsx';
import { Page } from '../../../design/Page.tsx';
import { Table } from '../../../design/Table.tsx';
import { useAsked } from '../../../graph/graph.ts';
import { useFormats } from '../../../i18n/dates.ts';
import { useText } from '../../../i18n/language.tsx';
import { useTerms } from '../../../i18n/terms.ts';
import { addressOf, type FilterValues } from '../entries/entryFilter.ts';
import {
  type UnusualAccessRule,
  UnusualDocument,
  type UnusualQuery,
  WaitingEmergenciesDocument,
} from '../generated/graphql.ts';
import { unusualText } from './text.ts';

type Hit = NonNullable<UnusualQuery['unusualAccess']>[number];

const RULES = [
  'VOLUME',
  'OUT_OF_HOURS',
  'REFUSALS',
  'OUTSIDE_CASE',
  'SAME_SURNAME',
  'BREAK_GLASS',
  'CONSENTS',
  'SAME_WORDS',
  'LIMIT_LIFTED',
] as const satisfies readonly UnusualAccessRule[];

/** Kind of entries that a rule looks at. */
const KIND_OF: Readonly<Partial<Record<UnusualAccessRule, string>>> = {
  REFUSALS: 'REFUSAL',
  SAME_SURNAME: 'SEARCH',
  BREAK_GLASS: 'BREAK_GLASS',
  SAME_WORDS: 'BREAK_GLASS',
  LIMIT_LIFTED: 'BREAK_GLASS',
  VOLUME: 'DISCLOSURE',
  OUT_OF_HOURS: 'DISCLOSURE',
  OUTSIDE_CASE: 'DISCLOSURE',
  CONSENTS: 'CHANGE',
};

/** Rules that say whose access to look at, each with the group that it compares to. */
export function UnusualPage() {
  const text = useText(unusualText);
  const asked = useAsked(UnusualDocument, {});
  return (
    <Page title={text.title} lead={<p>{text.lead}</p>}>
      <WaitingReviews />
      <Answered asked={asked} part="unusualAccess" empty={text.none}>
        {({ unusualAccess }) =>
          RULES.map((rule) => (
            <Rule key={rule} rule={rule} hits={(unusualAccess ?? []).filter((hit) => hit.rule === rule)} />
          ))
        }
      </Answered>
    </Page>
  );
}

function Rule({ rule, hits }: { readonly rule: UnusualAccessRule; readonly hits: readonly Hit[] }) {
  const text = useText(unusualText);
  const { number } = useFormats();
  const { term } = useTerms();
  const { name, says, group } = text.rules[rule];
  return (
    <section className="section">
      <div className="section__head">
        <h2>{name}</h2>
        <span className="badge">{text.provesNothing}</span>
      </div>
      <p className="soft">
        {says} {text.comparedTo(group)}
      </p>
      {hits.length === 0 ? (
        <p>{text.nobody}</p>
      ) : (
        <Table
          caption={name}
          captionHidden
          head={[text.requester, text.purpose, text.measured, text.threshold, text.list]}
        >
          {hits.map((hit) => (
            <tr key={`${hit.requester} ${hit.purpose}`}>
              <th scope="row">
                {hit.requester} · {hit.agency}
              </th>
              <td>{term('purposes', hit.purpose)}</td>
              <td>{number(hit.measured ?? 0)}</td>
              <td>{number(hit.threshold ?? 0)}</td>
              <td>
                <Link href={addressOf(listOf(hit))}>{text.list}</Link>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}

function listOf({ rule, requester, agency }: Hit): FilterValues {
  const kind = rule === null ? undefined : KIND_OF[rule];
  return {
    ...(requester === null ? {} : { requester }),
    ...(agency === null ? {} : { agency }),
    ...(kind === undefined ? {} : { kind }),
  };
}

/** Emergencies that wait for a review. Only owners' data stewards see them; to others the graph says why not. */
function WaitingReviews() {
  const text = useText(unusualText);
  const asked = useAsked(WaitingEmergenciesDocument, {});
  return (
    <section className="card">
      <h2>{text.reviews}</h2>
      <Answered asked={asked} part="emergencies" empty={text.noReviews}>
        {({ emergencies }) => {
          const waiting = emergencies ?? [];
          const overdue = waiting.filter((one) => one.overdue === true).length;
          return (
            <p>
              {text.waiting(waiting.length, overdue)} <Link href="/agreements/emergencies">{text.openReviews}</Link>
            </p>
          );
        }}
      </Answered>
    </section>
  );
}
