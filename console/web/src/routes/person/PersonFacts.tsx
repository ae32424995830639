import { decisionAt } from '@person360/client';
import { Place } from '../../design/Place.tsx';
import { useFormats } from '../../i18n/dates.ts';
import { useText } from '../../i18n/language.tsx';
import { personText } from './text.ts';
import { useWord } from './values.ts';
import { ageOn, type PersonAnswer, type ViewedPerson } from './view.ts';

const WARD: ReadonlySet<string> = new Set(['GUARDIANSHIP', 'TEMPORARY_CUSTODY']);

export function PersonTags({ person: { childWelfare } }: { readonly person: ViewedPerson }) {
  const text = useText(personText);
  const formats = useFormats();
  if (childWelfare?.status !== 'OPEN' || !WARD.has(childWelfare.legalStatus ?? '')) return null;
  const { removalDate } = childWelfare;
  return (
    <span className="badge badge--gold">
      {removalDate === null ? text.ward : text.wardSince(formats.date(removalDate))}
    </span>
  );
}

/** Age, address, school, and next hearing in one line, each with its reason where it is not shown. */
export function PersonFacts({
  answer,
  person,
  onTryAgain,
}: {
  readonly answer: PersonAnswer;
  readonly person: ViewedPerson;
  readonly onTryAgain: () => void;
}) {
  const text = useText(personText);
  const formats = useFormats();
  const word = useWord();
  const age = ageOn(person.birthDate, new Date());
  const address = person.household?.address;
  const self = person.household?.members?.find(({ id }) => id === person.id);
  const grade = word('grade', self?.education?.gradeLevel);
  return (
    <ul className="facts">
      <li>
        <Place decision={decisionAt(answer, ['person', 'birthDate'])} onTryAgain={onTryAgain}>
          {age === undefined ? (
            person.birthDate
          ) : (
            <>
              <strong>{text.years(age)}</strong>, {text.born(formats.date(person.birthDate ?? ''))}
            </>
          )}
        </Place>
      </li>
      {person.household !== null && (
        <li>
          <Place decision={decisionAt(answer, ['person', 'household', 'address'])} onTryAgain={onTryAgain}>
            {[address?.street, address?.city, address?.zip].filter(Boolean).join(', ') || address?.county}
          </Place>
        </li>
      )}
      {grade !== '' && <li>{text.school(grade, self?.education?.homeSchool?.name ?? '')}</li>}
      {typeof person.childWelfare?.nextHearing === 'string' && (
        <li>
          <strong>{text.hearing(formats.longDate(person.childWelfare.nextHearing))}</strong>
        </li>
      )}
    </ul>
  );
}
