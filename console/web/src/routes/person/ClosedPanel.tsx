import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { usePlaceWords } from '../../design/placeWords.ts';
import { useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import { useTerms } from '../../i18n/terms.ts';
import { PurposeComparison } from './PurposeComparison.tsx';
import { personText } from './text.ts';
import { closedGroups, type Member, membersOf, type PersonAnswer, shortName } from './view.ts';

export interface ClosedPanelProps {
  readonly answer: PersonAnswer;
  readonly personId: string;
  readonly answerDue: string | null | undefined;
  readonly requestPath: (group: ReturnType<typeof closedGroups>[number]['decision']) => string | undefined;
  readonly requestedFor: (dataset: string | undefined) => ReactNode;
}

/** What is withheld on the page: how many fields of what, about whom, why, and what can be done. */
export function ClosedPanel({ answer, personId, answerDue, requestPath, requestedFor }: ClosedPanelProps) {
  const text = useText(personText);
  const formats = useFormats();
  const { term } = useTerms();
  const wordsOf = usePlaceWords();
  const groups = closedGroups(answer);
  const all = membersOf(answer);
  return (
    <section className="card closed" aria-labelledby="closed">
      <h2 id="closed">{text.cannotSee}</h2>
      {groups.length === 0 && <p>{text.seeAll}</p>}
      <ul className="closed__list">
        {groups.map(({ decision, members, count }) => {
          const requested = requestedFor(decision.dataset);
          const path = requestPath(decision);
          return (
            <li key={`${decision.dataset} ${decision.reason} ${JSON.stringify(decision.remedy?.conditions)}`}>
              <strong className="closed__count">{count}</strong>
              <div>
                <strong>{term('datasets', decision.dataset)}</strong>{' '}
                {text.of(peopleOf(members, all, formats.list, text))}
                {' — '}
                {wordsOf(decision).long} {requested}
                {requested === undefined && path !== undefined && (
                  <>
                    <Link href={path}>{text.requestAccess(decision.owner ?? '')}</Link>
                    {answerDue !== null && answerDue !== undefined && (
                      <span className="small soft"> · {text.answeredBy(formats.longDate(answerDue))}</span>
                    )}
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <PurposeComparison personId={personId} />
    </section>
  );
}

function peopleOf(
  members: readonly Member[],
  all: readonly Member[],
  list: (items: readonly string[]) => string,
  text: (typeof personText)['en'],
): string {
  if (members.length === all.length && all.length > 1) return text.everyone;
  const names = members.slice(0, 4).map(({ name }) => name?.given ?? shortName(name, text.person));
  return members.length > 4 ? `${names.join(', ')}, …` : list(names);
}
